import type { Draft } from './number-mention.js';
import { parseRoman } from './roman.js';

/** Parts of books and laws, whose Roman numbers are certain: Chapter IV, Part I. */
const PART =
  'Chapter|Part|Book|Act|Scene|Article|Section|Volume|Vol\\.|Title|Annex|Appendix|Schedule|Phase|Type|Grade|Class|Table|Figure|Canto|Unit|Division|CHAPTER|PART|BOOK|ACT|ARTICLE|SECTION|VOLUME|TITLE|ANNEX|APPENDIX';
/** Anything else with a capital before two letters and more: Louis XIV, World War II. */
const ROMAN = new RegExp(
  `\\b(?:(${PART}) ([IVXLC]+)|[A-Z][a-z]+ ([IVX]{2,}|[XLC]{2,}[IVX]+))\\b(?!['’])`,
  'g',
);
const ANY = /[IVXLC]\b/;

/**
 * Adds Roman numerals to the numbers of an English text: 路易十四 and Louis XIV.
 *
 * Behind a name they are weak, since initials look the same.
 */
export function markRoman(text: string, drafts: Draft[]): void {
  if (!ANY.test(text)) return;
  const found: Draft[] = [];
  for (const { 0: whole, 2: numbered, 3: named, index } of text.matchAll(ROMAN)) {
    const numeral = numbered ?? named ?? '';
    const value = parseRoman(numeral);
    if (value === undefined) continue;
    const end = index + whole.length;
    const start = end - numeral.length;
    found.push({ value, kind: 'number', start, end, weak: numbered === undefined, scale: 1 });
  }
  if (found.length === 0) return;
  drafts.push(...found);
  drafts.sort((a, b) => a.start - b.start);
}
