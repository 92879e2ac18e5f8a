/** How many Chinese characters a text has. */
export function countHan(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** How many letters of English a text has. */
export function countLatin(text: string): number {
  return text.match(/[A-Za-z]/g)?.length ?? 0;
}

/** Stretches of letters and figures, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Stretches between spaces, marks and all. */
export function spacedWordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
