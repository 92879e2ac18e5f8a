import type { Pair, PairId } from '../../model/index.js';
import { fingerprintOf, NearIndex, type Fingerprint } from '../../text/index.js';
import { partOf, type SeenPairs } from './duplicates.js';

/** An index that grows as pairs are added. */
export interface GrowingIndex extends SeenPairs {
  /**
   * Takes the pairs of one document into the index.
   *
   * @param prints - fingerprints of the pairs, where they are at hand
   */
  add(pairs: readonly Pair[], prints?: (pair: Pair, at: number) => Fingerprint): void;
}

/**
 * All pairs of one run in memory: about 600 bytes a pair. The store's index takes over where a
 * corpus is larger than that allows.
 */
export function memoryIndex(): Required<GrowingIndex> {
  const firsts = new Map<number, { readonly id: PairId; documents: number }>();
  const sides = { zh: new Map<number, Set<number>>(), en: new Map<number, Set<number>>() };
  const likes = new NearIndex();
  const ids: PairId[] = [];
  return {
    find: (pair) => firsts.get(pair)?.id,
    documents: (pair, most) => Math.min(most, firsts.get(pair)?.documents ?? 0),
    translations(print, side, most) {
      const known = sides[side].get(print[side] ?? -1);
      if (known === undefined) return 0;
      return Math.min(most, known.size - (known.has(print.pair) ? 1 : 0));
    },
    near(sketch, least) {
      const place = likes.find(ids.length, sketch, least);
      return place === undefined ? undefined : ids[place.document];
    },
    add(pairs, prints = fingerprintOf) {
      const counted = new Set<number>();
      for (const [at, pair] of pairs.entries()) {
        const part = partOf(pair);
        if (part === 'none') continue;
        const print = prints(pair, at);
        const first = firsts.get(print.pair);
        if (first === undefined) firsts.set(print.pair, { id: pair.id, documents: 1 });
        else if (!counted.has(print.pair)) first.documents += 1;
        counted.add(print.pair);
        if (part === 'first') remember(pair.id, print);
      }
    },
  };

  function remember(id: PairId, print: Fingerprint): void {
    for (const side of ['zh', 'en'] as const) {
      const key = print[side];
      if (key === undefined) continue;
      sides[side].set(key, (sides[side].get(key) ?? new Set()).add(print.pair));
    }
    likes.add({ document: ids.push(id) - 1, position: 1 }, print.sketch);
  }
}
