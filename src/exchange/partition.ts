import { hashOf } from '../kit/index.js';
import type { Pairs } from './format.js';
import { recordOf, type PairRecord } from './record.js';

/** A part of a data set for machine learning. */
export type Part = 'train' | 'dev' | 'test';

/** How a corpus is parted. */
export interface Shares {
  /** Share of the documents in [0, 1]; the rest is for training. */
  readonly dev: number;
  readonly test: number;
  /** Another seed gives another partition. */
  readonly seed: number;
}

/** A pair and the part it belongs to, or why it belongs to none. */
export type Parted =
  | { readonly kind: 'part'; readonly part: Part; readonly record: PairRecord }
  | { readonly kind: 'leak'; readonly other: Part; readonly record: PairRecord };

/**
 * Parts a corpus so that nothing leaks: all pairs of a document go to the same part, and a pair
 * whose Chinese or English has been given to another part already goes to none.
 *
 * The part of a document depends on its id and the seed alone, so that a grown corpus keeps the
 * parts of its old documents. Memory grows with the number of pairs (about 100 bytes each).
 */
export async function* partition(pairs: Pairs, shares: Shares): AsyncIterable<Parted> {
  const given = new Map<string, Part>();
  for await (const item of pairs) {
    const record = recordOf(item);
    const part = partOf(record.doc ?? record.url_or_path ?? `${record.zh}\n${record.en}`, shares);
    const texts = [`zh${record.zh}`, `en${record.en}`].map((text) => hashOf(text).slice(0, 16));
    const other = texts
      .map((text) => given.get(text))
      .find((was) => was !== undefined && was !== part);
    if (other !== undefined) {
      yield { kind: 'leak', other, record };
      continue;
    }
    for (const text of texts) given.set(text, part);
    yield { kind: 'part', part, record };
  }
}

/** The part of a document, by a hash of its id and the seed. */
export function partOf(document: string, { dev, test, seed }: Shares): Part {
  const place = Number.parseInt(hashOf(seed, document).slice(0, 12), 16) / 16 ** 12;
  if (place < test) return 'test';
  return place < test + dev ? 'dev' : 'train';
}
