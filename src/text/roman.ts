const VALUE: Readonly<Record<string, number>> = {
  I: 1,
  V: 5,
  X: 10,
  L: 50,
  C: 100,
  D: 500,
  M: 1000,
};
const WELL_FORMED = /^(?=[IVXLCDM])M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/;

/** Value of a Roman numeral in capitals, or `undefined` if it is none. */
export function parseRoman(text: string): number | undefined {
  if (!WELL_FORMED.test(text)) return undefined;
  let total = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = VALUE[text.charAt(at)] ?? 0;
    const next = VALUE[text.charAt(at + 1)] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}
