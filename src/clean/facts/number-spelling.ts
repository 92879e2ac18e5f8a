import { parseHanNumeral } from '../../text/index.js';

/** 310 万, 30 年代: the space is a matter of style. */
const SPACE_BEFORE_UNIT = /(?<=\d) +(?=[万亿萬億千百年月日号时点世])/g;
/** £11million. */
const GLUED_SCALE = /(\d)(?=(?:million|billion|trillion)\b)/gi;
/** 7.55am is 7:55, 11:20 p.m. is 23:20. */
const CLOCK = /\b(\d{1,2})(?:[.:](\d\d))? ?([ap])\.?m\b\.?/gi;
/** “Half past three” is 3:30. */
const HALF_PAST_EN =
  /\bhalf past (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/gi;
/** 138-0013-8000 and +86 755 8812 0000 are one number each. */
const PHONE = /(?<![\d.])(?:[+＋]86[- ]?)?(0?\d{2,4})[- ](\d{3,4})[- ]?(\d{4})(?!\.?\d)/g;
/** 下午5点 is 17点, 7点半 is 7点30. */
const AFTERNOON = /(下午|晚上|傍晚|午后|夜里|晚间|今晚|当晚)(\d{1,2})(?=[点點时時:：])/g;
const HALF_PAST_ZH = /(?<=\d[点點时時])半/g;
/** 民国26年 is 1937. */
const REPUBLIC = /民[国國](元|\d{1,2}|[一二三四五六七八九十]{1,3})年/g;
const BEFORE_REPUBLIC = 1911;
/** 1038–40 is 1038–1040. */
const SHORT_RANGE = /(?<![\d.,])(1\d|20)(\d\d)([-–—])(\d\d)(?![\d-])/g;
/** 3/4 is three fourths where the first is smaller and no year stands by. */
const FRACTION = /(?<![\d/.])([1-9])\/([2-9]|10)(?![\d/])/g;
const HOURS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** 2023/24 is 2023/2024. */
const SEASON = /(?<![\d.,/])(1\d|20)(\d\d)\/(\d\d)(?![\d/])/g;
/** 1米85 is 1.85米, 2个半 and 1年半 are 2.5个 and 1.5年. */
const METRES = /(\d)米(\d\d)(?!\d)/g;
const AND_A_HALF_ZH = /(?<![\d.])(\d+)(个|個|年)半/g;
const HAN_AND_A_HALF = /([一二两兩三四五六七八九十]+)(个|個|年)半(?!年)/g;
const HAN_CLOCK = /([一二两兩三四五六七八九十]{1,3})(?=[点點](?:半|整|钟|鐘|$|[^\p{L}\d]))/gu;
const HAN_AFTER_PART =
  /(?<=上午|下午|早上|晚上|凌晨|清晨|傍晚|夜里|今晚|当晚|晚间)([一二两兩三四五六七八九十]{1,3})(?=[点點])/g;
const CLOCK_IN_FIGURES = /\d{1,2}[:.]\d\d|\d ?[ap]\.?m\b/i;
/** 1小时20分 is 80分钟 for those who say eighty minutes. */
const HOURS_AND_MINUTES = /(\d+)(?:个|個)?(?:小时|小時|钟头|鐘頭)(\d+)分(?:钟|鐘)?/g;
const AND_A_HALF_EN = /\ban? (year|hour|day|month|century) and a half\b/gi;
/** 双11 is the 11.11 of the shops. */
const DOUBLE_DAY_ZH = /双(?:十[一二]|1[12]|6\.?18)|雙(?:十[一二]|1[12])/;
const DOUBLE_DAY_EN = /\b(1[12])[.·/](1[12])\b(?!\.?\d)/g;
/** 12m units, where the Chinese counts by ten thousands and no metres. */
const SHORT_MILLION = /(?<=\d)m\b/g;

/**
 * Both texts with their numbers spelt as `numbersIn` expects them; what one side says in another
 * way than usual is spelt as the other one does, where the other has figures to compare it with.
 */
export function plainNumbers(zh: string, en: string): { readonly zh: string; readonly en: string } {
  let [left, right] = [zh, en];
  if (/\d/.test(en)) {
    left = left
      .replace(
        HAN_AND_A_HALF,
        (_whole, count: string, unit: string) => `${figuresOf(count)}.5${unit}`,
      )
      .replace(HOURS_AND_MINUTES, (whole, hours: string, minutes: string) => {
        const all = Number(hours) * 60 + Number(minutes);
        return new RegExp(`\\b${all}\\b`).test(en) ? `${all}分钟` : whole;
      });
  }
  if (CLOCK_IN_FIGURES.test(en)) {
    left = left.replace(HAN_AFTER_PART, figuresOf).replace(HAN_CLOCK, figuresOf);
  }
  if (/\d/.test(zh)) right = right.replace(AND_A_HALF_EN, '1.5 $1s');
  if (DOUBLE_DAY_ZH.test(zh)) {
    right = right.replace(DOUBLE_DAY_EN, (whole, month: string, day: string) =>
      month === day ? month : whole,
    );
  }
  if (/[万亿萬億]/.test(zh) && !/[米公]/.test(zh)) right = right.replace(SHORT_MILLION, ' million');
  return { zh: plainChinese(left), en: plainEnglish(right) };
}

function figuresOf(han: string): string {
  return String(parseHanNumeral(han) ?? han);
}

/** Closes gaps before units, counts hours to 24 and years from Christ. */
function plainChinese(zh: string): string {
  return zh
    .replace(SPACE_BEFORE_UNIT, '')
    .replace(PHONE, '$1$2$3')
    .replace(SEASON, longSeason)
    .replace(SHORT_RANGE, longRange)
    .replace(METRES, '$1.$2米')
    .replace(AND_A_HALF_ZH, '$1.5$2')
    .replace(FRACTION, (whole, part: string, of: string) =>
      Number(part) < Number(of) ? `${of}分之${part}` : whole,
    )
    .replace(REPUBLIC, (_whole, year: string) => `${BEFORE_REPUBLIC + yearOf(year)}年`)
    .replace(HALF_PAST_ZH, '30')
    .replace(AFTERNOON, (_whole, part: string, hour: string) => `${part}${hourOf(hour, true)}`);
}

/** Spells times and scale words as `numbersIn` expects them. */
function plainEnglish(en: string): string {
  return en
    .replace(GLUED_SCALE, '$1 ')
    .replace(PHONE, '$1$2$3')
    .replace(SEASON, longSeason)
    .replace(SHORT_RANGE, longRange)
    .replace(FRACTION, (whole, part: string, of: string) =>
      Number(part) < Number(of) ? String(Number(part) / Number(of)) : whole,
    )
    .replace(HALF_PAST_EN, (_whole, hour: string) => `${HOURS.indexOf(hour.toLowerCase()) + 1}:30`)
    .replace(CLOCK, (_whole, hour: string, minute: string | undefined, half: string) => {
      const hours = hourOf(hour, half.toLowerCase() === 'p');
      return `${hours}${minute === undefined ? '' : `:${minute}`}`;
    });
}

function longRange(whole: string, century: string, from: string, dash: string, to: string): string {
  return Number(to) > Number(from) ? `${century}${from}${dash}${century}${to}` : whole;
}

function longSeason(whole: string, century: string, from: string, to: string): string {
  return Number(to) === Number(from) + 1 ? `${century}${from}/${century}${to}` : whole;
}

function yearOf(year: string): number {
  if (year === '元') return 1;
  return /\d/.test(year) ? Number(year) : (parseHanNumeral(year) ?? 0);
}

function hourOf(hour: string, isAfternoon: boolean): number {
  const hours = Number(hour);
  return hours > 12 ? hours : (hours % 12) + (isAfternoon ? 12 : 0);
}
