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

/** Closes gaps before units, counts hours to 24 and years from Christ. */
export function plainChinese(zh: string): string {
  return zh
    .replace(SPACE_BEFORE_UNIT, '')
    .replace(PHONE, '$1$2$3')
    .replace(SHORT_RANGE, longRange)
    .replace(FRACTION, (whole, part: string, of: string) =>
      Number(part) < Number(of) ? `${of}分之${part}` : whole,
    )
    .replace(REPUBLIC, (_whole, year: string) => `${BEFORE_REPUBLIC + yearOf(year)}年`)
    .replace(HALF_PAST_ZH, '30')
    .replace(AFTERNOON, (_whole, part: string, hour: string) => `${part}${hourOf(hour, true)}`);
}

/** Spells times and scale words as `numbersIn` expects them. */
export function plainEnglish(en: string): string {
  return en
    .replace(GLUED_SCALE, '$1 ')
    .replace(PHONE, '$1$2$3')
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

function yearOf(year: string): number {
  if (year === '元') return 1;
  return /\d/.test(year) ? Number(year) : (parseHanNumeral(year) ?? 0);
}

function hourOf(hour: string, isAfternoon: boolean): number {
  const hours = Number(hour);
  return hours > 12 ? hours : (hours % 12) + (isAfternoon ? 12 : 0);
}
