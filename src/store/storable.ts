/** What a TEXT column cannot hold: NUL ends the text, a lone surrogate has no UTF-8 form. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** The text with what cannot be stored replaced by U+FFFD; the same text when all can be. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '\uFFFD');
}

/** Length in code points: what a reader would call characters, for Chinese and English alike. */
export function codePoints(text: string): number {
  return text.length - (text.match(PAIRED)?.length ?? 0);
}

const PAIRED = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
