/** Takes `name N` out of a list of command-line words. */
export function takeNumber(words: string[], name: string, otherwise: number): number {
  const at = words.indexOf(name);
  if (at === -1) return otherwise;
  const [, value] = words.splice(at, 2);
  if (value === undefined || !Number.isFinite(Number(value)))
    throw new Error(`${name} needs a number`);
  return Number(value);
}
