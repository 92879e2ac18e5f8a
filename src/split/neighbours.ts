import {
  MARK,
  isDigitCode,
  isHanCode,
  isLetterCode,
  isLowerCode,
  isOpener,
  isUpperCode,
  markAt,
} from './marks.js';

/** What the text goes on with behind a stop. */
export type Onset = 'end' | 'upper' | 'lower' | 'digit' | 'han' | 'joiner' | 'other';

/** Punctuation that continues a sentence. */
const JOINERS = new Set(',;:，、；：)]}）］》〉】〕%％=/&+~～·');
/** Signs skipped when looking for the first letter: quotes that may open, dashes, bullets. */
const LEADS = new Set('"\'’—–―-•*‧…¿¡#');

/** Kind of the first telling unit from `index` on, openers and dashes skipped. */
export function onsetAt(text: string, index: number): Onset {
  if (index >= text.length) return 'end';
  if (JOINERS.has(text.charAt(index))) return 'joiner';
  const at = firstTelling(text, index);
  if (markAt(text, at) === MARK.line) return 'end';
  const kind = kindOf(text.charCodeAt(at));
  return kind === 'lower' && text.charAt(at - 1) === '(' ? afterLetter(text, at) : kind;
}

/** The letter of an item, `(b) The landlord`, counts as the capital behind it. */
const ITEM_LETTER = /(?:[a-z]|[ivx]{2,4})\)\s\p{Lu}/uy;

function afterLetter(text: string, at: number): Onset {
  ITEM_LETTER.lastIndex = at;
  return ITEM_LETTER.test(text) ? 'upper' : 'lower';
}

/** Offset of the first unit from `index` on that is no opener, dash or blank; looks 6 units far. */
export function firstTelling(text: string, index: number): number {
  let at = index;
  while (at < index + 6 && isLead(text.charAt(at))) at += 1;
  return at;
}

function isLead(unit: string): boolean {
  return isOpener(unit) || LEADS.has(unit) || unit === ' ';
}

function kindOf(code: number): Onset {
  if (Number.isNaN(code)) return 'end';
  if (isUpperCode(code)) return 'upper';
  if (isLowerCode(code)) return 'lower';
  if (isDigitCode(code)) return 'digit';
  if (isHanCode(code)) return 'han';
  return 'other';
}

/** Longest word looked at, in UTF-16 units. */
const LONGEST = 40;

/** Offset where the word that ends at `end` begins: letters, digits, inner dots, apostrophes. */
export function wordStart(text: string, end: number, floor: number): number {
  const lowest = Math.max(floor, end - LONGEST);
  let at = end;
  while (at > lowest && isWordCode(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/** The word that begins at `index`; empty when none does. */
export function wordAt(text: string, index: number): string {
  let end = index;
  while (end < index + LONGEST && isWordCode(text.charCodeAt(end))) end += 1;
  return text.slice(index, end);
}

function isWordCode(code: number): boolean {
  return (
    isLetterCode(code) || isDigitCode(code) || code === 0x2e || code === 0x27 || code === 0x2019
  );
}

/** Whether a word begins with a capital letter. */
export function isCapitalised(word: string): boolean {
  return isUpperCode(word.charCodeAt(0));
}
