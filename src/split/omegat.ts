import type { Lang } from '../model/index.js';

/**
 * The `omegat` profile: cuts where OmegaT 3.6 cuts with its default rules.
 *
 * Learnt from OmegaT's manual, its rule table and its behaviour in console mode;
 * `scripts/check-omegat-split.ts` compares the two on any text. A translation memory whose
 * segments are cut like this finds its exact matches in OmegaT again.
 *
 * As in OmegaT, white space is the six ASCII characters: no-break and ideographic spaces are
 * letters to it. Paragraphs are parted by empty lines, as by its text filter; a single line end
 * is white space.
 */
export function scanLikeOmegat(text: string, lang: Lang, cut: (end: number) => void): void {
  let paragraph = 0;
  for (const { index, 0: gap } of text.matchAll(PARAGRAPH_END)) {
    if (index > paragraph) scanParagraph(text.slice(paragraph, index), paragraph, lang, cut);
    cut(index + gap.length);
    paragraph = index + gap.length;
  }
  scanParagraph(text.slice(paragraph), paragraph, lang, cut);
  cut(text.length);
}

/** One line end and at least one empty line. */
const PARAGRAPH_END = /(?:\r\n|\n|\r(?!\n)){2,}/g;

function scanParagraph(text: string, offset: number, lang: Lang, cut: (end: number) => void): void {
  const heading = headingEnd(text);
  const breaksHere = lang === 'zh' ? chineseBreak : englishBreak;
  for (let at = 1; at < text.length; at++) {
    if (breaksHere(text, at) ?? commonBreak(text, at, heading)) cut(offset + at);
  }
}

/** What OmegaT strips off a segment's ends: white space as Java knows it, no-break spaces kept. */
export function isOmegatSpace(code: number): boolean {
  if (code <= 0x20)
    return code === 0x20 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f);
  if (code === 0x2007) return false;
  return code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || SEPARATORS.has(code);
}

const SEPARATORS: ReadonlySet<number> = new Set([0x2028, 0x2029, 0x205f, 0x3000]);

/** A rule's word on the place before `at`: break, do not break, or nothing to say. */
type Word = boolean | undefined;

const STOPS_ZH = new Set('。？！');
const STICKS_BEFORE = new Set('。？！—');
const STICKS_AFTER = new Set('’”"」）』？—');
const NEVER_ZH = new Set('、,.．');

/** Chinese: after 。？！, but not before a closing mark, another ？ or a dash. */
function chineseBreak(text: string, at: number): Word {
  const before = text.charAt(at - 1);
  if (STICKS_BEFORE.has(before) && STICKS_AFTER.has(text.charAt(at))) return false;
  if (NEVER_ZH.has(before)) return false;
  return STOPS_ZH.has(before) ? true : undefined;
}

/** Every language: after `.`, `?`, `!` before a space; after the number of a heading. */
function commonBreak(text: string, at: number, heading: number): Word {
  const before = text.charCodeAt(at - 1);
  if (before === 0x2e && isSpace(text.charCodeAt(at)) && isPause(text, at)) return false;
  if (at === heading) return true;
  if (before === 0x2e || before === 0x3f || before === 0x21) return isSpace(text.charCodeAt(at));
  return before === 0x0a && text.charCodeAt(at) === 0x20;
}

/** `...` (dots counted in threes) before anything but a capital. */
function isPause(text: string, at: number): boolean {
  let dots = 0;
  while (text.charCodeAt(at - 1 - dots) === 0x2e) dots += 1;
  return dots > 0 && dots % 3 === 0 && beforeNoCapital(text, at);
}

/** Where the text goes on behind `1.`, `2.3)` and the like before a capital; −1 otherwise. */
function headingEnd(text: string): number {
  const head = /^[ \t\n\v\f\r]*\p{Nd}+[\p{Nd}.)\]]+[ \t\n\v\f\r]+(?=\p{Lu})/u.exec(text);
  return head === null ? -1 : head[0].length;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 9 && code <= 13);
}

/** One space and a capital follow: the only thing that lets a sentence end here. */
function beforeNoCapital(text: string, at: number): boolean {
  if (!isSpace(text.charCodeAt(at)) || at + 1 >= text.length) return false;
  if (isSpace(text.charCodeAt(at + 1))) return true;
  return !/^\p{Lu}/u.test(text.slice(at + 1, at + 3));
}

/** Endings after which OmegaT's English goes on at any white space. */
const GOES_ON =
  /(?:Dr|U\.K|M|Mr|Mrs|Ms|Prof|[Ee]\.[Gg]|[Ii]\.[Ee]|resp|[ \t-\r]tel|[Ff][Ii][Gg]|St|[ \t-\r][A-Z]|Mt|[Aa]pprox|\d[ \t-\r]mi?n|\d[ \t-\r]sec|[ \t-\r][vV][sS]?)\.$/;

/** English: abbreviations after which the sentence goes on. */
function englishBreak(text: string, at: number): Word {
  if (text.charCodeAt(at - 1) !== 0x2e || !isSpace(text.charCodeAt(at))) return undefined;
  const before = text.slice(Math.max(0, at - 8), at);
  if (GOES_ON.test(before)) return false;
  if (before.endsWith('etc.') && beforeNoCapital(text, at)) return false;
  const after = text.charCodeAt(at + 1);
  if (/[apAP]\.?[mM]\.$/.test(before) && after >= 0x61 && after <= 0x7a) return false;
  return before.endsWith('No.') && after >= 0x30 && after <= 0x39 ? false : undefined;
}
