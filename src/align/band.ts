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
