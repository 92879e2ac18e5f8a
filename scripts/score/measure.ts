import { GOOD, type LabelledPair } from '../noise/labelled.js';

/**
 * Area under the ROC curve: the chance that a good pair scores above a spoilt one, ties half.
 */
export function areaUnderCurve(good: readonly number[], spoilt: readonly number[]): number {
  if (good.length === 0 || spoilt.length === 0) return Number.NaN;
  const all = [
    ...good.map((score) => ({ score, isGood: true })),
    ...spoilt.map((score) => ({ score, isGood: false })),
  ].sort((a, b) => a.score - b.score);
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]?.score === all[from]?.score) to += 1;
    const rank = (from + to + 1) / 2;
    for (let at = from; at < to; at++) if (all[at]?.isGood === true) ranks += rank;
    from = to;
  }
  return (ranks - (good.length * (good.length + 1)) / 2) / (good.length * spoilt.length);
}

/** Kinds of noise in the order they are met. */
export function kindsOf(pairs: readonly Pick<LabelledPair, 'kind'>[]): string[] {
  return [...new Set(pairs.map(({ kind }) => kind))].filter((kind) => kind !== GOOD);
}

/** Share of the spoilt below the score that a share of the good ones reach. */
export function refusedAt(
  kept: number,
  good: readonly number[],
  spoilt: readonly number[],
): number {
  const limit = Float64Array.from(good).sort()[Math.floor((1 - kept) * good.length)] ?? 0;
  return spoilt.filter((score) => score < limit).length / Math.max(1, spoilt.length);
}

/** A score, whether the pair is good, and how much it counts. */
export interface Judged {
  readonly score: number;
  readonly isGood: boolean;
  readonly weight: number;
}

/** A bin of scores: how many, what the score says, and how many are good. */
export interface CalibrationBin {
  /** Scores below this, and not in the bins before. */
  readonly below: number;
  readonly share: number;
  readonly meanScore: number;
  readonly reallyGood: number;
}

const BIN_ENDS = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, Infinity];

/** Whether scores are what they say: pairs of a score of 0.8 should be good four times in five. */
export function calibration(pairs: readonly Judged[]): CalibrationBin[] {
  const all = pairs.reduce((sum, { weight }) => sum + weight, 0);
  let from = -Infinity;
  return BIN_ENDS.map((below) => {
    const mine = pairs.filter(({ score }) => score >= from && score < below);
    from = below;
    const total = mine.reduce((sum, { weight }) => sum + weight, 0);
    const mean = (value: (pair: Judged) => number): number =>
      mine.reduce((sum, pair) => sum + pair.weight * value(pair), 0) / total;
    return {
      below,
      share: total / all,
      meanScore: mean(({ score }) => score),
      reallyGood: mean(({ isGood }) => (isGood ? 1 : 0)),
    };
  });
}
