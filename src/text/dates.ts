import type { Lang } from '../model/index.js';
import { foldWidth } from './chars.js';
import { monthEn } from './months-en.js';
import { parseHanNumeral } from './numeral-han.js';

/** A calendar date in running text. */
export interface DateMention {
  /** ISO 8601: `2024-03-18`, `2024-03` without a day, `--03-18` without a year. */
  readonly iso: string;
  /** UTF-16 offset, inclusive. */
  readonly start: number;
  /** UTF-16 offset, exclusive. */
  readonly end: number;
}

const HAN = '〇零○一二三四五六七八九十廿卅';
const ZH = new RegExp(
  `(?:(\\d{4}|[〇零○一二三四五六七八九]{4}) ?年 ?)?(\\d{1,2}|[${HAN}]{1,3}) ?月(?:份|(?: ?(\\d{1,2}|[${HAN}]{1,3}) ?[日号號])?)`,
  'g',
);
/** 2024-03-18, 2024/3/18, 2024.03.18: the same in both languages. */
const FIGURES = /(?<!\d[-/.]?)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![-/.]?\d)/g;
const MONTH =
  '(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?';
const MONTH_FIRST = new RegExp(
  `\\b${MONTH}(?: (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:|\\.\\d|,\\d{3}))?(?:,? (\\d{4})(?!\\d))?`,
  'gi',
);
const DAY_FIRST = new RegExp(
  `(?<![\\d.])(\\d{1,2})(?:st|nd|rd|th)?(?: of|-)? ?${MONTH}(?:,?[ -](\\d{4})(?!\\d))?`,
  'gi',
);

/**
 * Calendar dates of a text, in text order and not overlapping.
 *
 * Reads 2024年3月18日, 3月18日, 二〇二四年三月, March 18, 2024, 18th of March, 2024-03-18. A month
 * name alone is no date, and neither is a day the calendar does not have (33日).
 */
export function datesIn(original: string, lang: Lang): DateMention[] {
  const text = foldWidth(original);
  const found: DateMention[] = [];
  for (const { 0: whole, 1: year, 3: month, 4: day, index } of text.matchAll(FIGURES)) {
    keep(found, isoDate(number(year), number(month), number(day)), index, whole);
  }
  if (lang === 'zh') {
    for (const { 0: whole, 1: year, 2: month, 3: day, index } of text.matchAll(ZH)) {
      keep(found, isoDate(number(year), number(month), number(day)), index, whole);
    }
  } else {
    readEnglish(text, found);
  }
  return found.sort((a, b) => a.start - b.start);
}

function readEnglish(text: string, found: DateMention[]): void {
  for (const { 0: whole, 1: day, 2: month = '', 3: year, index } of text.matchAll(DAY_FIRST)) {
    keep(found, isoDate(number(year), capitalMonth(month), number(day)), index, whole);
  }
  for (const { 0: whole, 1: month = '', 2: day, 3: year, index } of text.matchAll(MONTH_FIRST)) {
    keep(found, isoDate(number(year), capitalMonth(month), number(day)), index, whole);
  }
}

/** `may` and `march` in small letters are verbs. */
function capitalMonth(name: string): number | undefined {
  return /^[A-Z]/.test(name) ? monthEn(name) : undefined;
}

function keep(found: DateMention[], iso: string | undefined, start: number, whole: string): void {
  const end = start + whole.trimEnd().length;
  if (iso === undefined || found.some((one) => one.start < end && start < one.end)) return;
  found.push({ iso, start, end });
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseHanNumeral(text);
}

/** ISO text of the parts that are there; `undefined` when the calendar has no such day. */
function isoDate(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
): string | undefined {
  if (month === undefined || month < 1 || month > 12) return undefined;
  if (year === undefined && day === undefined) return undefined;
  const mm = String(month).padStart(2, '0');
  const head = year === undefined ? `--${mm}` : `${String(year).padStart(4, '0')}-${mm}`;
  if (day === undefined) return head;
  if (day < 1 || day > daysOf(year, month)) return undefined;
  return `${head}-${String(day).padStart(2, '0')}`;
}

/** Days of a month; 29 for a February of no year. */
function daysOf(year: number | undefined, month: number): number {
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
