/**
 * Which positions of an alignment are looked at: after i Chinese sentences, between `low[i]`
 * and `high[i]` English ones, both inclusive. Both rise with i; `low[0]` is 0, `high[m]` is n.
 */
export interface Band {
  /** Number of Chinese sentences. */
  readonly m: number;
  /** Number of English sentences. */
  readonly n: number;
  /** Int32 [m + 1]. */
  readonly low: Int32Array;
  /** Int32 [m + 1]. */
  readonly high: Int32Array;
}

/** The whole lattice. */
export function fullBand(m: number, n: number): Band {
  return { m, n, low: new Int32Array(m + 1), high: new Int32Array(m + 1).fill(n) };
}

/** Place of each band position in flat arrays: position (i, j) is `offset[i] + j − low[i]`. */
export function bandOffsets(band: Band): Float64Array {
  const offset = new Float64Array(band.m + 2);
  for (let i = 0; i <= band.m; i++) {
    const width = (band.high[i] as number) - (band.low[i] as number) + 1;
    offset[i + 1] = (offset[i] as number) + width;
  }
  return offset;
}

/** A position that an alignment is believed to pass near. */
export interface Waypoint {
  readonly i: number;
  readonly j: number;
}

/** Boxes between waypoints of at most this many positions are searched whole. */
const SMALL_BOX = 4_096;
/** Beyond that, the line between them is searched this much wider per sentence. */
const SPREAD = 1 / 8;

/**
 * A band through waypoints: the whole box between two near ones, so that a block missing on
 * one side fits at any place in it; a widened line between two far ones.
 *
 * @param points - rising on both sides; (0, 0) and (m, n) are added
 * @param radius - English sentences added on either side
 */
export function bandAround(
  points: readonly Waypoint[],
  m: number,
  n: number,
  radius: number,
): Band {
  const low = new Int32Array(m + 1).fill(n);
  const high = new Int32Array(m + 1);
  let [i, j] = [0, 0];
  for (const point of [...points, { i: m, j: n }]) {
    const rows = point.i - i;
    const columns = point.j - j;
    const isBox = rows * columns <= SMALL_BOX;
    const wide = radius + (isBox ? 0 : SPREAD * Math.max(rows, columns));
    for (let row = i; row <= point.i; row++) {
      const from = isBox || rows === 0 ? j : j + ((row - i - 1) * columns) / rows;
      const to = isBox || rows === 0 ? point.j : j + ((row - i + 1) * columns) / rows;
      low[row] = Math.min(low[row] as number, Math.floor(from - wide));
      high[row] = Math.max(high[row] as number, Math.ceil(to + wide));
    }
    [i, j] = [point.i, point.j];
  }
  return closeBand(low, high, m, n);
}

/**
 * Makes bounds rise, start and end at the corners and leave no step without a way across; writes
 * into the arrays given.
 */
export function closeBand(low: Int32Array, high: Int32Array, m: number, n: number): Band {
  low[0] = 0;
  high[m] = n;
  for (let row = m; row >= 0; row--) {
    const next = row < m ? (low[row + 1] as number) : n;
    low[row] = Math.max(0, Math.min(low[row] as number, next));
  }
  for (let row = 0; row <= m; row++) {
    const previous = row > 0 ? (high[row - 1] as number) : 0;
    high[row] = Math.min(n, Math.max(high[row] as number, previous));
  }
  for (let row = 1; row <= m; row++) {
    low[row] = Math.min(low[row] as number, high[row - 1] as number);
  }
  return { m, n, low, high };
}
