import { seededRng } from '../../src/kit/index.js';
import { CORRUPTIONS, type Corruption, type Texts } from './corruptions.js';
import type { GoldPair } from './gold-pairs.js';

/** A pair whose worth is known. */
export interface LabelledPair extends GoldPair {
  /** `good`, or the name of what was done to it. */
  readonly kind: string;
}

/** Label of an untouched pair. */
export const GOOD = 'good';

/**
 * Every gold pair as it is, and spoilt in every way it can be.
 *
 * @param perKind - at most so many spoilt pairs of a kind and set, chosen by chance
 * @param corruptions - ways to spoil a pair
 */
export function labelledPairs(
  gold: readonly GoldPair[],
  seed: number,
  perKind: number,
  corruptions: Readonly<Record<string, Corruption>> = CORRUPTIONS,
): LabelledPair[] {
  const rng = seededRng(seed);
  const labelled: LabelledPair[] = gold.map((pair) => ({ ...pair, kind: GOOD }));
  for (const set of new Set(gold.map((pair) => pair.set))) {
    const pairs = gold.filter((pair) => pair.set === set);
    for (const [kind, spoil] of Object.entries(corruptions)) {
      let made = 0;
      for (const at of shuffled(pairs.length, rng)) {
        if (made >= perKind) break;
        const pair = pairs[at];
        if (pair === undefined) continue;
        const texts = spoil(pair, { pairs, at }, rng);
        if (texts === undefined || isUntouched(texts, pair)) continue;
        labelled.push({ ...pair, ...texts, kind });
        made += 1;
      }
    }
  }
  return labelled;
}

function isUntouched(one: Texts, other: Texts): boolean {
  return one.zh === other.zh && one.en === other.en;
}

/** The numbers 0 … size − 1 in random order (Fisher–Yates). */
function shuffled(size: number, rng: () => number): number[] {
  const order = Array.from({ length: size }, (_, at) => at);
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(rng() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}
