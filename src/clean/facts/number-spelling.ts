import { parseHanNumeral } from '../../text/index.js';
import { CLOCK_IN_FIGURES, clockEn, clockZh, hourOf } from './clock-words.js';
import { scalesZh } from './scales-zh.js';
import { sumsEn, sumsZh } from './small-money.js';
import { yearsZh } from './years-zh.js';

/** 310 万, 30 年代: the space is a matter of style. */
const SPACE_BEFORE_UNIT = /(?<=\d) +(?=[万亿萬億千百年月日号时点世])/g;
/** £11million. */
const GLUED_SCALE = /(\d)(?=(?:million|billion|trillion)\b)/gi;
/** 7.55am is 7:55, 11:20 p.m. is 23:20. */
const CLOCK = /\b(\d{1,2})(?:[.:](\d\d))? ?([ap])\.?m\b\.?/gi;
/** 2:30 to 5:30 p.m.: both are after noon, unless the first is the later hour. */
const CLOCK_RANGE =
  /\b(\d{1,2})((?:[.:]\d\d)?)( ?(?:to|and|till|until|[-–—]) ?)(\d{1,2})((?:[.:]\d\d)? ?)([ap])(?=\.?m\b)/gi;
const HALF_OF_DAY = /\d ?[ap]\.?m\b/i;
/** 138-0013-8000, +86 755 8812 0000 and (86 755) 88120000 are one number each. */
const PHONE =
  /(?<![\d.])(?:[(（]?(?:[+＋]|00)?86[)）]?[- ]?)?[(（]?(0?\d{2,4})[)）]?[- ](\d{3,4})[- ]?(\d{4})(?!\.?\d)/g;
/** The 26th year of the Republic is 1937. */
const REPUBLIC_EN =
  /(?:\bthe )?\b(\d{1,2})(?:st|nd|rd|th) year of the (?:Chinese )?Republic(?: of China)?|\bMinguo (\d{1,2})\b/gi;
const BEFORE_REPUBLIC = 1911;
/** 1038–40 is 1038–1040. */
const SHORT_RANGE = /(?<![\d.,])(1\d|20)(\d\d)([-–—])(\d\d)(?![\d-])/g;
/** 3/4 is three fourths where the first is smaller and no year stands by. */
const FRACTION = /(?<![\d/.])([1-9])\/([2-9]|10)(?![\d/])/g;
/** A map of 1:50,000 is one of 五万分之一. */
const SCALE_OF_MAP = /\b1 ?: ?(\d{1,3}(?:,\d{3})+|\d{2,7})(?![\d,:]|\.\d)/g;
/** “A third of” counts, “a third” may be the next one. */
const ONE_PART = /\ban? (third|quarter|fifth|sixth|eighth|tenth)(?= of\b)/gi;
/** 2023/24 is 2023/2024. */
const SEASON = /(?<![\d.,/])(1\d|20)(\d\d)\/(\d\d)(?![\d/])/g;
/** 2025.12.31 and 31.12.2025 are dates. */
const DATE_BY_DOTS = /(?<![\d.])((?:1[5-9]|20)\d\d)\.(\d{1,2})\.(\d{1,2})(?![\d.]*\d)/g;
const DATE_ENDS_WITH_YEAR = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.((?:1[5-9]|20)\d\d)(?!\.?\d)/g;
/** 2024/05/01 and 2024-05-01 are dates too. */
const DATE_BY_STROKES =
  /(?<![\d/-])((?:1[5-9]|20)\d\d)([-/])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d/-])/g;
