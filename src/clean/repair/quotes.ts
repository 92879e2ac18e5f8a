const TYPED = /``|(?<!')''(?!')|,,(?=\p{L})/gu;
const DOUBLED = /([“”])\1+/g;
/** The marks of a text when all of them have one direction, an even number of them. */
const ONE_WAY = /^(?:(?:““)+|(?:””)+)$/;
/** A whole text in marks turned around. */
const TURNED = /^”[^“”]*“[.。!！?？,，]?$/;

/**
 * Quotation marks as they were meant: ``…'' and ,,…'' typed with other keys, marks set twice, and
 * “…“ or ”…“ where a program or a hurry chose the direction. Marks of the right direction that
 * only lack their partner stay: the quotation may go on in the next sentence.
 */
export function mendQuotes(text: string): string {
  const typed = text.replace(TYPED, '"').replace(DOUBLED, '$1');
  if (!ONE_WAY.test(typed.replace(/[^“”]+/g, '')) && !TURNED.test(typed)) return typed;
  let count = 0;
  return typed.replace(/[“”]/g, () => (count++ % 2 === 0 ? '“' : '”'));
}

/** Whether {@link mendQuotes} could change a text; quick to ask. */
export const MAY_MEND = /``|''|,,|“[^”]*“|”[^“]*”|^”/;
