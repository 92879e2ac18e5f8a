import { readPairFacts } from '../../src/clean/facts/pair-facts.js';
import { featuresOf } from '../../src/clean/score/features.js';
import { repairText } from '../../src/clean/index.js';
import type { LearnedLexicon } from '../../src/lexicon/index.js';
import { GOOD, type LabelledPair } from '../noise/labelled.js';

/** A labelled feature vector; `weight` is its share in the fit. */
export interface Example {
  readonly features: Float64Array;
  readonly isGood: boolean;
  readonly weight: number;
}

/** A labelled pair with its features. */
export interface Measured extends LabelledPair {
  readonly features: Float64Array;
}

/** Repairs and measures every pair, as the stage does. */
export function measureAll(
  pairs: readonly LabelledPair[],
  learnedFor: (pair: LabelledPair) => LearnedLexicon | undefined = () => undefined,
): Measured[] {
  return pairs.map((pair) => {
    const [zh, en] = [repairText(pair.zh, 'zh').text, repairText(pair.en, 'en').text];
    const facts = readPairFacts(zh, en, learnedFor(pair));
    return { ...pair, features: featuresOf(facts) };
  });
}

/** Examples in which every set, every kind of noise in it, and good and bad weigh the same. */
export function balanced(pairs: readonly Measured[]): Example[] {
  const counts = new Map<string, number>();
  const kinds = new Map<string, Set<string>>();
  for (const { set, kind } of pairs) {
    counts.set(`${set}\t${kind}`, (counts.get(`${set}\t${kind}`) ?? 0) + 1);
    if (kind !== GOOD) kinds.set(set, (kinds.get(set) ?? new Set()).add(kind));
  }
  return pairs.map(({ set, kind, features }) => {
    const isGood = kind === GOOD;
    const count = counts.get(`${set}\t${kind}`) ?? 1;
    return { features, isGood, weight: 1 / (isGood ? count : count * (kinds.get(set)?.size ?? 1)) };
  });
}
