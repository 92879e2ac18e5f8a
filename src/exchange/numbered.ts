import type { Pairs, WriteOptions } from './format.js';
import { reportLoss } from './loss.js';
import { recordOf, type PairRecord } from './record.js';

/** A record and its place in the export, from 1. */
export interface Numbered {
  readonly record: PairRecord;
  readonly ordinal: number;
}

/** Records in order, numbered. */
export async function* numbered(pairs: Pairs): AsyncIterable<Numbered> {
  let ordinal = 0;
  for await (const item of pairs) {
    ordinal += 1;
    yield { record: recordOf(item), ordinal };
  }
}

/** Records that have both sides, numbered as among all; the others are reported. */
export async function* twoSided(
  pairs: Pairs,
  options: Pick<WriteOptions, 'onLoss'>,
): AsyncIterable<Numbered> {
  for await (const item of numbered(pairs)) {
    const { record, ordinal } = item;
    if (record.zh !== '' && record.en !== '') yield item;
    else reportLoss(options, record, { kind: 'pair', reason: 'one-sided', ordinal, count: 1 });
  }
}
