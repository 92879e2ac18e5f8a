import { foldWidth } from './chars.js';
import { countedZh, isDigits } from './counted-zh.js';
import { mentionsOf, shareUnits } from './number-mention.js';
import type { Draft, NumberKind, NumberMention } from './number-mention.js';
import { parseHanNumeral, tidy } from './numeral-han.js';
import { nextNumeral } from './numeral-pattern-zh.js';
import type { NumeralMatch } from './numeral-pattern-zh.js';

const JOINT = /^ ?(?:[-–—~]|——|至|到|或) ?$/;

/** Two neighbouring digits, with what stands before and after both: 十七八, 二三十. */
const BETWEEN = /^(.*[十百千万萬亿億])?([一二两兩三四五六七八九])([二三四五六七八九])(.*)$/;

/** Numbers in a Chinese text, in text order; see {@link NumberMention}. */
export function numbersZh(original: string): NumberMention[] {
  const text = foldWidth(original);
  const drafts: Draft[] = [];
  let at = 0;
  for (;;) {
    const match = nextNumeral(text, at);
    if (match === undefined) break;
    read(text, match, drafts);
    at = Math.max(match.end, drafts.at(-1)?.end ?? 0);
  }
  if (drafts.length === 0) return [];
  shareUnits(text, drafts, JOINT);
  return mentionsOf(original, drafts);
}

function read(text: string, match: NumeralMatch, drafts: Draft[]): void {
  const { start, end, numeral } = match;
  const value = valueOf(numeral);
  if (value === undefined) readApproximate(match, drafts);
  else if (match.parts !== undefined) readFraction(value, match.parts, start, end, drafts);
  else if (match.century) readCentury(value, match.decade, start, end, drafts);
  // "First" and "second" are as often adverbs or 第二天, "the next day".
  else if (match.ordinal) drafts.push({ ...draft(value, 'ordinal', start, end), weak: value <= 2 });
  else
    drafts.push(countedZh(text, value, numeral, match.numeralStart, isAfterMonth(drafts, start)));
}

function isAfterMonth(drafts: readonly Draft[], start: number): boolean {
  const last = drafts.at(-1);
  return last?.kind === 'month' && start - last.end <= 1;
}

function valueOf(numeral: string): number | undefined {
  const plain = numeral.replace(/[\u00a0\u2009\u202f 多余餘]/g, '');
  if (/^\d[\d,]*(?:\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  // 七八 is "seven or eight", not 78; three digits and more are a number read out.
  if (plain.length === 2 && isDigits(plain) && !/[零〇○]/.test(plain) && isNext(plain)) {
    return undefined;
  }
  return parseHanNumeral(plain);
}

function isNext(pair: string): boolean {
  return (parseHanNumeral(pair.charAt(1)) ?? 0) - (parseHanNumeral(pair.charAt(0)) ?? 0) === 1;
}

/** A run that is no single numeral (七八, 十七八, 二三十): both values it lies between, weak. */
function readApproximate({ numeral, numeralStart }: NumeralMatch, drafts: Draft[]): void {
  const [, head = '', one = '', other = '', unit = ''] = BETWEEN.exec(numeral) ?? [];
  for (const [offset, digit] of [one, other].entries()) {
    const value = parseHanNumeral(head + digit + unit);
    if (value === undefined) return;
    const start = numeralStart + head.length + offset;
    drafts.push({ ...draft(value, 'number', start, start + 1), weak: true });
  }
}

function readFraction(
  below: number,
  parts: string,
  start: number,
  end: number,
  drafts: Draft[],
): void {
  const above = valueOf(parts);
  if (above === undefined) return;
  if (below === 100) drafts.push(draft(above, 'percent', start, end));
  else if (below === 1000) drafts.push(draft(tidy(above / 10), 'percent', start, end));
  else if (below > 0) drafts.push(draft(tidy(above / below), 'number', start, end));
}

function readCentury(
  century: number,
  decade: string | undefined,
  start: number,
  end: number,
  drafts: Draft[],
): void {
  if (decade === undefined) {
    drafts.push({ ...draft(century, 'ordinal', start, end), weak: century <= 2 });
    return;
  }
  const year = (century - 1) * 100 + (valueOf(decade) ?? 0);
  drafts.push(draft(year, 'year', start, end));
}

function draft(value: number, kind: NumberKind, start: number, end: number): Draft {
  return { value, kind, start, end, weak: false, scale: 1 };
}
