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
