import { isLatin } from './chars.js';
import type { Draft, NumberKind } from './number-mention.js';
import {
  BEFORE_MONEY,
  CLOCK,
  CURRENCY,
  DECADE_TAIL,
  DECADES,
  execAt,
  matchesAt,
  NEXT_SCALE,
  ORDINAL_TAIL,
  PERCENT,
  SHARE,
  SHORT,
  SHORT_SCALE,
  THOUSANDS,
} from './number-patterns-en.js';
import { tidy } from './numeral-han.js';
import { NUMBER_WORDS } from './numeral-words.js';

/** A number that starts with figures: 3,000, 33rd, 1980s, US$3.2 million, 20 per cent. */
export function fromFigures(text: string, start: number, figures: string): Draft {
  if (matchesAt(CLOCK, text, start)) {
    const hours = figures.slice(0, figures.indexOf('.'));
    return draft(Number(hours), 'number', start, start + hours.length);
  }
  const end = start + figures.length;
  const value = Number(figures.replace(/[,\u00a0\u2009\u202f]/g, ''));
  if (matchesAt(ORDINAL_TAIL, text, end)) return draft(value, 'ordinal', start, end + 2);
  if (figures.length === 4 && value % 10 === 0 && matchesAt(DECADE_TAIL, text, end)) {
    return draft(value, 'year', start, text.indexOf('s', end) + 1);
  }
  const { scale, last } = scaleAt(text, end, isMoneyBefore(text, start));
  const found = withUnit(text, draft(tidy(value * scale), 'number', start, last));
  const isPlainYear =
    last === end && found.kind === 'number' && /^(?:1[5-9]|20)\d\d$/.test(figures);
  return {
    ...found,
    scale,
    kind: isPlainYear ? 'year' : found.kind,
    weak: scale === 1 && (value === 1 || isLatin(text.charCodeAt(start - 1))),
  };
}

/** What words and letters behind figures multiply them by: million, hundred thousand, bn. */
function scaleAt(text: string, from: number, isMoney: boolean): { scale: number; last: number } {
  const letters = execAt(SHORT_SCALE, text, from);
  const short = letters?.[1]?.toLowerCase() ?? '';
  const isThousands = short === 'k' && matchesAt(THOUSANDS, text, from);
  if (letters !== null && (isMoney || short.length > 1 || isThousands)) {
    return { scale: SHORT.get(short) ?? 1, last: from + letters[0].length };
  }
  let [scale, last] = [1, from];
  for (;;) {
    const word = execAt(NEXT_SCALE, text, last);
    if (word === null) return { scale, last };
    scale *= NUMBER_WORDS.get((word[1] ?? '').toLowerCase())?.value ?? 1;
    last += word[0].length;
  }
}

/** Looks around a number for a percent sign, a currency, decades or a share. */
export function withUnit(text: string, number: Draft): Draft {
  const { start, end, value } = number;
  const percent = execAt(PERCENT, text, end);
  if (percent !== null) {
    const worth = percent[0].endsWith('‰') ? tidy(value / 10) : value;
    return { ...number, value: worth, kind: 'percent', end: end + percent[0].length, weak: false };
  }
  const decades = execAt(DECADES, text, end);
  if (decades !== null) {
    const years = decades[1]?.toLowerCase() === 'decades' ? 10 : 100;
    return { ...number, value: value * years, end: end + decades[0].length };
  }
  const currency = execAt(CURRENCY, text, end);
  if (currency !== null) return { ...number, kind: 'money', end: end + currency[0].length };
  if (isMoneyBefore(text, start)) return { ...number, kind: 'money', weak: false };
  return shareOf(text, number) ?? number;
}

function shareOf(text: string, { value, start, end, scale }: Draft): Draft | undefined {
  if (!Number.isInteger(value) || value < 1 || value > 9 || scale !== 1) return undefined;
  const share = execAt(SHARE, text, end);
  const word = share?.[1]?.toLowerCase() ?? '';
  const scaled = NUMBER_WORDS.get(share?.[2]?.toLowerCase() ?? '')?.value ?? 1;
  const of = scaled * (NUMBER_WORDS.get(word)?.value ?? Number(word.replaceAll(',', '')));
  if (share === null || !(of > value && (of <= 100 || Number.isInteger(Math.log10(of))))) {
    return undefined;
  }
  return draft(tidy(value / of), 'number', start, end + share[0].length);
}

function isMoneyBefore(text: string, start: number): boolean {
  return BEFORE_MONEY.test(text.slice(Math.max(0, start - 5), start));
}

function draft(value: number, kind: NumberKind, start: number, end: number): Draft {
  return { value, kind, start, end, weak: false, scale: 1 };
}
