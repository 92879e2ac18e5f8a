import { SKETCH_BYTES, type Fingerprint } from '../text/index.js';
import type { PreparedPair } from '../store/index.js';
import type { MadeResult, WorkItem, WorkResult } from './work.js';

/**
 * Work and results as they go from thread to thread: text as JSON, numbers and bytes as arrays.
 * Objects are cloned one property at a time, which takes ten times as long.
 */
export type WireItem = { readonly json: string } | { readonly page: PageItem };
type PageItem = Extract<WorkItem, { kind: 'page' }>;

/** See {@link WireItem}. */
export interface WireResult {
  readonly json: string;
  /** Only of results that are no failure, as are the others. */
  readonly packed?: Uint8Array;
  /** Three for each pair: of the pair, of its Chinese, of its English; NaN for none. */
  readonly keys?: Float64Array;
  /** One after the other, zeros where there is none. */
  readonly sketches?: Uint8Array;
}

/** What of a result goes as JSON. */
interface MadeJson extends Pick<MadeResult, 'kind' | 'document' | 'pairs'> {
  readonly blocks: number;
  readonly zhTerms: readonly string[];
  readonly enTerms: readonly string[];
}

/** Packs work for a thread. */
export function packItem(item: WorkItem): WireItem {
  return item.kind === 'page' ? { page: item } : { json: JSON.stringify(item) };
}

/** Undoes {@link packItem}. */
export function unpackItem(wire: WireItem): WorkItem {
  // Only packItem writes it.
  return 'page' in wire ? wire.page : (JSON.parse(wire.json) as WorkItem);
}

/** Packs a result. */
export function packResult(result: WorkResult): WireResult {
  if (result.kind === 'failed') return { json: JSON.stringify(result) };
  const { kind, document, pairs, prepared } = result;
  const made: MadeJson = {
    ...{ kind, document, pairs },
    blocks: prepared.blocks,
    zhTerms: prepared.pairs.map(({ zhTerms }) => zhTerms),
    enTerms: prepared.pairs.map(({ enTerms }) => enTerms),
  };
  const keys = new Float64Array(prepared.pairs.length * 3).fill(NaN);
  const sketches = new Uint8Array(prepared.pairs.length * SKETCH_BYTES);
  for (const [at, { print }] of prepared.pairs.entries()) {
    if (print === undefined) continue;
    keys.set([print.pair, print.zh ?? NaN, print.en ?? NaN], at * 3);
    sketches.set(print.sketch, at * SKETCH_BYTES);
  }
  return { json: JSON.stringify(made), packed: prepared.packed, keys, sketches };
}

/** Undoes {@link packResult}. */
export function unpackResult({ json, packed, keys, sketches }: WireResult): WorkResult {
  const result = JSON.parse(json) as MadeJson | Extract<WorkResult, { kind: 'failed' }>;
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

function printAt(at: number, keys: Float64Array, sketches: Uint8Array): Fingerprint | undefined {
  const [pair = NaN, zh = NaN, en = NaN] = keys.subarray(at * 3, at * 3 + 3);
  if (Number.isNaN(pair)) return undefined;
  return {
    pair,
    ...(Number.isNaN(zh) ? {} : { zh }),
    ...(Number.isNaN(en) ? {} : { en }),
    sketch: sketches.subarray(at * SKETCH_BYTES, (at + 1) * SKETCH_BYTES),
  };
}
