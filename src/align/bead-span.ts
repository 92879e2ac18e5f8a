import type { Band } from './band.js';
import { SHAPE_A, SHAPE_B, SHAPE_COUNT } from './shapes.js';

/**
 * Beads of one shape (a, b) that end after the same Chinese sentences and after neighbouring
 * numbers of English ones: what inner loops work on at a time.
 */
export interface BeadSpan {
  /** Chinese sentences before the end of the beads, and in them. */
  i: number;
  a: number;
  /** English sentences in each bead. */
  b: number;
  /** English sentences before the end of the first and of the last bead. */
  from: number;
  to: number;
  /** Place of the first bead in [positions][SHAPE_COUNT]; the next is SHAPE_COUNT further on. */
  at: number;
}

/** One kind of evidence about beads, in nats. */
export interface Evidence {
  /** Adds what it says of every bead of a span to the scores of the beads. */
  addTo(scores: Float32Array, span: BeadSpan): void;
}

/**
 * Visits every two-sided bead that starts and ends inside a band, in spans.
 *
 * @param offset - of the band, see `bandOffsets`
 * @param visit - gets the same object again and again
 */
export function eachSpan(band: Band, offset: Float64Array, visit: (span: BeadSpan) => void): void {
  const span: BeadSpan = { i: 0, a: 0, b: 0, from: 0, to: 0, at: 0 };
  for (let i = 1; i <= band.m; i++) {
    const low = band.low[i] as number;
    const high = band.high[i] as number;
    span.i = i;
    for (let s = 0; s < SHAPE_COUNT; s++) {
      const a = SHAPE_A[s] as number;
      if (a > i) break;
      const b = SHAPE_B[s] as number;
      span.a = a;
      span.b = b;
      span.from = Math.max(low, (band.low[i - a] as number) + b);
      span.to = Math.min(high, (band.high[i - a] as number) + b);
      span.at = ((offset[i] as number) + span.from - low) * SHAPE_COUNT + s;
      if (span.from <= span.to) visit(span);
    }
  }
}
