import type { Band } from './band.js';
import { bandOffsets } from './band.js';
import { placeOrNone, type GapScores } from './lattice.js';
import { SHAPE_A, SHAPE_B, SHAPE_COUNT, shapeIndex } from './shapes.js';

/** One bead of a path, as sentences taken from each side. */
export interface PathStep {
  readonly a: number;
  readonly b: number;
}

/** A path and the sum of its scores, in nats. */
export interface ScoredPath {
  readonly steps: readonly PathStep[];
  readonly nats: number;
}

/** Sum of the scores of a path through a band, one-sided beads as `gap` has them. */
export function pathScore(
  steps: readonly PathStep[],
  band: Band,
  scores: Float32Array,
  gap: GapScores,
): number {
  const offset = bandOffsets(band);
  let [i, j, nats] = [0, 0, 0];
  let inGap = false;
  for (const { a, b } of steps) {
    i += a;
    j += b;
    const shape = shapeIndex(a, b);
    if (shape < 0) nats += inGap ? gap.extend : gap.open;
    else nats += scores[placeOrNone(band, offset, i, j) * SHAPE_COUNT + shape] as number;
    inGap = shape < 0;
  }
  return nats;
}

/**
 * The best path through a band that does not hold one bead (Viterbi 1967, IEEE Transactions on
 * Information Theory 13(2)); two states as in `lattice.ts`.
 *
 * @param avoid - the bead, by the position it ends at and its size
 * @returns `undefined` where every path holds it
 */
export function bestPathWithout(
  avoid: PathStep & { readonly i: number; readonly j: number },
  band: Band,
  scores: Float32Array,
  gap: GapScores,
): ScoredPath | undefined {
  const search = new Search(band, scores, gap);
  for (let i = 0; i <= band.m; i++) {
    const high = band.high[i] as number;
    for (let j = band.low[i] as number; j <= high; j++) {
      const isThere = i === avoid.i && j === avoid.j;
      for (let s = 0; s < SHAPE_COUNT; s++) {
        const [a, b] = [SHAPE_A[s] as number, SHAPE_B[s] as number];
        if (!(isThere && a === avoid.a && b === avoid.b)) search.offerBead(i, j, a, b, s);
      }
      if (!(isThere && avoid.a === 1 && avoid.b === 0)) search.offerGap(i, j, 1, 0);
      if (!(isThere && avoid.a === 0 && avoid.b === 1)) search.offerGap(i, j, 0, 1);
    }
  }
  return search.path();
}

/** State of a position: the last bead was two-sided, or one-sided. */
const MATCHED = 0;
const GAPPED = 1;

class Search {
  readonly #band: Band;
  readonly #offset: Float64Array;
  readonly #scores: Float32Array;
  readonly #gap: GapScores;
  /** [positions][2]: best sum, and the step and state it came by. */
  readonly #best: Float64Array;
  readonly #step: (PathStep | undefined)[];
  readonly #from: Int8Array;

  constructor(band: Band, scores: Float32Array, gap: GapScores) {
    this.#band = band;
    this.#offset = bandOffsets(band);
    this.#scores = scores;
    this.#gap = gap;
    const size = 2 * (this.#offset[band.m + 1] as number);
    this.#best = new Float64Array(size).fill(-Infinity);
    this.#step = Array.from({ length: size });
    this.#from = new Int8Array(size);
    this.#best[MATCHED] = 0;
  }

  offerBead(i: number, j: number, a: number, b: number, shape: number): void {
    const score = this.#scores[this.#place(i, j) * SHAPE_COUNT + shape] as number;
    if (score === -Infinity) return;
    for (const state of [MATCHED, GAPPED]) this.#offer(i, j, { a, b }, state, MATCHED, score);
  }

  offerGap(i: number, j: number, a: number, b: number): void {
    this.#offer(i, j, { a, b }, MATCHED, GAPPED, this.#gap.open);
    this.#offer(i, j, { a, b }, GAPPED, GAPPED, this.#gap.extend);
  }

  #offer(i: number, j: number, step: PathStep, from: number, to: number, score: number): void {
    const start = this.#place(i - step.a, j - step.b);
    if (start < 0) return;
    const value = (this.#best[2 * start + from] as number) + score;
    const at = 2 * this.#place(i, j) + to;
    if (value <= (this.#best[at] as number)) return;
    this.#best[at] = value;
    this.#step[at] = step;
    this.#from[at] = from;
  }

  path(): ScoredPath | undefined {
    const { m, n } = this.#band;
    let [i, j] = [m, n];
    const end = 2 * this.#place(m, n);
    const [matched, gapped] = [this.#best[end] as number, this.#best[end + 1] as number];
    let state = matched >= gapped ? MATCHED : GAPPED;
    const nats = Math.max(matched, gapped);
    if (nats === -Infinity) return undefined;
    const steps: PathStep[] = [];
    while (i > 0 || j > 0) {
      const at = 2 * this.#place(i, j) + state;
      const step = this.#step[at];
      if (step === undefined) return undefined;
      steps.push(step);
      state = this.#from[at] as number;
      i -= step.a;
      j -= step.b;
    }
    return { steps: steps.reverse(), nats };
  }

  #place(i: number, j: number): number {
    return placeOrNone(this.#band, this.#offset, i, j);
  }
}
