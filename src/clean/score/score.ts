import { unitScore, type UnitScore } from '../../model/index.js';
import type { PairFacts } from '../facts/pair-facts.js';
import { FEATURES, featuresOf, type FeatureName } from './features.js';
import { WEIGHTS } from './weights.generated.js';

/** Confidence is kept this far from 0 and 1, so that no single number decides alone. */
const EDGE = 0.005;
/** Share of the aligner's log-odds that the words of the pair have not told yet. */
const CONFIDENCE_SHARE = 0.5;
/** Decimals of a score. */
const ROUNDING = 10_000;

const vector = Float64Array.from(FEATURES, (name) => WEIGHTS.features[name]);

/**
 * Probability that a pair is a good translation unit, if good and spoilt pairs were equally
 * common and nothing else were known.
 *
 *     logit(score) = b + Σ wᵢ·fᵢ(pair) + ½·logit(confidence)
 *
 * Logistic regression over {@link FEATURES}; the weights come from `scripts/fit-score.ts`. The
 * last term is there only for pairs that an aligner made; it looks at the same words, so it
 * counts half.
 */
export function scoreOf(facts: PairFacts, confidence?: number): UnitScore {
  const features = featuresOf(facts);
  let logit = WEIGHTS.bias;
  for (let at = 0; at < vector.length; at++) {
    logit += (vector[at] as number) * (features[at] as number);
  }
  if (confidence !== undefined) {
    const prior = Math.min(1 - EDGE, Math.max(EDGE, confidence));
    logit += CONFIDENCE_SHARE * Math.log(prior / (1 - prior));
  }
  return unitScore(Math.round(ROUNDING / (1 + Math.exp(-logit))) / ROUNDING);
}

/** What a feature adds to the log-odds of a pair's score, in nats. */
export interface Contribution {
  readonly feature: FeatureName;
  readonly value: number;
  readonly nats: number;
}

/** Why a pair has its score: every feature with what it adds, the strongest first. */
export function explainScore(facts: PairFacts): Contribution[] {
  const features = featuresOf(facts);
  return FEATURES.map((feature, at) => {
    const value = features[at] as number;
    return { feature, value, nats: value * (vector[at] as number) };
  }).sort((a, b) => Math.abs(b.nats) - Math.abs(a.nats));
}
