/** Abbreviations that are words of grammar in small letters. */
const ACRONYMS: ReadonlyMap<string, string> = new Map([
  ['US', 'u.s.'],
  ['WHO', 'w.h.o.'],
]);

/** Stem of an abbreviation that would be taken for a word of grammar: US, not `us`. */
export function acronymEn(word: string): string | undefined {
  return ACRONYMS.get(word);
}
