import { numbered, type Numbered } from '../numbered.js';
import type { Pairs } from '../format.js';
import type { PairRecord } from '../record.js';

/** A pair with its neighbours in the same document, for tools that match by context. */
export interface Placed extends Numbered {
  readonly before?: PairRecord;
  readonly after?: PairRecord;
}

/** Pairs with the pairs just before and after them in the same document. */
export async function* withNeighbours(pairs: Pairs): AsyncIterable<Placed> {
  let before: PairRecord | undefined;
  let current: Numbered | undefined;
  for await (const next of numbered(pairs)) {
    if (current !== undefined) {
      yield place(current, before, next.record);
      before = current.record;
    }
    current = next;
  }
  if (current !== undefined) yield place(current, before, undefined);
}

function place(
  current: Numbered,
  before: PairRecord | undefined,
  after: PairRecord | undefined,
): Placed {
  return {
    ...current,
    ...(isSameDocument(current.record, before) ? { before } : {}),
    ...(isSameDocument(current.record, after) ? { after } : {}),
  };
}

function isSameDocument(record: PairRecord, other: PairRecord | undefined): other is PairRecord {
  return other !== undefined && record.doc !== undefined && record.doc === other.doc;
}
