import { sha256 } from '../kit/index.js';
import type { PairRecord } from './record.js';

/** Tells where documents begin among pairs. `State` is plain data. */
export interface Boundaries<State> {
  /** What comes of a pair after those before it; `undefined`: none. */
  readonly step: (
    state: State | undefined,
    record: PairRecord,
  ) => {
    /** Whether a document begins with it. */
    readonly begins: boolean;
    readonly state: State;
  };
}

/**
 * A run of whole lines that begins and ends with a document. Whoever has read it once need not read
 * it again: at the same bytes come the same documents.
 */
export interface Stretch<State> {
  readonly bytes: number;
  readonly lines: number;
  readonly sha256: string;
  /** {@link firstOf} its first line. */
  readonly first: string;
  /** `sha256` of the stretch before it, '' where there is none; absent if that was none to be known. */
  readonly before?: string;
  /** State after its last pair. */
  readonly end: State;
}

/** What a file gives, in order. */
export type StretchItem<State, Known extends Stretch<State>> =
  | { readonly kind: 'pair'; readonly record: PairRecord; readonly begins: boolean }
  /** What came since the last such item, if it was nothing but pairs. */
  | { readonly kind: 'end'; readonly stretch: Stretch<State> | undefined }
  /** One that is known comes next; its pairs are given unless `pass` is called at once. */
  | { readonly kind: 'known'; readonly stretch: Known; readonly pass: () => void };

/** How stretches are found. */
export interface StretchOptions<State, Known extends Stretch<State>> extends Boundaries<State> {
  /** Those of an earlier reading that begin with such a line. */
  readonly known: (first: string) => readonly Known[];
  /** That which came so many places after the last one passed over, 1 or 2, if it is known. */
  readonly next?: (places: 1 | 2) => Known | undefined;
}

/** Name of a line: what a known stretch is looked up by. 64 bits; the sum of all decides. */
export function firstOf(line: Uint8Array): string {
  return sha256(line).slice(0, 16);
}

/** Items of pairs that come without bytes: all is one stretch, which nobody will know again. */
export async function* unstretched<State>(
  pairs: AsyncIterable<PairRecord>,
  { step }: Boundaries<State>,
): AsyncIterable<StretchItem<State, never>> {
  let state: State | undefined;
  for await (const record of pairs) {
    const next = step(state, record);
    ({ state } = next);
    yield { kind: 'pair', record, begins: next.begins };
  }
  yield { kind: 'end', stretch: undefined };
}
