import {
  MARK,
  isCloser,
  isHanCode,
  isLetterCode,
  isSpaceCode,
  markAt,
  skipSpace,
} from './marks.js';
import { moodWidth, widthOf } from './mood.js';

/** The quotes open on a line: what decides about marks that look the same on both sides. */
export interface OpenQuotes {
  /** First unit of the line. */
  line: number;
  /** Offset of a straight quote that is open, or −1. */
  straight: number;
}

/** What closes behind a run of stops. */
export interface Closers {
  readonly end: number;
  /** Whether a quotation mark is among it. */
  readonly quoted: boolean;
}

/** Reads closing quotes, brackets, footnote marks and emoji that belong to the stops before them. */
export function readClosers(text: string, from: number, quotes: OpenQuotes): Closers {
  let end = from;
  let quoted = false;
  for (;;) {
    const width = closerWidth(text, end, quotes);
    if (width > 0) {
      quoted ||= QUOTES.has(text.charAt(end + width - 1));
      end += width;
      continue;
    }
    const note = footnoteWidth(text, end) || moodWidth(text, end);
    if (note === 0) return { end, quoted };
    end += note;
  }
}

const QUOTES = new Set('“”’」』〞"\'');

/** Units of the closing mark at `index`, with the stray blanks before it; 0 when none closes. */
function closerWidth(text: string, index: number, quotes: OpenQuotes): number {
  const unit = text.charAt(index);
  switch (unit) {
    case '"':
      return closesStraight(text, index, quotes) ? 1 : 0;
    case "'":
      return closesSingle(text, index, quotes.line) ? 1 : 0;
    case '’':
      return isLetterCode(text.charCodeAt(index + 1)) ? 0 : 1;
    case '“':
      return closesWrongly(text, index) ? 1 : 0;
    default:
      return isCloser(unit) ? 1 : strayCloserWidth(text, index, quotes);
  }
}

/** Closing marks that are claimed back over a blank or two: nothing else can be meant by them. */
const STRAY_CLOSERS = new Set('”’」』）》】)]');

function strayCloserWidth(text: string, index: number, quotes: OpenQuotes): number {
  const behind = skipSpace(text, index);
  if (behind === index || behind - index > 2) return 0;
  const unit = text.charAt(behind);
  const after = text.charCodeAt(behind + 1);
  if (unit === '’' && isLetterCode(after)) return 0;
  if (unit === '"') {
    if (!isHanCode(after) || !isOpen(behind, quotes)) return 0;
    quotes.straight = -1;
    return behind - index + 1;
  }
  return STRAY_CLOSERS.has(unit) ? behind - index + 1 : 0;
}

/** A straight quote opened longer ago than this was never closed. */
const LONG_SPEECH = 1_000;

function isOpen(index: number, quotes: OpenQuotes): boolean {
  return quotes.straight >= 0 && index - quotes.straight < LONG_SPEECH;
}

/** `"` closes when one is open on this line, when no word follows it, or when the next one opens. */
function closesStraight(text: string, index: number, quotes: OpenQuotes): boolean {
  if (isOpen(index, quotes)) {
    quotes.straight = -1;
    return true;
  }
  return isFree(text, index + 1) || nextOneOpens(text, index);
}

/** Between Chinese: whether the next `"` of the line opens, behind a colon; so this one does not. */
function nextOneOpens(text: string, index: number): boolean {
  if (!isHanCode(text.charCodeAt(index + 1)) || text.charAt(index - 1) === '"') return false;
  const last = Math.min(text.length, index + QUOTATION);
  for (let at = index + 1; at < last; at++) {
    if (text.charAt(at) === '"') return /[:：]/.test(text.charAt(at - 1));
    if (markAt(text, at) === MARK.line) return false;
  }
  return false;
}

/** How far back the partner of a single quote is looked for. */
const QUOTATION = 200;

/** Single quotes that are no apostrophes. */
const SINGLE_QUOTES = /(?<![A-Za-z])'|'(?![A-Za-z])/g;

/** `'` closes when no word follows it; between Chinese, when one was opened before. */
function closesSingle(text: string, index: number, line: number): boolean {
  if (isFree(text, index + 1)) return true;
  if (!isHanCode(text.charCodeAt(index + 1))) return false;
  const before = text.slice(Math.max(line, index - QUOTATION), index);
  return (before.match(SINGLE_QUOTES)?.length ?? 0) % 2 === 1;
}

/** `。“` typed for `。”`: nothing is left on the line to be opened, or another `“` opens it. */
function closesWrongly(text: string, index: number): boolean {
  const next = skipSpace(text, index + 1);
  if (next >= text.length || markAt(text, next) === MARK.line) return true;
  return text.charAt(next) === '“';
}

/** Whether no word begins at `index`: the text ends, or space, a closer or a sign follows. */
function isFree(text: string, index: number): boolean {
  if (index >= text.length) return true;
  if (isSpaceCode(text.charCodeAt(index))) return true;
  return isCloser(text.charAt(index)) || SIGNS.has(text.charAt(index));
}

const SIGNS = new Set(',.;:!?"\'…—–-，。；：！？、');

/** Plain numbers in round brackets are no footnotes: they number items. */
const FOOTNOTE =
  /\[\d{1,3}(?:[-–,，、]\s?\d{1,3})*\]|[［〔]\d{1,3}[］〕]|[[［〔【（(][注註]\s?[\d一二三四五六七八九十]{0,3}[\]］〕】）)]|[¹²³⁰⁴-⁹]+|[*†‡]{1,3}(?=\s|$)/uy;
const FOOTNOTE_HEADS = new Set('[［〔【（(¹²³⁰⁴⁵⁶⁷⁸⁹*†‡');

/** Units of the footnote mark at `index`: `[12]`, `〔3〕`, `（注1）`, `¹²`, `*`; 0 for none. */
function footnoteWidth(text: string, index: number): number {
  return FOOTNOTE_HEADS.has(text.charAt(index)) ? widthOf(FOOTNOTE, text, index) : 0;
}
