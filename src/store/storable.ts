/** What a TEXT column cannot hold: NUL ends the text, a lone surrogate has no UTF-8 form. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;

/** The text with what cannot be stored replaced by U+FFFD; the same text when all can be. */
export function storable(text: string): string {
  return text.replace(UNSTORABLE, '\uFFFD');
}
