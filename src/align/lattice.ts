import { bandOffsets, type Band } from './band.js';
import { SHAPE_A, SHAPE_B, SHAPE_COUNT } from './shapes.js';

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

/** ln Σ exp of all paths up to (or from) each position, by what the last (next) bead is. */
interface Pass {
  readonly matched: Float64Array;
  readonly gapped: Float64Array;
  readonly any: Float64Array;
}

/** Terms this far below the largest do not change a double-precision sum noticeably. */
const NEGLIGIBLE = 25;

/**
 * Forward–backward over all monotone paths of beads in a band.
 *
 * A semi-Markov conditional random field (Sarawagi & Cohen 2004, NIPS 17) with two states: the
 * last bead was two-sided, or it was one-sided. Scores are natural logarithms.
 */
export function posteriorOf(band: Band, scores: Float32Array, gap: GapScores): Posterior {
  const offset = bandOffsets(band);
  const size = offset[band.m + 1] as number;
  const alpha = forwardPass(band, offset, scores, gap);
  const beta = backwardPass(band, offset, scores, gap);
  const total = alpha.any[size - 1] as number;
  const bead = new Float32Array(size * SHAPE_COUNT);
  const zhOnly = new Float32Array(size);
  const enOnly = new Float32Array(size);
  const opened = new Float32Array(size);
  for (let i = 0; i <= band.m; i++) {
    const low = band.low[i] as number;
    const high = band.high[i] as number;
    for (let j = low; j <= high; j++) {
      const at = (offset[i] as number) + j - low;
      fillBeads(at, i, j, (beta.matched[at] as number) - total);
      const after = (beta.gapped[at] as number) - total;
      zhOnly[at] = fillGap(at, placeOrNone(band, offset, i - 1, j), after);
      enOnly[at] = fillGap(at, j > low ? at - 1 : -1, after);
    }
  }
  return { bead, zhOnly, enOnly, opened, total };

  function fillBeads(at: number, i: number, j: number, after: number): void {
    const first = at * SHAPE_COUNT;
    for (let s = 0; s < SHAPE_COUNT; s++) {
      const score = scores[first + s] as number;
      if (score === -Infinity) continue;
      const row = i - (SHAPE_A[s] as number);
      const from = (offset[row] as number) + j - (SHAPE_B[s] as number) - (band.low[row] as number);
      const log = (alpha.any[from] as number) + score + after;
      if (log > -NEGLIGIBLE) bead[first + s] = Math.exp(log);
    }
  }

  function fillGap(at: number, from: number, after: number): number {
    if (from < 0) return 0;
    const open = Math.exp((alpha.matched[from] as number) + gap.open + after);
    opened[at] = (opened[at] as number) + open;
    return open + Math.exp((alpha.gapped[from] as number) + gap.extend + after);
  }
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
  const terms = new Float64Array(SHAPE_COUNT);
  matched[0] = 0;
  for (let i = 0; i <= band.m; i++) {
    const low = band.low[i] as number;
    const high = band.high[i] as number;
    for (let j = low; j <= high; j++) {
      const at = (offset[i] as number) + j - low;
      const first = at * SHAPE_COUNT;
      for (let s = 0; s < SHAPE_COUNT; s++) {
        const score = scores[first + s] as number;
        terms[s] = -Infinity;
        if (score === -Infinity) continue;
        const row = i - (SHAPE_A[s] as number);
        const from =
          (offset[row] as number) + j - (SHAPE_B[s] as number) - (band.low[row] as number);
        terms[s] = score + (any[from] as number);
      }
      if (at > 0) matched[at] = logSumOf(terms);
      gapped[at] = logSum(
        gapFrom(pass, gap, placeOrNone(band, offset, i - 1, j)),
        gapFrom(pass, gap, j > low ? at - 1 : -1),
      );
      any[at] = logSum(matched[at] as number, gapped[at]);
    }
  }
  return pass;
}

function gapFrom({ matched, gapped }: Pass, gap: GapScores, from: number): number {
  if (from < 0) return -Infinity;
  return logSum((matched[from] as number) + gap.open, (gapped[from] as number) + gap.extend);
}

function backwardPass(
  band: Band,
  offset: Float64Array,
  scores: Float32Array,
  gap: GapScores,
): Pass {
  const size = offset[band.m + 1] as number;
  const pass = emptyPass(size);
  const { matched, gapped } = pass;
  const terms = new Float64Array(SHAPE_COUNT);
  for (let i = band.m; i >= 0; i--) {
    const low = band.low[i] as number;
    const high = band.high[i] as number;
    for (let j = high; j >= low; j--) {
      const at = (offset[i] as number) + j - low;
      for (let s = 0; s < SHAPE_COUNT; s++) {
        const to = placeOrNone(
          band,
          offset,
          i + (SHAPE_A[s] as number),
          j + (SHAPE_B[s] as number),
        );
        terms[s] =
          to < 0 ? -Infinity : (scores[to * SHAPE_COUNT + s] as number) + (matched[to] as number);
      }
      const two = at === size - 1 ? 0 : logSumOf(terms);
      const down = placeOrNone(band, offset, i + 1, j);
      const one = logSum(
        down < 0 ? -Infinity : (gapped[down] as number),
        j < high ? (gapped[at + 1] as number) : -Infinity,
      );
      matched[at] = logSum(two, one + gap.open);
      gapped[at] = logSum(two, one + gap.extend);
    }
  }
  return pass;
}

/** ln Σ exp(xₖ). */
function logSumOf(terms: Float64Array): number {
  let top = -Infinity;
  for (let k = 0; k < terms.length; k++) if ((terms[k] as number) > top) top = terms[k] as number;
  if (top === -Infinity) return top;
  let sum = 0;
  for (let k = 0; k < terms.length; k++) {
    const d = (terms[k] as number) - top;
    if (d === 0) sum += 1;
    else if (d > -NEGLIGIBLE) sum += Math.exp(d);
  }
  return sum === 1 ? top : top + Math.log(sum);
}

function logSum(x: number, y: number): number {
  const top = x > y ? x : y;
  const d = x > y ? y - x : x - y;
  return d > -NEGLIGIBLE ? top + Math.log1p(Math.exp(d)) : top;
}

/** Flat place of a position, −1 outside the band. */
export function placeOrNone(band: Band, offset: Float64Array, i: number, j: number): number {
  if (i < 0 || i > band.m) return -1;
  const low = band.low[i] as number;
  return j < low || j > (band.high[i] as number) ? -1 : (offset[i] as number) + j - low;
}
