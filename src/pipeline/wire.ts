import { SKETCH_BYTES, type Fingerprint } from '../text/index.js';
import type { PreparedPair } from '../store/index.js';
import type { MadeResult, WorkItem, WorkResult } from './work.js';

/**
 * Work and results as they go from thread to thread: text as JSON in UTF-8, numbers and bytes as arrays.
 * Bytes wait outside the heap; Chinese strings would take twice the room in it.
 * Objects are cloned one property at a time, which takes ten times as long.
 */
export type WireItem =
  | { readonly json: Uint8Array }
  | { readonly page: PageItem }
  /** A document as its source is packed. */
  | { readonly packed: Uint8Array };
type PageItem = Extract<WorkItem, { kind: 'page' }>;

/** See {@link WireItem}. */
export interface WireResult {
  readonly json: Uint8Array;
  /** Only of results that are no failure, as are the others. */
  readonly packed?: Uint8Array;
  /** Three for each pair: of the pair, of its Chinese, of its English; NaN for none. */
  readonly keys?: Float64Array;
  /** One after the other, zeros where there is none. */
  readonly sketches?: Uint8Array;
}

/** Numbers of {@link WireResult.keys} for each pair. */
const KEYS = 3;

/** What of a result goes as JSON. */
interface MadeJson extends Pick<MadeResult, 'kind' | 'document' | 'pairs'> {
  readonly blocks: number;
  readonly zhTerms: readonly string[];
  readonly enTerms: readonly string[];
}

/** Packs work for a thread. */
export function packItem(item: WorkItem): WireItem {
  if (item.kind === 'page') return { page: item };
  // Copied: it is handed over, and others may look at what it lies in.
  return item.kind === 'packed' ? { packed: new Uint8Array(item.packed) } : { json: toBytes(item) };
}

/** Undoes {@link packItem}. */
export function unpackItem(wire: WireItem): WorkItem {
  if ('page' in wire) return wire.page;
  if ('packed' in wire) return { kind: 'packed', packed: wire.packed };
  return fromBytes(wire.json) as WorkItem; // only packItem writes it
}

/** What of work or of a result is handed over instead of being copied: whoever packed it has it no more. */
export function handedOver(wire: WireItem | WireResult): ArrayBuffer[] {
  return Object.values(wire).flatMap((part: unknown) =>
    ArrayBuffer.isView(part) && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );
}

/** Packs a result. */
export function packResult(result: WorkResult): WireResult {
  if (result.kind === 'failed') return { json: toBytes(result) };
  const { kind, document, pairs, prepared } = result;
  const made: MadeJson = {
    ...{ kind, document, pairs },
    blocks: prepared.blocks,
    zhTerms: prepared.pairs.map(({ zhTerms }) => zhTerms),
    enTerms: prepared.pairs.map(({ enTerms }) => enTerms),
  };
  const keys = new Float64Array(prepared.pairs.length * KEYS).fill(NaN);
  const sketches = new Uint8Array(prepared.pairs.length * SKETCH_BYTES);
  for (const [at, { print }] of prepared.pairs.entries()) {
    if (print === undefined) continue;
    keys.set([print.pair, print.zh ?? NaN, print.en ?? NaN], at * KEYS);
    sketches.set(print.sketch, at * SKETCH_BYTES);
  }
  // Copied: zlib gives a few bytes at the front of a large buffer, which would go along.
  return { json: toBytes(made), packed: new Uint8Array(prepared.packed), keys, sketches };
}

/** How many pairs a packed result holds. */
export function pairsIn({ keys }: WireResult): number {
  return keys === undefined ? 0 : keys.length / KEYS;
}

/** Undoes {@link packResult}. */
export function unpackResult({ json, packed, keys, sketches }: WireResult): WorkResult {
  const result = fromBytes(json) as MadeJson | Extract<WorkResult, { kind: 'failed' }>;
  if (result.kind === 'failed') return result;
  if (packed === undefined || keys === undefined || sketches === undefined) {
    throw new TypeError('a result came without its arrays');
  }
  const { kind, document, pairs, blocks, zhTerms, enTerms } = result;
  const prepared = pairs.map((_pair, at): PreparedPair => {
    const print = printAt(at, keys, sketches);
    const terms = { zhTerms: zhTerms[at] ?? '', enTerms: enTerms[at] ?? '' };
    return print === undefined ? terms : { ...terms, print };
  });
  return { kind, document, pairs, prepared: { packed, blocks, pairs: prepared } };
}

/** A copy of the right size: a view would take the whole pool of buffers along. */
function toBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function fromBytes(json: Uint8Array): unknown {
  return JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.byteLength).toString('utf8'));
}

function printAt(at: number, keys: Float64Array, sketches: Uint8Array): Fingerprint | undefined {
  const [pair = NaN, zh = NaN, en = NaN] = keys.subarray(at * KEYS, (at + 1) * KEYS);
  if (Number.isNaN(pair)) return undefined;
  return {
    pair,
    ...(Number.isNaN(zh) ? {} : { zh }),
    ...(Number.isNaN(en) ? {} : { en }),
    sketch: sketches.subarray(at * SKETCH_BYTES, (at + 1) * SKETCH_BYTES),
  };
}
