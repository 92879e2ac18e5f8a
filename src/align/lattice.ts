import type { Band } from './band.js';
import { bandOffsets } from './bead-scores.js';
import { SHAPE_COUNT, SHAPES } from './shapes.js';

/** What one-sided beads cost, in nats (negative), after a two-sided bead and after another. */
export interface GapScores {
  readonly open: number;
  readonly extend: number;
}

/** Probabilities of every bead in a band, given all evidence. */
export interface Posterior {
  /** Float32 [positions][SHAPE_COUNT]: of the two-sided bead that ends there. */
  readonly bead: Float32Array;
  /** Float32 [positions]: of the 1-0 bead that ends there. */
  readonly zhOnly: Float32Array;
  /** Float32 [positions]: of the 0-1 bead that ends there. */
  readonly enOnly: Float32Array;
  /** Float32 [positions]: how much of `zhOnly` + `enOnly` opens a gap. */
  readonly opened: Float32Array;
  /** ln of the sum of all paths. */
  readonly total: number;
}

/**
 * Forward–backward over all monotone paths of beads in a band.
 *
 * A semi-Markov conditional random field (Sarawagi & Cohen 2004, NIPS 17) with two states: the
 * last bead was two-sided, or it was one-sided. Scores are natural logarithms; sums are taken
 * as ln Σ exp in double precision.
 */
export function posteriorOf(band: Band, scores: Float32Array, gap: GapScores): Posterior {
  const offset = bandOffsets(band);
  const size = offset[band.m + 1] as number;
  const alpha = forwardPass(band, offset, scores, gap);
  const beta = backwardPass(band, offset, scores, gap);
  const last = size - 1;
  const total = logSum(alpha.matched[last] as number, alpha.gapped[last] as number);
  const bead = new Float32Array(size * SHAPE_COUNT);
  const zhOnly = new Float32Array(size);
  const enOnly = new Float32Array(size);
  const opened = new Float32Array(size);
  eachPosition(band, offset, (at, i, j) => {
    const after = (beta.matched[at] as number) - total;
    for (let s = 0; s < SHAPE_COUNT; s++) {
      const score = scores[at * SHAPE_COUNT + s] as number;
      if (score === -Infinity) continue;
      const [a, b] = SHAPES[s] as readonly [number, number];
      const from = place(band, offset, i - a, j - b);
      bead[at * SHAPE_COUNT + s] = Math.exp((alpha.any[from] as number) + score + after);
    }
    const gapAfter = (beta.gapped[at] as number) - total;
    for (const isZh of [true, false]) {
      const from = isZh ? placeOrNone(band, offset, i - 1, j) : placeOrNone(band, offset, i, j - 1);
      if (from < 0) continue;
      const open = Math.exp((alpha.matched[from] as number) + gap.open + gapAfter);
      const extend = Math.exp((alpha.gapped[from] as number) + gap.extend + gapAfter);
      (isZh ? zhOnly : enOnly)[at] = open + extend;
      opened[at] = (opened[at] as number) + open;
    }
  });
  return { bead, zhOnly, enOnly, opened, total };
}

interface Pass {
  readonly matched: Float64Array;
  readonly gapped: Float64Array;
  readonly any: Float64Array;
}

function emptyPass(size: number): Pass {
  return {
    matched: new Float64Array(size).fill(-Infinity),
    gapped: new Float64Array(size).fill(-Infinity),
    any: new Float64Array(size).fill(-Infinity),
  };
}

function forwardPass(band: Band, offset: Float64Array, scores: Float32Array, gap: GapScores): Pass {
  const pass = emptyPass(offset[band.m + 1] as number);
  const { matched, gapped, any } = pass;
  matched[0] = 0;
  any[0] = 0;
  eachPosition(band, offset, (at, i, j) => {
    if (at > 0) {
      const sum = new RunningLogSum();
      for (let s = 0; s < SHAPE_COUNT; s++) {
        const score = scores[at * SHAPE_COUNT + s] as number;
        if (score === -Infinity) continue;
        const [a, b] = SHAPES[s] as readonly [number, number];
        sum.add(score + (any[place(band, offset, i - a, j - b)] as number));
      }
      matched[at] = sum.value;
    }
    const up = placeOrNone(band, offset, i - 1, j);
    const left = placeOrNone(band, offset, i, j - 1);
    const sum = new RunningLogSum();
    for (const from of [up, left]) {
      if (from < 0) continue;
      sum.add((matched[from] as number) + gap.open);
      sum.add((gapped[from] as number) + gap.extend);
    }
    gapped[at] = sum.value;
    any[at] = logSum(matched[at] as number, sum.value);
  });
  return pass;
}

function backwardPass(
  band: Band,
  offset: Float64Array,
  scores: Float32Array,
  gap: GapScores,
): Pass {
  const size = offset[band.m + 1] as number;
  const pass = emptyPass(size);
  const { matched, gapped, any } = pass;
  for (let i = band.m; i >= 0; i--) {
    const low = band.low[i] as number;
    for (let j = band.high[i] as number; j >= low; j--) {
      const at = place(band, offset, i, j);
      const end = at === size - 1 ? 0 : -Infinity;
      const two = new RunningLogSum();
      two.add(end);
      for (let s = 0; s < SHAPE_COUNT; s++) {
        const [a, b] = SHAPES[s] as readonly [number, number];
        const to = placeOrNone(band, offset, i + a, j + b);
        if (to >= 0) two.add((scores[to * SHAPE_COUNT + s] as number) + (matched[to] as number));
      }
      const one = new RunningLogSum();
      const down = placeOrNone(band, offset, i + 1, j);
      if (down >= 0) one.add(gapped[down] as number);
      const right = placeOrNone(band, offset, i, j + 1);
      if (right >= 0) one.add(gapped[right] as number);
      matched[at] = logSum(two.value, one.value + gap.open);
      gapped[at] = logSum(two.value, one.value + gap.extend);
    }
  }
  return pass;
}

/** ln Σ exp(xₖ), one term at a time. */
class RunningLogSum {
  #top = -Infinity;
  #rest = 0;

  add(x: number): void {
    if (x === -Infinity) return;
    if (x <= this.#top) this.#rest += Math.exp(x - this.#top);
    else {
      this.#rest = this.#rest * Math.exp(this.#top - x) + 1;
      this.#top = x;
    }
  }

  get value(): number {
    return this.#top === -Infinity ? -Infinity : this.#top + Math.log(this.#rest);
  }
}

function logSum(x: number, y: number): number {
  if (x === -Infinity) return y;
  if (y === -Infinity) return x;
  return x > y ? x + Math.log1p(Math.exp(y - x)) : y + Math.log1p(Math.exp(x - y));
}

/** Calls `visit` for every position of the band, row by row. */
export function eachPosition(
  band: Band,
  offset: Float64Array,
  visit: (at: number, i: number, j: number) => void,
): void {
  for (let i = 0; i <= band.m; i++) {
    const low = band.low[i] as number;
    const high = band.high[i] as number;
    const base = (offset[i] as number) - low;
    for (let j = low; j <= high; j++) visit(base + j, i, j);
  }
}

/** Flat place of a position known to be inside the band. */
export function place(band: Band, offset: Float64Array, i: number, j: number): number {
  return (offset[i] as number) + j - (band.low[i] as number);
}

/** Flat place of a position, −1 outside the band. */
export function placeOrNone(band: Band, offset: Float64Array, i: number, j: number): number {
  if (i < 0 || i > band.m || j < (band.low[i] as number) || j > (band.high[i] as number)) return -1;
  return place(band, offset, i, j);
}
