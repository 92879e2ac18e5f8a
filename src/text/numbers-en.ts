import { foldWidth, isDigit, isLatin } from './chars.js';
import { tidy } from './numeral-han.js';
import { NUMBER_WORDS, WordSum } from './numeral-words.js';
import { mentionsOf, shareUnits } from './number-mention.js';
import type { Draft, NumberKind, NumberMention } from './number-mention.js';
import { markMonths } from './months-en.js';

const WORDS = [...NUMBER_WORDS.keys()].join('|');
const FIGURES =
  '\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d{1,3}(?:[\\u00a0\\u2009\\u202f]\\d{3})+(?!\\d)|\\d+(?:\\.\\d+)?';
const MENTION = new RegExp(`(${FIGURES})|\\b(?:(half) )?((?:an?|half) )?(${WORDS})\\b`, 'gi');
const ANY = new RegExp(
  `[\\d０-９]|\\b(?:${WORDS})\\b|\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)`,
  'i',
);

const NEXT_WORD = new RegExp(`(?:[ -]|( and |, and ))(${WORDS})\\b`, 'iy');
const AND_A_HALF = / and a half\b/iy;
const SHORT_SCALE = / ?(k|m|mn|mln|bn|b|tn|trn)\b/iy;
const ORDINAL_TAIL = /(?:st|nd|rd|th)\b/iy;
const DECADE_TAIL = /['’]?s\b/y;
const PERCENT = /[ -]?(?:%|‰|per ?cent\b|percent\b|percentage points?\b)/iy;
const CURRENCY =
  /[ -]?(?:(?:renminbi |chinese )?yuan|rmb|cny|(?:us |u\.s\. |hong kong |australian |canadian |singapore |american )?dollars?|usd|hkd|eur|gbp|euros?|pounds? sterling|pounds|yen|won|rubles?|roubles?|rupees?|francs?|marks?|cents?|pence)\b/iy;
const BEFORE_MONEY = /(?:[$¥￥€£]|\b(?:rmb|cny|usd|hkd|eur|gbp|yuan)) ?$/i;
const FRACTION =
  /[ -](hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?)\b/iy;
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  hundredth: 100,
};
const SHORT: Readonly<Record<string, number>> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mln: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
  trn: 1e12,
};
const JOINT = /^(?:[-–—~]| (?:to|and|or|-|–|—) |)$/;

/** Numbers in an English text, in text order; see {@link NumberMention}. */
export function numbersEn(original: string): NumberMention[] {
  if (!ANY.test(original)) return [];
  const text = foldWidth(original);
  const drafts: Draft[] = [];
  MENTION.lastIndex = 0;
  for (let match = MENTION.exec(text); match !== null; match = MENTION.exec(text)) {
    const [, figures, , article, word = ''] = match;
    const found =
      figures === undefined
        ? fromWords(text, match.index, match.index + match[0].length, article ?? '', word)
        : fromFigures(text, match.index, figures);
    if (found === undefined) continue;
    drafts.push(found);
    MENTION.lastIndex = found.end;
  }
  markMonths(text, drafts);
  shareUnits(text, drafts, JOINT);
  return mentionsOf(original, drafts);
}

function fromFigures(text: string, start: number, figures: string): Draft | undefined {
  // A figure inside a word (COVID19, A4) names something; it is still a number both sides write.
  let end = start + figures.length;
  const value = Number(figures.replace(/[,\u00a0\u2009\u202f]/g, ''));
  if (hit(ORDINAL_TAIL, text, end)) return make(value, 'ordinal', start, end + 2);
  if (figures.length === 4 && value % 10 === 0 && hit(DECADE_TAIL, text, end)) {
    return make(value, 'year', start, text.indexOf('s', end) + 1);
  }
  const money = isMoneyBefore(text, start);
  const short = SHORT_SCALE;
  short.lastIndex = end;
  const letters = short.exec(text);
  if (letters !== null && (money || /^(?:k|mn|mln|bn|tn|trn)$/i.test(letters[1] ?? ''))) {
    const scale = SHORT[(letters[1] ?? '').toLowerCase()] ?? 1;
    end += letters[0].length;
    return finish(text, tidy(value * scale), scale, start, end, money, false);
  }
  const sum = new WordSum(value);
  const last = takeWords(text, end, sum, true);
  const whole = sum.value();
  const isPlainYear = last === end && /^(?:1[5-9]|20)\d\d$/.test(figures) && !money;
  const found = finish(text, whole, value > 0 ? tidy(whole / value) : 1, start, last, money, false);
  return isPlainYear && found.kind === 'number' ? { ...found, kind: 'year' } : found;
}

