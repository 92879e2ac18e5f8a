/** Letters and digits of the first text that the second has not as often. */
export function lostLetters(wanted: string, got: string): string {
  const counts = new Map<string, number>();
  for (const char of got) counts.set(char, (counts.get(char) ?? 0) + 1);
  let missing = '';
  for (const [char] of wanted.matchAll(/[\p{L}\p{N}]/gu)) {
    const left = counts.get(char) ?? 0;
    if (left === 0) missing += char;
    counts.set(char, left - 1);
  }
  return missing;
}
