import { closeBand, type Band, type Waypoint } from './band.js';
import type { Step } from './decode.js';
import type { Posterior } from './lattice.js';
import type { Pin } from './pins.js';

/** Where the path through a section is believed to run, by Chinese position. */
export interface Guide {
  /** Int32 [m + 1]: lowest and highest English position that is not out of the question. */
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Int32 [m + 1]: the last English position of the path itself. */
  readonly path: Int32Array;
}

/** Positions that paths of at least this probability pass through belong to the next guide. */
const CONCEIVABLE = 1e-4;

/** A guide that holds nothing yet, for {@link widen} and {@link setPath}. */
export function emptyGuide(m: number, n: number): Guide {
  return {
    low: new Int32Array(m + 1).fill(n),
    high: new Int32Array(m + 1),
    path: new Int32Array(m + 1),
  };
}

/** The whole lattice, for texts too small to bother. */
export function openGuide(m: number, n: number): Guide {
  const straight = Int32Array.from({ length: m + 1 }, (_, i) =>
    Math.round((i * n) / Math.max(1, m)),
  );
  return { low: new Int32Array(m + 1), high: new Int32Array(m + 1).fill(n), path: straight };
}

/** Takes in the positions of a searched band, which begins at `from`, that are conceivable. */
export function widen(guide: Guide, from: Waypoint, band: Band, { passed }: Posterior): void {
  let at = 0;
  for (let i = 0; i <= band.m; i++) {
    const row = from.i + i;
    const high = band.high[i] as number;
    for (let j = band.low[i] as number; j <= high; j++, at++) {
      if ((passed[at] as number) < CONCEIVABLE) continue;
      const column = from.j + j;
      if (column < (guide.low[row] as number)) guide.low[row] = column;
      if (column > (guide.high[row] as number)) guide.high[row] = column;
    }
  }
}

/**
 * Writes a path from the first sentence to the last into a guide, and sees that it is held; rows
 * inside a bead hold all that the bead spans.
 */
export function setPath(guide: Guide, path: readonly Step[]): void {
  let [i, j] = [0, 0];
  for (const { a, b } of [{ a: 0, b: 0 }, ...path]) {
    for (let row = i; row <= i + a; row++) {
      guide.low[row] = Math.min(guide.low[row] as number, row < i + a ? j : j + b);
      guide.high[row] = Math.max(guide.high[row] as number, row > i || a === 0 ? j + b : j);
      guide.path[row] = row < i + a ? j : j + b;
    }
    i += a;
    j += b;
  }
}

/** Sees that a guide lets a path through that keeps pins. */
export function holdPins({ low, high }: Guide, pins: readonly Pin[]): void {
  for (const { zh, en } of pins) {
    for (const [i, j] of [
      [zh, en],
      [zh + 1, en + 1],
    ] as const) {
      low[i] = Math.min(low[i] as number, j);
      high[i] = Math.max(high[i] as number, j);
    }
  }
}

/** The band a guide leaves between two positions, widened by `slack` English sentences. */
export function bandAlong(guide: Guide, from: Waypoint, to: Waypoint, slack: number): Band {
  const m = to.i - from.i;
  const n = to.j - from.j;
  const low = new Int32Array(m + 1);
  const high = new Int32Array(m + 1);
  for (let i = 0; i <= m; i++) {
    const row = from.i + i;
    low[i] = (guide.low[row] as number) - slack - from.j;
    high[i] = (guide.high[row] as number) + slack - from.j;
  }
  return closeBand(low, high, m, n);
}
