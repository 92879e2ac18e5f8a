/**
 * Name of the token that stands for a numeric value on both sides: `#3000`.
 *
 * Twelve significant digits, so that 0.1 + 0.2 and 0.3 are one value.
 */
export function valueName(value: number): string {
  return `#${String(Number(value.toPrecision(12)))}`;
}
