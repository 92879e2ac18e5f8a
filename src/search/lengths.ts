import type { Pair } from '../model/index.js';

/** Length of both sides of one pair, in code points. */
export interface LengthPoint {
  readonly zh: number;
  readonly en: number;
}

/** Lengths of at most `limit` two-sided pairs, spread evenly over those given. */
export function lengthSample(pairs: readonly Pair[], limit: number): LengthPoint[] {
  const twoSided = pairs.filter(({ zh, en }) => zh !== '' && en !== '');
  const step = Math.max(1, twoSided.length / limit);
  const points: LengthPoint[] = [];
  for (let at = 0; at < twoSided.length && points.length < limit; at += step) {
    const pair = twoSided[Math.floor(at)];
    if (pair !== undefined) points.push({ zh: codePoints(pair.zh), en: codePoints(pair.en) });
  }
  return points;
}

function codePoints(text: string): number {
  return [...text].length;
}