function fromWords(
  text: string,
  start: number,
  end: number,
  article: string,
  word: string,
): Draft | undefined {
  const first = NUMBER_WORDS.get(word.toLowerCase());
  if (first === undefined) return undefined;
  const half = /half/i.test(text.slice(start, end - word.length));
  if (article !== '' && first.role !== 'scale') {
    start = end - word.length;
  }
  const sum = new WordSum();
  sum.take(first);
  const last = takeWords(text, end, sum, false);
  const value = sum.value();
  const parts = fractionAt(text, last, sum);
  if (parts !== undefined) return make(tidy(value / parts.of), 'number', start, parts.end);
  if (sum.isOrdinal()) return { ...make(value, 'ordinal', start, last), weak: value < 3 };
  if (sum.isYear()) return make(value, 'year', start, last);
  const weak = last === end && (value === 1 || (first.role === 'scale' && !half));
  const money = isMoneyBefore(text, start);
  const worth = half && first.role === 'scale' ? value / 2 : value;
  return finish(text, worth, 1, start, last, money, weak);
}

/** Takes every further number word that fits, and answers where the number ends. */
function takeWords(text: string, from: number, sum: WordSum, afterFigures: boolean): number {
  let end = from;
  if (!afterFigures && hit(AND_A_HALF, text, end)) {
    const half = new WordSum(sum.value() + 0.5);
    const last = takeWords(text, end + 11, half, true);
    if (last > end + 11) sum.become(half);
    else sum.become(new WordSum(sum.value() + 0.5));
    return last;
  }
  for (;;) {
    NEXT_WORD.lastIndex = end;
    const next = NEXT_WORD.exec(text);
    const word = NUMBER_WORDS.get((next?.[2] ?? '').toLowerCase());
    if (next === null || word === undefined) return end;
    if (next[1] !== undefined && !sum.mayAnd()) return end;
    if (afterFigures && end === from && word.role !== 'scale') return end;
    if (!sum.take(word)) return end;
    end += next[0].length;
  }
}

function fractionAt(
  text: string,
  at: number,
  sum: WordSum,
): { of: number; end: number } | undefined {
  const value = sum.value();
  if (sum.isOrdinal() || value < 1 || value > 19) return undefined;
  FRACTION.lastIndex = at;
  const found = FRACTION.exec(text);
  const word = (found?.[1] ?? '').toLowerCase();
  if (found === null || value > 1 !== word.endsWith('s')) return undefined;
  const of = PARTS[word.replace(/s$/, '')];
  return of === undefined ? undefined : { of, end: at + found[0].length };
}

/** Looks behind the number for a percent sign or a currency. */
function finish(
  text: string,
  value: number,
  scale: number,
  start: number,
  end: number,
  money: boolean,
  weak: boolean,
): Draft {
  PERCENT.lastIndex = end;
  const percent = PERCENT.exec(text);
  if (percent !== null) {
    const perMille = percent[0].endsWith('‰');
    return {
      ...make(perMille ? tidy(value / 10) : value, 'percent', start, end + percent[0].length),
      scale,
    };
  }
  CURRENCY.lastIndex = end;
  const currency = CURRENCY.exec(text);
  if (currency !== null)
    return { ...make(value, 'money', start, end + currency[0].length), scale, weak };
  return { ...make(value, money ? 'money' : 'number', start, end), scale, weak: weak && !money };
}

function isMoneyBefore(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  if (isDigit(before) || (isLatin(before) && before > 0x7f)) return false;
  return BEFORE_MONEY.test(text.slice(Math.max(0, start - 6), start));
}

function hit(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function make(value: number, kind: NumberKind, start: number, end: number): Draft {
  return { value, kind, start, end, weak: false, scale: 1 };
}
