/** Takes `name N` out of a list of command-line words. */
export function takeNumber(words: string[], name: string, otherwise: number): number {
  const value = Number(takeWord(words, name, String(otherwise)));
  if (!Number.isFinite(value)) throw new Error(`${name} needs a number`);
  return value;
}

/** Takes `name WORD` out of a list of command-line words. */
export function takeWord(words: string[], name: string, otherwise: string): string {
  const at = words.indexOf(name);
  if (at === -1) return otherwise;
  const [, value] = words.splice(at, 2);
  if (value === undefined) throw new Error(`${name} needs a value`);
  return value;
}
