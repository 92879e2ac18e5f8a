/** A source of numbers in [0, 1), handed in wherever chance is needed. */
export type Rng = () => number;

/**
 * Seeded generator: the same seed gives the same numbers on every machine.
 *
 * Mulberry32 (Tommy Ettinger, 2017): 32 bits of state, period 2³². Not for secrets.
 */
export function seededRng(seed: number): Rng {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
