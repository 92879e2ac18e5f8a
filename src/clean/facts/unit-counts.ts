import type { Unit } from './same-units.js';
import { CARDINAL_EN, DIGIT_EN, HAN, valueEn, valueZh, NUMERALS, SCALES } from './unit-words.js';

/** Powers of ten of the scale characters and words. */
const POWER: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['萬', 4],
  ['亿', 8],
  ['億', 8],
  ['ten', 1],
  ['dozen', 1],
  ['score', 1],
  ['hundred', 2],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
]);
const TENS = 'twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties';
/** 上百 and “thousands” for it: the speaker's tens of thousands are as often thousands. */
const MYRIAD = 4;
const ABOUT =
  '(?:more than|over|nearly|almost|about|around|some|at least|close to|upwards of|as many as|roughly|approximately)';
const ALMOST = /[近快]|不到|上下|左右|将|將/;

/** Sizes that are said in round words, and counts with a half. */
export const COUNTS: readonly Unit[] = [
  {
    // 数百, 上千, 近万, 十余, 几十万: the power of ten.
    kind: 'number',
    holds: [SCALES, '几幾数數上近逾余餘多'],
    zh: new RegExp(
      `(?:(?:[几幾数數]|(?<![历歷晚身路早手头頭海地天世会會街网網船车車桌以])上|[近逾])([${SCALES}]{1,3})(?!分)|(?<![\\d一二两兩三四五六七八九几幾数數上近百千.])([十百千万萬])(?:[余餘多]|(?<=十)[几幾])(?![\\d一二两兩三四五六七八九]))`,
      'g',
    ),
    en: new RegExp(
      `\\b(?:(tens|hundreds|thousands) of (thousands|millions|billions)|(dozens|scores|hundreds|thousands|millions|billions)|(?:${ABOUT} (?:an?|one)|several|a few|an?(?= [a-z]+[- ]odd)) (hundred|thousand|million|billion)(?: (thousand|million|billion))?|${ABOUT} (ten)(?: (thousand|million|billion))?)\\b(?![- ](?:and|years? ago))`,
      'gi',
    ),
    readZh: ([, one, other]) => powerOf([...(one ?? other ?? '')]),
    readEn: (match) => powerOf(match.slice(1).map(singular)),
    isSame: (zh, en) => zh === en || (zh === MYRIAD && en === MYRIAD - 1),
  },
  {
    // 八十多岁 and “in his eighties”: tens of years.
    kind: 'number',
    holds: [NUMERALS, '岁歲出开開上左旬年近'],
    zh: /([二三四五六七八九])十(?:多|几|幾|来|來|好几|好幾|[一二三四五六七八九])?(?:岁|歲|出头|出頭|开外|開外|上下|左右)|([2-9])\d(?:多|几|来)? ?[岁歲]|(?:年[过過近逾届屆]|近|将近)([二三四五六七八九])[十旬]/g,
    en: new RegExp(
      `\\bin (?:his|her|their|my|your|our) (?:(?:very )?(?:early|mid|middle|late)[- ])?(${TENS}|[2-9]0s)\\b`,
      'gi',
    ),
    readZh: ([, one, two, three]) => 10 * (valueZh(one ?? two ?? three) ?? 0),
    readEn: ([, tens = '']) =>
      /^\d/.test(tens) ? parseInt(tens, 10) : 20 + 10 * TENS.split('|').indexOf(tens.toLowerCase()),
    isSame: (zh, en, { 0: text, index, input }) =>
      zh === en ||
      (zh - 10 === en && ALMOST.test(input.slice(Math.max(0, index - 2), index) + text)),
  },
  {
    // 两三年 and “two or three years”: the smaller of two neighbours.
    kind: 'number',
    holds: [NUMERALS],
    zh: /(?:([一二两兩三四五六七八])[、到至或]?([二三四五六七八九])(?<![\d一二两兩三四五六七八九十百千零〇.第][一二两兩三四五六七八][、到至或]?.)|([1-8])[、到至或~–-]([2-9])(?<![\d一二两兩三四五六七八九十百千零〇.第].{3}))(?![\d一二两兩三四五六七八九零〇.%％])/g,
    en: new RegExp(
      `(?<![\\d.,-])\\b(?:(${DIGIT_EN}|[1-8])(?: or | to |-to-|-or-|[-–])(${DIGIT_EN}|[2-9])\\b(?![\\d.,]*\\d|[-–%]))`,
      'gi',
    ),
    readZh: ([, one, other, first, last]) => smaller(valueZh(one ?? first), valueZh(other ?? last)),
    readEn: ([, one, other]) => smaller(valueEn(one), valueEn(other)),
  },
  {
    // 一个半小时, 两年半 and “two and a half years”.
    kind: 'number',
    holds: [NUMERALS, '半'],
    zh: new RegExp(
      `(?<![\\d.点點第])(${HAN})(?:(?:个|個)半(?=(?:多|来|來)?(?:小时|小時|钟头|鐘頭|月|世纪|世紀|星期|学期|學期))|[年天岁歲倍里斤](?:零|又)?半(?![年天个個夜]))`,
      'g',
    ),
    en: new RegExp(
      `\\b(?:(${CARDINAL_EN})(?: and a|-and-a-|-and-a)[ -]half|an? (?:hour|year|month|day|week|century|mile) and a half)\\b`,
      'gi',
    ),
    readZh: (match) => withHalf(valueZh(match[1])),
    readEn: ([, count]) => withHalf(count === undefined ? 1 : valueEn(count)),
  },
];

function singular(word?: string): string | undefined {
  return word?.toLowerCase().replace(/s$/, '');
}

function powerOf(scales: readonly (string | undefined)[]): number | undefined {
  const powers = scales.flatMap((scale) => POWER.get(scale ?? '') ?? []);
  return powers.length === 0 ? undefined : powers.reduce((sum, power) => sum + power, 0);
}

function smaller(one = 0, other = 0): number | undefined {
  return other - one === 1 ? one : undefined;
}

function withHalf(count: number | undefined): number | undefined {
  return count === undefined ? undefined : count + 0.5;
}
