const TYPED = /``|(?<!')''(?!')|,,(?=\p{L})/gu;
const DOUBLED = /([“”])\1+/g;
/** The marks of a text when all of them have one direction, an even number of them. */
const ONE_WAY = /^(?:(?:““)+|(?:””)+)$/;
/** A whole text in marks turned around. */
const TURNED = /^”[^“”]*“[.。!！?？,，]?$/;

/**
 * Quotation marks as they were meant: ``…'' and ,,…'' typed with other keys, marks set twice, and
 * “…“ or ”…“ where a program or a hurry chose the direction, and “…" where one of a pair was typed
 * straight. Marks of the right direction that
 * only lack their partner stay: the quotation may go on in the next sentence.
 */
export function mendQuotes(text: string): string {
  const typed = mendHalves(text.replace(TYPED, '"').replace(DOUBLED, '$1'));
  if (!ONE_WAY.test(typed.replace(/[^“”]+/g, '')) && !TURNED.test(typed)) return typed;
  let count = 0;
  return typed.replace(/[“”]/g, () => (count++ % 2 === 0 ? '“' : '”'));
}

/** Straight marks stand for the missing partners if there are as many; 27" may be a measure. */
function mendHalves(text: string): string {
  const straight = count(text, '"');
  if (straight === 0) return text;
  const missing = count(text, '“') - count(text, '”');
  const mended =
    missing === straight
      ? text.replace(/“([^“”"]*)(?<!\d)"/g, '“$1”')
      : -missing === straight
        ? text.replace(/"([^“”"]*)”/g, '“$1”')
        : text;
  return mended.includes('"') ? text : mended;
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** Whether {@link mendQuotes} could change a text; quick to ask. */
export function mayMend(text: string): boolean {
  return MAY_MEND.test(text) || (text.includes('"') && CURLY.test(text));
}

const MAY_MEND = /``|''|,,|“[^”]*“|”[^“]*”|^”/;
const CURLY = /[“”]/;
