import { bandOffsets, type Band } from './band.js';
import { placeOrNone, type GapScores, type Posterior } from './lattice.js';
import { SHAPE_A, SHAPE_B, SHAPE_COUNT } from './shapes.js';

/** One bead of a path: sentences taken from each side, and its probability. */
export interface Step {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  /** Evidence for it, in nats. */
  readonly score: number;
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
export function decode(
  band: Band,
  posterior: Posterior,
  scores: Float32Array,
  gap: GapScores,
  price: number,
): Step[] {
  const offset = bandOffsets(band);
  const size = offset[band.m + 1] as number;
  const best = new Float64Array(size).fill(-Infinity);
  const chosen = new Int8Array(size).fill(-1);
  best[0] = 0;
  for (let i = 0; i <= band.m; i++) {
    const low = band.low[i] as number;
    const high = band.high[i] as number;
    for (let j = low; j <= high; j++) {
      const at = (offset[i] as number) + j - low;
      for (let s = 0; s < SHAPE_COUNT; s++) {
        const p = posterior.bead[at * SHAPE_COUNT + s] as number;
        if (p > 0) offer(at, s, i - (SHAPE_A[s] as number), j - (SHAPE_B[s] as number), p);
      }
      offer(at, ZH_ONLY, i - 1, j, posterior.zhOnly[at] as number);
      offer(at, EN_ONLY, i, j - 1, posterior.enOnly[at] as number);
    }
  }
  return walkBack(band, offset, chosen, posterior, scores, gap);

  function offer(at: number, s: number, i: number, j: number, probability: number): void {
    const start = placeOrNone(band, offset, i, j);
    if (start < 0) return;
    const value = (best[start] as number) + probability - price;
    if (value > (best[at] as number)) {
      best[at] = value;
      chosen[at] = s;
    }
  }
}

const ZH_ONLY = SHAPE_COUNT;
const EN_ONLY = SHAPE_COUNT + 1;

function walkBack(
  band: Band,
  offset: Float64Array,
  chosen: Int8Array,
  posterior: Posterior,
  scores: Float32Array,
  gap: GapScores,
): Step[] {
  const path: Step[] = [];
  let i = band.m;
  let j = band.n;
  while (i > 0 || j > 0) {
    const at = placeOrNone(band, offset, i, j);
    const s = chosen[at] as number;
    const a = s === ZH_ONLY ? 1 : s === EN_ONLY ? 0 : (SHAPE_A[s] as number);
    const b = s === ZH_ONLY ? 0 : s === EN_ONLY ? 1 : (SHAPE_B[s] as number);
    const probability = Math.min(1, probabilityOf(posterior, at, s));
    const score = s < SHAPE_COUNT ? (scores[at * SHAPE_COUNT + s] as number) : gap.open;
    path.push({ a, b, probability, score });
    i -= a;
    j -= b;
  }
  return path.reverse();
}

function probabilityOf(posterior: Posterior, at: number, s: number): number {
  if (s < SHAPE_COUNT) return posterior.bead[at * SHAPE_COUNT + s] as number;
  return (s === ZH_ONLY ? posterior.zhOnly : posterior.enOnly)[at] as number;
}