/** 1米85 is 1.85米, 2个半 and 1年半 are 2.5个 and 1.5年. */
const METRES = /(\d)米(\d\d)(?!\d)/g;
const METRES_AND_TENTHS = /([\d一二两])米([\d一二三四五六七八九]{1,2})(?![\d米厘分])/g;
const AND_A_HALF_ZH = /(?<![\d.])(\d+)(个|個|年)半/g;
const HAN_AND_A_HALF = /([一二两兩三四五六七八九十]+)(个|個|年)半(?!年)/g;
/** 1小时20分 is 80分钟 for those who say eighty minutes. */
const HOURS_AND_MINUTES = /(\d+)(?:个|個)?(?:小时|小時|钟头|鐘頭)(\d+)分(?:钟|鐘)?/g;
const AND_A_HALF_EN = /\ban? (year|hour|day|month|century) and a half\b/gi;
/** 双11 is the 11.11 of the shops. */
const DOUBLE_DAY_ZH = /双(?:十[一二]|1[12]|6\.?18)|雙(?:十[一二]|1[12])/;
const DOUBLE_DAY_EN = /\b(1[12])[.·/](1[12])\b(?!\.?\d)/g;
/** 12m units, where the Chinese counts by ten thousands and no metres. */
const SHORT_MILLION = /(?<=\d)m\b/g;
/** 5万4000 is 54000. */
const TEN_THOUSANDS = /(?<![\d.])(\d{1,4})[万萬](\d{4})(?![\d.万萬亿億])/g;
/** 九五折 is 9.5折. */
const DISCOUNT = /([一二三四五六七八九])([一二三四五六七八九])(?=折)/g;
const DISCOUNT_IN_FIGURES = /(?<![\d.])([1-9])([1-9])(?=折)/g;
/** 七八成 is 70 to 80 per cent. */
const ABOUT_TENTHS = /([一二三四五六七八])([二三四五六七八九])成(?![为為立员員功都语語果長长熟])/g;
/** 一一〇 and 1 234 567, where the other side has the figures. */
const READ_OUT = /[〇零一二三四五六七八九]{3,}/g;
const SPACED = /(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d.,]*\d)/g;
/** AAAAA is 5A. */
const GRADE = /(?<![A-Za-z])A{2,5}(?![A-Za-z])/g;
const PER_THOUSAND_ZH = /‰|千分之/;
const PER_THOUSAND_EN = /(?<=\d) per (?:thousand|mille?|1,?000)\b/gi;
/** Open day and night. */
const ALWAYS = /\b24\/7\b/g;

/**
 * Both texts with their numbers spelt as `numbersIn` expects them; what one side says in another
 * way than usual is spelt as the other one does, where the other has figures to compare it with.
 */
export function plainNumbers(zh: string, en: string): { readonly zh: string; readonly en: string } {
  let [left, right] = [zh, en];
  if (/\d/.test(en)) left = likeFigures(left, en);
  if (CLOCK_IN_FIGURES.test(en)) left = clockZh(left);
  if (/\d/.test(zh)) {
    right = spaced(right, zh).replace(AND_A_HALF_EN, '1.5 $1s');
    if (/\d[点點时時:：]/.test(zh)) {
      const inFigures = clockEn(right);
      if (inFigures !== right) left = clockZh(left);
      right = inFigures;
    }
  }
  right = sumsEn(right, zh);
  if (/\dA/.test(en) || /\dA/.test(zh)) {
    [left, right] = [left.replace(GRADE, gradeOf), right.replace(GRADE, gradeOf)];
  }
  if (PER_THOUSAND_ZH.test(zh)) right = right.replace(PER_THOUSAND_EN, '‰');
  if (/分之|\d\/\d/.test(zh)) right = right.replace(ONE_PART, 'one $1');
  if (zh.includes('分之一')) right = right.replace(SCALE_OF_MAP, scaleOfMap);
  if (DOUBLE_DAY_ZH.test(zh)) {
    right = right.replace(DOUBLE_DAY_EN, (whole, month: string, day: string) =>
      month === day ? month : whole,
    );
  }
  if (/[万亿萬億]/.test(zh) && !/[米公]/.test(zh)) right = right.replace(SHORT_MILLION, ' million');
  left = scalesZh(yearsZh(left, right), right);
  return { zh: plainChinese(left), en: plainEnglish(right) };
}

/** What Chinese says in words, as figures, if the English has figures. */
function likeFigures(zh: string, en: string): string {
  return sumsZh(spaced(zh, en), en)
    .replace(READ_OUT, (digits) => {
      const figures = [...digits].map(figuresOf).join('');
      return new RegExp(`(?<!\\d)${figures}(?!\\d)`).test(en) ? figures : digits;
    })
    .replace(ABOUT_TENTHS, (whole, one: string, other: string) =>
      Number(figuresOf(other)) === Number(figuresOf(one)) + 1
        ? `${figuresOf(one)}0%至${figuresOf(other)}0%`
        : whole,
    )
    .replace(METRES_AND_TENTHS, (whole, metres: string, rest: string) => {
      const length = `${figuresOf(metres)}.${[...rest].map(figuresOf).join('')}`;
      return en.includes(length) ? `${length}米` : whole;
    })
    .replace(
      HAN_AND_A_HALF,
      (_whole, count: string, unit: string) => `${figuresOf(count)}.5${unit}`,
    )
    .replace(HOURS_AND_MINUTES, (whole, hours: string, minutes: string) => {
      const all = Number(hours) * 60 + Number(minutes);
      return new RegExp(`\\b${all}\\b`).test(en) ? `${all}分钟` : whole;
    });
}

