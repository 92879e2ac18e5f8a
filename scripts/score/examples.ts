import type { FactsReader } from '../../src/clean/facts/pair-facts.js';
import { featuresOf } from '../../src/clean/score/features.js';
import { repairText } from '../../src/clean/index.js';
import type { GoldPair } from '../noise/gold-pairs.js';
import { GOOD, labelledPairs, type LabelledPair } from '../noise/labelled.js';
import { makerNamed } from '../noise/makers.js';

/** A labelled feature vector; `weight` is its share in the fit. */
export interface Example {
  readonly features: Float64Array;
  readonly isGood: boolean;
  readonly weight: number;
}

/** A labelled pair, and who spoilt it; good pairs are of the first maker. */
export interface NoisyPair extends LabelledPair {
  readonly maker: string;
}

/** A labelled pair with its features. */
export interface Measured extends NoisyPair {
  readonly features: Float64Array;
}

/** Every gold pair once, and spoilt by each maker in every way it can be. */
export function pairsOf(
  gold: readonly GoldPair[],
  makers: readonly string[],
  seed: number,
  perKind: number,
): NoisyPair[] {
  return makers.flatMap((maker, at) =>
    labelledPairs(gold, seed, perKind, makerNamed(maker))
      .filter(({ kind }) => at === 0 || kind !== GOOD)
      .map((pair) => ({ ...pair, maker })),
  );
}

/**
 * Repairs and measures every pair, as the stage does.
 *
 * @param readerFor - who measures a pair
 */
export function measureAll(
  pairs: readonly NoisyPair[],
  readerFor: (pair: LabelledPair) => FactsReader,
): Measured[] {
  return pairs.map((pair) => {
    const [zh, en] = [repairText(pair.zh, 'zh').text, repairText(pair.en, 'en').text];
    return { ...pair, features: featuresOf(readerFor(pair)(zh, en)) };
  });
}

/** How much more a set weighs that has more good pairs: by a power of their number. */
const SIZE_POWER = 0.4;

/**
 * Examples in which good and bad weigh the same in every set, and so do the kinds of noise of all
 * makers; larger sets weigh a little more.
 */
export function balanced(pairs: readonly Measured[]): Example[] {
  const counts = new Map<string, number>();
  const kinds = new Map<string, Set<string>>();
  const nameOf = ({ set, maker, kind }: Measured): string =>
    kind === GOOD ? `${set}\t${GOOD}` : `${set}\t${maker}\t${kind}`;
  for (const pair of pairs) {
    const name = nameOf(pair);
    counts.set(name, (counts.get(name) ?? 0) + 1);
    if (pair.kind !== GOOD) kinds.set(pair.set, (kinds.get(pair.set) ?? new Set()).add(name));
  }
  return pairs.map((pair) => {
    const isGood = pair.kind === GOOD;
    const count = counts.get(nameOf(pair)) ?? 1;
    const whole = (counts.get(`${pair.set}\t${GOOD}`) ?? 1) ** SIZE_POWER;
    const parts = isGood ? 1 : (kinds.get(pair.set)?.size ?? 1);
    return { features: pair.features, isGood, weight: whole / (count * parts) };
  });
}
