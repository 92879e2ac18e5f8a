import { seededRng } from '../kit/index.js';
import { EVALUATE_DEFAULTS } from './defaults.js';
import { addCounts, NO_COUNTS, scoreOf } from './score.js';
import type { Counts } from './score.js';

/** Lower and upper end of a confidence interval. */
export type Interval = readonly [low: number, high: number];

/** How often and from what seed to resample. */
export interface Resampling {
  readonly seed: number;
  readonly resamples: number;
}

/**
 * Confidence intervals of both F1 by the percentile bootstrap over units.
 *
 * Source: B. Efron and R. Tibshirani (1993), "An Introduction to the Bootstrap", §13.3.
 * With one unit or none the interval is the score itself.
 */
export function bootstrapF1(
  units: readonly Counts[],
  { seed, resamples }: Resampling,
): { strict: Interval; lax: Interval } {
  const rng = seededRng(seed);
  const strict: number[] = [];
  const lax: number[] = [];
  for (let round = 0; round < resamples; round += 1) {
    let sum = NO_COUNTS;
    for (let draw = 0; draw < units.length; draw += 1) {
      sum = addCounts(sum, units[Math.floor(rng() * units.length)] ?? NO_COUNTS);
    }
    const score = scoreOf(sum);
    strict.push(score.strict.f1);
    lax.push(score.lax.f1);
  }
  return { strict: percentiles(strict), lax: percentiles(lax) };
}

function percentiles(values: number[]): Interval {
  const sorted = values.sort((a, b) => a - b);
  const tail = (1 - EVALUATE_DEFAULTS.level) / 2;
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return [at(tail), at(1 - tail)];
}

/** Two systems compared on the same gold. */
export interface Comparison {
  /** Strict F1 of the first minus strict F1 of the second. */
  readonly difference: number;
  /** Two-sided probability of such a difference between equal systems. */
  readonly p: number;
  readonly shuffles: number;
}

/**
 * Paired approximate randomisation test of the difference in strict F1.
 *
 * Under the null hypothesis the two systems' results for a unit may be exchanged; p is the
 * share of random exchanges with at least the observed difference.
 *
 * Source: E. Noreen (1989), "Computer-Intensive Methods for Testing Hypotheses"; S. Riezler
 * and J. Maxwell (2005), "On Some Pitfalls in Automatic Evaluation".
 *
 * @param ours - units of one system
 * @param theirs - units of the other, cut at the same places
 */
export function compareSystems(
  ours: readonly Counts[],
  theirs: readonly Counts[],
  { seed, shuffles }: { readonly seed: number; readonly shuffles: number },
): Comparison {
  const rng = seededRng(seed);
  const observed = difference(ours, theirs, () => false);
  let asFar = 0;
  for (let round = 0; round < shuffles; round += 1) {
    const shuffled = difference(ours, theirs, () => rng() < 0.5);
    if (Math.abs(shuffled) >= Math.abs(observed) - 1e-12) asFar += 1;
  }
  return { difference: observed, p: (asFar + 1) / (shuffles + 1), shuffles };
}

function difference(
  ours: readonly Counts[],
  theirs: readonly Counts[],
  swaps: () => boolean,
): number {
  let [one, other] = [NO_COUNTS, NO_COUNTS];
  ours.forEach((unit, index) => {
    const rival = theirs[index] ?? NO_COUNTS;
    const [first, second] = swaps() ? [rival, unit] : [unit, rival];
    one = addCounts(one, first);
    other = addCounts(other, second);
  });
  return scoreOf(one).strict.f1 - scoreOf(other).strict.f1;
}