/** 1 234 567 without its spaces, if the other side has that number. */
function spaced(text: string, other: string): string {
  return text.replace(SPACED, (whole) => {
    const figures = whole.replaceAll(' ', '');
    return other.replaceAll(',', '').includes(figures) ? figures : whole;
  });
}

function gradeOf(grade: string): string {
  return `${grade.length}A`;
}

function figuresOf(han: string): string {
  return String(parseHanNumeral(han) ?? han);
}

/** Closes gaps before units, counts hours to 24 and years from Christ. */
function plainChinese(zh: string): string {
  return zh
    .replace(SPACE_BEFORE_UNIT, '')
    .replace(TEN_THOUSANDS, '$1$2')
    .replace(PHONE, '$1$2$3')
    .replace(DATE_BY_DOTS, '$1年$2月$3日')
    .replace(DATE_BY_STROKES, '$1年$3月$4日')
    .replace(SEASON, longSeason)
    .replace(SHORT_RANGE, longRange)
    .replace(METRES, '$1.$2米')
    .replace(AND_A_HALF_ZH, '$1.5$2')
    .replace(FRACTION, (whole, part: string, of: string) =>
      Number(part) < Number(of) ? `${of}分之${part}` : whole,
    )
    .replace(
      DISCOUNT,
      (_whole, one: string, other: string) => `${figuresOf(one)}.${figuresOf(other)}`,
    )
    .replace(DISCOUNT_IN_FIGURES, '$1.$2')
    .replace(HALF_PAST_ZH, '30')
    .replace(AFTERNOON, (_whole, part: string, hour: string) => `${part}${hourOf(hour, true)}`);
}

/** 下午5点 is 17点, 7点半 is 7点30. */
const AFTERNOON = /(下午|晚上|傍晚|午后|夜里|晚间|今晚|当晚)(\d{1,2})(?=[点點时時:：])/g;
const HALF_PAST_ZH = /(?<=\d[点點时時])半/g;

/** Spells times and scale words as `numbersIn` expects them. */
function plainEnglish(en: string): string {
  return (HALF_OF_DAY.test(en) ? clockFigures(en) : en)
    .replace(GLUED_SCALE, '$1 ')
    .replace(ALWAYS, '24 hours')
    .replace(PHONE, '$1$2$3')
    .replace(DATE_BY_DOTS, '$1-$2-$3')
    .replace(DATE_ENDS_WITH_YEAR, '$1-$2-$3')
    .replace(SEASON, longSeason)
    .replace(SHORT_RANGE, longRange)
    .replace(REPUBLIC_EN, (_whole, nth?: string, year?: string) =>
      String(BEFORE_REPUBLIC + Number(nth ?? year)),
    )
    .replace(FRACTION, (whole, part: string, of: string) =>
      Number(part) < Number(of) ? String(Number(part) / Number(of)) : whole,
    );
}

/** 2:30 to 5:30 p.m. as 14:30 to 17:30. */
function clockFigures(en: string): string {
  return en
    .replace(CLOCK_RANGE, clockRange)
    .replace(CLOCK, (_whole, hour: string, minute: string | undefined, half: string) => {
      const hours = hourOf(hour, half.toLowerCase() === 'p');
      return `${hours}${minute === undefined ? '' : `:${minute}`}`;
    });
}

function scaleOfMap(_whole: string, parts: string): string {
  return (1 / Number(parts.replaceAll(',', ''))).toFixed(12).replace(/0+$/, '');
}

function longRange(whole: string, century: string, from: string, dash: string, to: string): string {
  return Number(to) > Number(from) ? `${century}${from}${dash}${century}${to}` : whole;
}

function longSeason(whole: string, century: string, from: string, to: string): string {
  return Number(to) === Number(from) + 1 ? `${century}${from}/${century}${to}` : whole;
}

function clockRange(
  whole: string,
  from: string,
  minutes: string,
  joint: string,
  to: string,
  rest: string,
  half: string,
): string {
  const isSameHalf = Number(from) % 12 <= Number(to) % 12;
  return isSameHalf ? `${from}${minutes} ${half}m${joint}${to}${rest}${half}` : whole;
}
