/** What the punctuation of a sentence says, one bit each. */
const MARK = {
  /** Holds a quotation mark: somebody speaks, or a word is quoted. */
  quote: 1,
  question: 2,
  exclamation: 4,
  /** Begins with an opening quotation mark. */
  opens: 8,
  /** Ends with a closing quotation mark. */
  closes: 16,
  /** Ends with a colon. */
  colon: 32,
  /** Holds round brackets. */
  bracket: 64,
  /** Breaks off: an ellipsis. */
  ellipsis: 128,
} as const;

/** Marks read from the first sentence of a run, from the last, or from any. */
export const FIRST_MARKS = MARK.opens;
export const LAST_MARKS = MARK.closes | MARK.colon;
export const ANY_MARKS =
  MARK.quote | MARK.question | MARK.exclamation | MARK.bracket | MARK.ellipsis;

/** Marks of direct speech; the others are ordinary punctuation. */
export const DIALOGUE_MARKS = MARK.quote | MARK.opens | MARK.closes;

/** Number of different marks. */
export const MARKS = 8;

const QUOTE = /["“”「」『』〝〞＂«»]|(?:^|[\s(—])[‘'](?=\w)/;
const OPENS = /^[\s(（\-—]*(?:["“「『〝＂«]|[‘'](?=\w))/;
const CLOSES = /["”」』〞＂»’'][\s)）]*$/;

/** Marks of one sentence, of either language, in any width. */
export function marksOf(text: string): number {
  let marks = 0;
  if (QUOTE.test(text)) {
    marks |= MARK.quote;
    if (OPENS.test(text)) marks |= MARK.opens;
  }
  if (CLOSES.test(text)) marks |= MARK.closes | MARK.quote;
  if (/[?？]/.test(text)) marks |= MARK.question;
  if (/[!！]/.test(text)) marks |= MARK.exclamation;
  if (/[:：]\s*$/.test(text)) marks |= MARK.colon;
  if (/[(（]/.test(text)) marks |= MARK.bracket;
  if (/…|\.\.\./.test(text)) marks |= MARK.ellipsis;
  return marks;
}
