import type { Unit } from './same-units.js';
import { groupOf, HAN, ORDINAL_EN, valueEn, valueZh, NUMERALS } from './unit-words.js';

const FIRST_HALF = /^[上前]/;
const DAYS_ZH = '一二三四五六';
const DAYS_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const HOURS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';

/** Parts of a year, a week and a day. */
export const PERIODS: readonly Unit[] = [
  {
    // 前三季度 are three of them.
    kind: 'ordinal',
    holds: ['季'],
    zh: /(?<![前头頭近几幾每后後])(?:第 ?)?([一二三四]|(?<!\d)[1-4]) ?季度/g,
    en: /\b(first|second|third|fourth|[1-4](?:st|nd|rd|th))[- ]quarters?\b|\bQ([1-4])\b/gi,
    readZh: (match) => valueZh(match[1]),
    readEn: (match) => valueEn(groupOf(match)),
  },
  {
    kind: 'ordinal',
    holds: ['半', '上下前后後'],
    zh: /[上下前后後]半(?=[年月场場叶葉程段夜生世学學季])/g,
    en: /\b(?:(first|1st)|(?:second|2nd|latter))[- ]half\b/gi,
    readZh: ([text]) => (FIRST_HALF.test(text) ? 1 : 2),
    readEn: (match) => (match[1] === undefined ? 2 : 1),
  },
  {
    // 一周一次 is once a week; the first Sunday of a month is 第一个周日.
    kind: 'day',
    holds: ['星周週礼禮'],
    zh: /(?:星期|礼拜|禮拜|(?<![一两兩二三四五六七八九十几幾数數每半多\d])[周週])([一二三四五六日天])(?![个個次回天年月遍期])/g,
    en: /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:(?:s|nes|rs|ur)?day)s?\b/g,
    readZh: ([, day = '']) => (DAYS_ZH.includes(day) ? DAYS_ZH.indexOf(day) + 1 : 7),
    readEn: ([, day = '']) => DAYS_EN.indexOf(day) + 1,
  },
  {
    // Minutes to the hour belong to the one before it as well, so they are not asked.
    kind: 'number',
    holds: ['点點', NUMERALS],
    zh: /(?<![差\d第.])([一二两兩三四五六七八九十]{1,2}|\d{1,2})[点點](?:半|整|钟|鐘)(?!差)/g,
    en: new RegExp(
      `\\b(?:half past (${HOURS})|(?<!(?:to|before|of|past|after) )(${HOURS}) o['’]clock|(?<!(?:to|before|past|after) )(${HOURS}) (?:in the (?:morning|afternoon|evening)|at night))\\b`,
      'gi',
    ),
    readZh: (match) => hourOf(valueZh(match[1])),
    readEn: (match) => hourOf(valueEn(groupOf(match))),
  },
  {
    // The second floor is 二楼, or 三楼 where the lowest is the ground floor.
    kind: 'ordinal',
    holds: ['楼樓层層', NUMERALS],
    zh: new RegExp(`(?:第 ?)?(${HAN}) ?(?:[楼樓](?![梯房道顶頂阁閣盘盤主])|[层層])`, 'g'),
    en: new RegExp(`\\b(${ORDINAL_EN})[- ](?:floor|storey|story)\\b`, 'gi'),
    readZh: (match) => valueZh(match[1]),
    readEn: (match) => valueEn(match[1]),
    isSame: (zh, en) => zh === en || zh === en + 1,
  },
];

function hourOf(hour: number | undefined): number | undefined {
  return hour === undefined || hour > 24 ? undefined : hour % 12;
}
