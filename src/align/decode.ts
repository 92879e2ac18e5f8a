import type { Band } from './band.js';
import { bandOffsets } from './bead-scores.js';
import { eachPosition, place, placeOrNone, type Posterior } from './lattice.js';
import { SHAPE_COUNT, SHAPES } from './shapes.js';

/** One bead of a path: sentences taken from each side, and its probability. */
export interface Step {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
}

/**
 * The path with the highest expected strict F1.
 *
 *     F₁ = 2·TP / (N_found + N_gold),  so it maximises  Σ over beads (P(bead) − F₁/2)
 *
 * which values a bead by its probability and charges each bead the same price: minimum Bayes
 * risk decoding (Goel & Byrne 2000, Computer Speech & Language 14(2)) instead of the single
 * most probable path.
 *
 * @param price - F₁/2 as expected, in [0, 0.5]
 */
export function decode(band: Band, posterior: Posterior, price: number): Step[] {
  const offset = bandOffsets(band);
  const size = offset[band.m + 1] as number;
  const best = new Float64Array(size).fill(-Infinity);
  const from = new Int8Array(size).fill(-1);
  best[0] = 0;
  eachPosition(band, offset, (at, i, j) => {
    for (let s = 0; s < SHAPE_COUNT + 2; s++) {
      const [a, b] = shapeOf(s);
      const start = placeOrNone(band, offset, i - a, j - b);
      if (start < 0) continue;
      const value = (best[start] as number) + probabilityOf(posterior, at, s) - price;
      if (value > (best[at] as number)) {
        best[at] = value;
        from[at] = s;
      }
    }
  });
  const path: Step[] = [];
  let i = band.m;
  let j = band.n;
  while (i > 0 || j > 0) {
    const at = place(band, offset, i, j);
    const s = from[at] as number;
    const [a, b] = shapeOf(s);
    path.push({ a, b, probability: Math.min(1, probabilityOf(posterior, at, s)) });
    i -= a;
    j -= b;
  }
  return path.reverse();
}

const ZH_ONLY = [1, 0] as const;
const EN_ONLY = [0, 1] as const;

function shapeOf(s: number): readonly [number, number] {
  return SHAPES[s] ?? (s === SHAPE_COUNT ? ZH_ONLY : EN_ONLY);
}

function probabilityOf(posterior: Posterior, at: number, s: number): number {
  if (s < SHAPE_COUNT) return posterior.bead[at * SHAPE_COUNT + s] as number;
  return (s === SHAPE_COUNT ? posterior.zhOnly : posterior.enOnly)[at] as number;
}
