import { isLatin } from './chars.js';
import { isHanDigit, tidy } from './numeral-han.js';
import type { Draft, NumberKind } from './number-mention.js';

const CURRENCY =
  '(?:人民币|美|港|欧|歐|日|韩|韓|澳|加|新台|台|新加坡)?元|元人民币|块钱?|塊錢?|英镑|英鎊|欧元|歐元|卢布|盧布|卢比|盧比|法郎|马克|馬克|泰铢|泰銖|比索|美金|先令|两银子|两白银|円|圆|圓';
const MEASURE =
  '[个個名人位家所次项項种種条條件本张張天岁歲周週倍户戶座辆輛艘架届屆只隻头頭匹棵株米吨噸里公克斤亩畝平立層集章节節幅页頁篇代票场場国國省市县縣区區村镇鎮级級步枚颗顆分秒小卷句声聲口门門排行对對双雙批期处處台臺层层时時]';
/** What follows a numeral and says what it counts. */
const AFTER = new RegExp(
  ` ?([多余餘来來])? ?(?:(%|‰|个百分点|個百分點)|(${CURRENCY})|(年代)|(年)|(月)(?![球亮光饼餅台臺])|([日号號])|(成)(?![为為立员員功都语語果長长本就熟品份])|(${MEASURE}))`,
  'y',
);
const BEFORE_MONEY = /(?:[¥￥$€£]|RMB|CNY|USD|HKD|EUR|GBP|人民币|人民幣) ?$/;
/** 十五日内, 30日以上: days, and no day of a month. */
const SPAN_BEHIND = /^(?:之?内|之?內|以[内內上下])/;
const VAGUE_BEFORE = /[几幾数數好成]$/;
/** 上百, but not 以上七年 or 晚上九点. */
const UP_TO = /^[十百千万萬亿億]/;

/** A number by what stands around it: money, a percentage, a date, a count. */
export function countedZh(
  text: string,
  value: number,
  numeral: string,
  start: number,
  isAfterMonth: boolean,
): Draft {
  const end = start + numeral.length;
  AFTER.lastIndex = end;
  const after = AFTER.exec(text);
  const [whole = '', more, percent, money, decade, year, month, day, tenths, measure] = after ?? [];
  const figures = /^\d/.test(numeral);
  const before = text.charAt(start - 1);
  const vague = !figures && (before === '上' ? UP_TO.test(numeral) : VAGUE_BEFORE.test(before));
  const scale = scaleOf(numeral, value);
  const make = (kind: NumberKind, weak: boolean, worth = value, last = end + whole.length) => ({
    value: worth,
    kind,
    start,
    end: last,
    weak: weak || vague,
    scale,
  });
  const span = () =>
    make('number', value <= 1 || (!figures && numeral === '十' && more !== undefined));
  if (percent !== undefined)
    return make('percent', false, percent === '‰' ? tidy(value / 10) : value);
  if (money !== undefined) return make('money', value === 1 && !figures);
  if (decade !== undefined) return make('year', false, value < 100 ? 1900 + value : value);
  if (year !== undefined) {
    const isDate = more === undefined && isYear(numeral, value);
    return isDate ? make('year', false, yearValue(numeral, value)) : span();
  }
  if (month !== undefined) return value >= 1 && value <= 12 ? make('month', false) : span();
  if (day !== undefined) {
    if (value < 1 || value > 31 || SPAN_BEHIND.test(text.slice(end + whole.length))) return span();
    return make('day', !figures && !isAfterMonth);
  }
  if (tenths !== undefined && value < 10) return make('percent', true, tidy(value * 10));
  if (BEFORE_MONEY.test(text.slice(Math.max(0, start - 4), start)))
    return make('money', false, value, end);
  // The 3 of W3C belongs to a name.
  const isName = figures && isLatin(text.charCodeAt(start - 1));
  const weak = value === 1 || isName || (!figures && isWeak(numeral, measure));
  return make('number', weak, value, end);
}

/** Whether a numeral before 年 names a year and not a span of time. */
function isYear(numeral: string, value: number): boolean {
  if (/^\d+$/.test(numeral)) return numeral.length === 4 && value >= 1000 && value <= 2999;
  return isDigits(numeral) && (numeral.length === 4 || numeral.length === 2);
}

/** 九八年 is 1998; 一二年 may be of either century and stays 12. */
function yearValue(numeral: string, value: number): number {
  return numeral.length === 2 && value >= 50 ? 1900 + value : value;
}

/** One character of Chinese is as often a word as a count: 一般, 两国, 千万. */
function isWeak(numeral: string, measure: string | undefined): boolean {
  if (/^[两兩]$/.test(numeral)) return measure === undefined || /[国國人家者]/.test(measure);
  if (measure !== undefined && /^[二两兩三四五六七八九十]/.test(numeral)) return false;
  return numeral.length === 1 || /^[百千万萬亿億零〇]/.test(numeral) || isDigits(numeral);
}

/** Whether a numeral is digits only, read out one by one. */
export function isDigits(numeral: string): boolean {
  for (const character of numeral) if (!isHanDigit(character)) return false;
  return true;
}

function scaleOf(numeral: string, value: number): number {
  const figures = /^\d[\d,]*(?:\.\d+)?/.exec(numeral)?.[0];
  const first = figures === undefined ? 0 : Number(figures.replaceAll(',', ''));
  return first > 0 && figures !== numeral ? tidy(value / first) : 1;
}
