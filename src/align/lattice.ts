import { bandOffsets, type Band } from './band.js';
import { MAX_ZH, SHAPE_A, SHAPE_B, SHAPE_COUNT } from './shapes.js';

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
  /** Float32 [positions]: of passing through the position. */
  readonly passed: Float32Array;
  /** ln of the sum of all paths. */
  readonly total: number;
}

/** ln Σ exp of all paths up to each position, by what the last bead is. */
interface Forward {
  /** Float64 [positions]: the last bead is two-sided, or there is none yet. */
  readonly matched: Float64Array;
  /** Float64 [positions]: the last bead is one-sided. */
  readonly gapped: Float64Array;
  /** Float64 [positions]: either. */
  readonly any: Float64Array;
}

/** Terms this far below the largest do not change a double-precision sum noticeably. */
const NEGLIGIBLE = 25;
/** Positions that paths of less probability pass through are not looked into. */
const UNLIKELY = 1e-11;

/**
 * Probabilities of all beads in a band, over all monotone paths.
 *
 * A semi-Markov conditional random field (Sarawagi & Cohen 2004, NIPS 17) with two states: the
 * last bead was two-sided, or it was one-sided. Scores are natural logarithms. The forward sums
 * say how a path to a position shares out among its last beads; so the probability of the
 * corner, 1, is handed down from bead to bead to the start, and only positions that probable
 * paths pass are visited. The same numbers as by forward–backward, in less than half the work.
 */
export function posteriorOf(band: Band, scores: Float32Array, gap: GapScores): Posterior {
  const offset = bandOffsets(band);
  const size = offset[band.m + 1] as number;
  const forward = forwardPass(band, offset, scores, gap);
  const posterior = {
    bead: new Float32Array(size * SHAPE_COUNT),
    zhOnly: new Float32Array(size),
    enOnly: new Float32Array(size),
    opened: new Float32Array(size),
    passed: new Float32Array(size),
    total: forward.any[size - 1] as number,
  };
  handDown(band, offset, scores, gap, forward, posterior);
  return posterior;
}

function forwardPass(
  band: Band,
  offset: Float64Array,
  scores: Float32Array,
  gap: GapScores,
): Forward {
  const size = offset[band.m + 1] as number;
  const pass = {
    matched: new Float64Array(size).fill(-Infinity),
    gapped: new Float64Array(size).fill(-Infinity),
    any: new Float64Array(size).fill(-Infinity),
  };
  const { matched, gapped, any } = pass;
  const terms = new Float64Array(SHAPE_COUNT);
  matched[0] = 0;
  for (let i = 0; i <= band.m; i++) {
    const low = band.low[i] as number;
    const high = band.high[i] as number;
    const rows = rowsAbove(band, offset, i);
    for (let j = low; j <= high; j++) {
      const at = (offset[i] as number) + j - low;
      const first = at * SHAPE_COUNT;
      let count = 0;
      let top = -Infinity;
      for (let s = 0; s < SHAPE_COUNT; s++) {
        const score = scores[first + s] as number;
        if (score === -Infinity) continue;
        const from = (rows[SHAPE_A[s] as number] as number) + j - (SHAPE_B[s] as number);
        const term = score + (any[from] as number);
        if (term > top) top = term;
        terms[count++] = term;
      }
      if (at > 0) matched[at] = logSumOf(terms, count, top);
      gapped[at] = logSum(
        gapFrom(pass, gap, placeOrNone(band, offset, i - 1, j)),
        gapFrom(pass, gap, j > low ? at - 1 : -1),
      );
      any[at] = logSum(matched[at] as number, gapped[at]);
    }
  }
  return pass;
}

/** Float64 [MAX_ZH + 1]: place of English position 0 in the row a Chinese sentences above. */
function rowsAbove(band: Band, offset: Float64Array, i: number): Float64Array {
  const rows = new Float64Array(MAX_ZH + 1);
  for (let a = 0; a <= MAX_ZH && a <= i; a++) {
    rows[a] = (offset[i - a] as number) - (band.low[i - a] as number);
  }
  return rows;
}

function gapFrom({ matched, gapped }: Forward, gap: GapScores, from: number): number {
  if (from < 0) return -Infinity;
  return logSum((matched[from] as number) + gap.open, (gapped[from] as number) + gap.extend);
}

/** Shares out the probability of each position among the beads that end there, from the corner on. */
function handDown(
  band: Band,
  offset: Float64Array,
  scores: Float32Array,
  gap: GapScores,
  { matched, gapped, any }: Forward,
  posterior: Posterior,
): void {
  const size = any.length;
  /** Probability of paths whose next bead is two-sided; whose next bead is a gap, by their state. */
  const passing = new Float64Array(size);
  const opening = new Float64Array(size);
  const extending = new Float64Array(size);
  passing[size - 1] = 1;
  for (let i = band.m; i >= 0; i--) {
    const low = band.low[i] as number;
    const rows = rowsAbove(band, offset, i);
    for (let j = band.high[i] as number; j >= low; j--) {
      const at = (offset[i] as number) + j - low;
      const through = passing[at] as number;
      const mass = through + (opening[at] as number) + (extending[at] as number);
      if (mass < UNLIKELY) continue;
      posterior.passed[at] = mass;
      const split =
        through === 0 ? 0 : through * Math.exp((matched[at] as number) - (any[at] as number));
      const two = split + (opening[at] as number);
      const one = mass - two;
      if (two >= UNLIKELY) shareBeads(at, j, two, rows);
      if (one >= UNLIKELY) {
        const up = placeOrNone(band, offset, i - 1, j);
        posterior.zhOnly[at] = shareGap(at, up, one);
        posterior.enOnly[at] = shareGap(at, j > low ? at - 1 : -1, one);
      }
    }
  }

  function shareBeads(at: number, j: number, two: number, rows: Float64Array): void {
    const first = at * SHAPE_COUNT;
    const base = matched[at] as number;
    for (let s = 0; s < SHAPE_COUNT; s++) {
      const score = scores[first + s] as number;
      if (score === -Infinity) continue;
      const from = (rows[SHAPE_A[s] as number] as number) + j - (SHAPE_B[s] as number);
      const log = score + (any[from] as number) - base;
      if (log < -NEGLIGIBLE) continue;
      const p = two * Math.exp(log);
      posterior.bead[first + s] = p;
      passing[from] = (passing[from] as number) + p;
    }
  }

  function shareGap(at: number, from: number, one: number): number {
    if (from < 0) return 0;
    const open = one * Math.exp((matched[from] as number) + gap.open - (gapped[at] as number));
    const extend = one * Math.exp((gapped[from] as number) + gap.extend - (gapped[at] as number));
    posterior.opened[at] = (posterior.opened[at] as number) + open;
    opening[from] = (opening[from] as number) + open;
    extending[from] = (extending[from] as number) + extend;
    return open + extend;
  }
}

/** ln Σ exp(xₖ) of the first `count` terms, the largest of which is `top`. */
function logSumOf(terms: Float64Array, count: number, top: number): number {
  if (count <= 1 || top === -Infinity) return top;
  let sum = 0;
  for (let k = 0; k < count; k++) {
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
