import type { Pair, PairId } from '../../model/index.js';
import { duplicateKey, type SeenPairs } from './duplicates.js';
import { sideKey } from './keys.js';
import { bandsOf, likeness, sketchOf, type Sketch } from './sketch.js';

/** An index that grows as pairs are added. */
export interface GrowingIndex extends SeenPairs {
  /** Takes kept pairs of one document into the index. */
  add(pairs: readonly Pair[]): void;
}

/** Members of one bucket compared at most; fuller buckets hold boilerplate. */
const MAX_BUCKET = 64;

/**
 * All pairs of one run in memory: about 1 kB a pair. The store's index takes over where a corpus
 * is larger than that allows.
 */
export function memoryIndex(): Required<GrowingIndex> {
  const firsts = new Map<string, { readonly id: PairId; documents: number }>();
  const sides = new Map<string, Set<string>>();
  const sketches: Sketch[] = [];
  const ids: PairId[] = [];
  const buckets = new Map<number, number[]>();
  return {
    find: (key) => firsts.get(key)?.id,
    documents: (key) => firsts.get(key)?.documents ?? 0,
    translations: (side) => sides.get(side)?.size ?? 0,
    near(sketch, least) {
      let best: number | undefined;
      for (const band of bandsOf(sketch)) {
        for (const at of buckets.get(band) ?? []) {
          const other = sketches[at];
          if (other === undefined || likeness(other, sketch) < least) continue;
          if (best === undefined || at < best) best = at;
        }
      }
      return best === undefined ? undefined : ids[best];
    },
    add(pairs) {
      const counted = new Set<string>();
      for (const pair of pairs) {
        const isRepeat = pair.reason === 'duplicate';
        const key = duplicateKey(isRepeat ? { ...pair, state: 'new' } : pair);
        if (key === undefined) continue;
        const first = firsts.get(key);
        if (first === undefined) firsts.set(key, { id: pair.id, documents: 1 });
        else if (!counted.has(key)) first.documents += 1;
        counted.add(key);
        if (!isRepeat) remember(pair);
      }
    },
  };

  function remember(pair: Pair): void {
    const [zh, en] = [sideKey(pair.zh, 'zh'), sideKey(pair.en, 'en')];
    sides.set(zh, (sides.get(zh) ?? new Set()).add(en));
    sides.set(en, (sides.get(en) ?? new Set()).add(zh));
    const sketch = sketchOf(pair);
    const at = ids.push(pair.id) - 1;
    sketches.push(sketch);
    for (const band of bandsOf(sketch)) {
      const bucket = buckets.get(band);
      if (bucket === undefined) buckets.set(band, [at]);
      else if (bucket.length < MAX_BUCKET) bucket.push(at);
    }
  }
}
