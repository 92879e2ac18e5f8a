/**
 * ln(1 + x) for x ≥ 0 by table look-up, for inner loops that take millions of logarithms.
 *
 * The top bits of a float32 are its exponent and the first digits of its mantissa; 1 024 steps
 * per octave keep the error below 5·10⁻⁴. The same on every machine.
 */
const STEPS_LOG2 = 10;
const SHIFT = 23 - STEPS_LOG2;
const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);
/** ln of floats from 1 to 2³², by their bits above `ONE`. */
const ONE = 0x3f800000;
const table = new Float32Array(32 << STEPS_LOG2);
for (let at = 0; at < table.length; at++) {
  bits[0] = ONE + (at << SHIFT) + (1 << (SHIFT - 1));
  table[at] = Math.log(float[0] as number);
}
table[0] = 0;

/** ln(1 + x), x ≥ 0. */
export function log1p(x: number): number {
  float[0] = 1 + x;
  return table[((bits[0] as number) - ONE) >>> SHIFT] as number;
}
