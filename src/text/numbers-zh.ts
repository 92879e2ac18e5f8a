import { foldWidth } from './chars.js';
import { isHanDigit, parseHanNumeral, tidy } from './numeral-han.js';
import { mentionsOf, shareUnits } from './number-mention.js';
import type { Draft, NumberKind, NumberMention } from './number-mention.js';

const ARABIC =
  '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,3}(?:[\\u00a0\\u2009\\u202f]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?';
const HAN = '[零〇○一壹二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億廿卅]';
const UNIT = '[十百千万萬亿億]';
/** 5千瓦 is five kilowatts, not five thousand watts. */
const SCALE = `(?!千[克瓦米卡赫])${UNIT}`;
const NUMERAL =
  `${ARABIC}(?:(?:${SCALE})+(?:${ARABIC}(?:${SCALE})+|${HAN}+)*)?` +
  `|(?:(?!千[克瓦])${HAN})+(?:[点點][零〇○一二三四五六七八九]+(?![十百]|分[^之]|[刻钟鐘])${UNIT}*)?`;

const MENTION = new RegExp(
  `(第)?(${NUMERAL})(?:分之(${NUMERAL})|(世纪|世紀)(?:(${NUMERAL})年代)?)?`,
  'g',
);

const CURRENCY =
  '(?:人民币|美|港|欧|歐|日|韩|韓|澳|加|新台|台|新加坡)?元|元人民币|块钱?|塊錢?|英镑|英鎊|欧元|卢布|盧布|卢比|法郎|马克|泰铢|比索|美金|先令|两银子|两白银|円|圆|圓';
const MEASURE =
  '[个個名人位家所次项項种種条條件本张張天日岁歲周週倍户戶座辆輛艘架届屆只隻头頭匹棵株米吨噸里公克斤亩畝平立层層集章节節幅页頁篇代票场場国國省市县縣区區村镇鎮级級步枚台臺颗顆分秒时時小卷句声聲口门門排行对對双雙批期处處]';
const AFTER = new RegExp(
  `(?:([多余餘来來])?(?:(%|‰|个百分点|個百分點)|(${CURRENCY})|(年代)|(年)|(月)(?!球|亮|光|饼|台)|([日号號])|(成)(?![为為立员員功都语語果长長本就熟品份])|(${MEASURE})))`,
  'y',
);
const BEFORE_MONEY = /(?:[¥￥$€£]|RMB|CNY|USD|HKD|EUR|GBP|人民币|人民幣) ?$/;
const VAGUE_BEFORE = /[几幾数數好上成]$/;
const JOINT = /^(?:[-–—~]|——|至|到|或)$/;
const ANY = new RegExp(`[\\d０-９]|${HAN}`);

/** Numbers in a Chinese text, in text order; see {@link NumberMention}. */
export function numbersZh(original: string): NumberMention[] {
  if (!ANY.test(original)) return [];
  const text = foldWidth(original);
  const drafts: Draft[] = [];
  MENTION.lastIndex = 0;
  for (let match = MENTION.exec(text); match !== null; match = MENTION.exec(text)) {
    read(text, match, drafts);
    MENTION.lastIndex = Math.max(MENTION.lastIndex, drafts.at(-1)?.end ?? 0);
  }
  shareUnits(text, drafts, JOINT);
  return mentionsOf(original, drafts);
}

function read(text: string, match: RegExpExecArray, drafts: Draft[]): void {
  const [whole, nth, numeral = '', parts, century, decade] = match;
  const start = match.index;
  const end = start + whole.length;
  const value = valueOf(numeral);
  if (value === undefined) {
    readDigits(numeral, start + (nth?.length ?? 0), drafts);
  } else if (parts !== undefined) {
    fraction(value, parts, start, end, drafts);
  } else if (century !== undefined) {
    inCentury(value, decade, start, end, drafts);
  } else if (nth !== undefined) {
    drafts.push(draft(value, 'ordinal', start, end));
  } else {
    counted(text, value, numeral, start, drafts);
  }
}

/** A value with what follows it: 元, %, 年, 月, 日, a measure word, or nothing. */
function counted(
  text: string,
  value: number,
  numeral: string,
  start: number,
  drafts: Draft[],
): void {
  const end = start + numeral.length;
  AFTER.lastIndex = end;
  const after = AFTER.exec(text);
  const [, more, percent, money, decade, year, month, day, tenths, measure] = after ?? [];
  const scale = scaleOf(numeral, value);
  const bare = /^\d/.test(numeral);
  const vague = !bare && VAGUE_BEFORE.test(text.slice(Math.max(0, start - 1), start));
  const push = (kind: NumberKind, weak: boolean, worth = value, last = end) =>
    drafts.push({ value: worth, kind, start, end: last, weak, scale });
  const upTo = end + (after?.[0].length ?? 0);
  if (percent !== undefined)
    push('percent', false, percent === '‰' ? tidy(value / 10) : value, upTo);
  else if (money !== undefined) push('money', value === 1 && !bare, value, upTo);
  else if (decade !== undefined) push('year', false, value < 100 ? 1900 + value : value, upTo);
  else if (year !== undefined)
    counting(isYear(numeral, value) && more === undefined ? 'year' : 'number');
  else if (month !== undefined) counting(value >= 1 && value <= 12 ? 'month' : 'number');
  else if (day !== undefined) counting(value >= 1 && value <= 31 ? 'day' : 'number');
  else if (tenths !== undefined && value < 10) push('percent', true, tidy(value * 10), upTo);
  else if (isMoneyBefore(text, start)) push('money', false);
  else push('number', vague || (!bare && isWeak(numeral, measure !== undefined)));

  function counting(kind: NumberKind): void {
    push(
      kind,
      vague || (kind === 'number' && !bare && numeral === '一'),
      yearValue(kind, numeral, value),
      upTo,
    );
  }
}

function isMoneyBefore(text: string, start: number): boolean {
  return BEFORE_MONEY.test(text.slice(Math.max(0, start - 4), start));
}

/** Whether a numeral before 年 names a year and not a span of time. */
function isYear(numeral: string, value: number): boolean {
  if (/^\d+$/.test(numeral)) return numeral.length === 4 && value >= 1000 && value <= 2999;
  return isDigits(numeral) && (numeral.length === 4 || numeral.length === 2);
}

/** 九八年 is 1998; 一二年 may be of either century and stays 12. */
function yearValue(kind: NumberKind, numeral: string, value: number): number {
  return kind === 'year' && numeral.length === 2 && value >= 50 ? 1900 + value : value;
}

/** One character of Chinese is as often a word as a count: 一般, 三明, 十分, 千万. */
function isWeak(numeral: string, hasMeasure: boolean): boolean {
  if (numeral === '一') return true;
  if (hasMeasure && /^[二两兩三四五六七八九十]/.test(numeral)) return false;
  return numeral.length === 1 || /^[百千万萬亿億零〇]/.test(numeral) || isDigits(numeral);
}

function isDigits(numeral: string): boolean {
  for (const character of numeral) if (!isHanDigit(character)) return false;
  return true;
}

function valueOf(numeral: string): number | undefined {
  const plain = numeral.replace(/[\u00a0\u2009\u202f]/g, '');
  if (/^\d[\d,]*(?:\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  // 七八 is "seven or eight", not 78; three digits and more are a number read out.
  if (numeral.length === 2 && isDigits(numeral) && !/[零〇○]/.test(numeral) && isNext(numeral)) {
    return undefined;
  }
  return parseHanNumeral(plain);
}

function isNext(pair: string): boolean {
  return (parseHanNumeral(pair.charAt(1)) ?? 0) - (parseHanNumeral(pair.charAt(0)) ?? 0) === 1;
}

/** A run that is no single numeral (七八, 二三十): its last part, and both ends when only digits. */
function readDigits(numeral: string, start: number, drafts: Draft[]): void {
  const unit = numeral.replace(/^[一二两兩三四五六七八九]{2}/, '');
  const size = unit === '' ? 1 : (parseHanNumeral(unit) ?? 1);
  for (const [offset, character] of Array.from(numeral.slice(0, 2)).entries()) {
    const digit = parseHanNumeral(character);
    if (digit === undefined) return;
    const at = start + offset;
    drafts.push({
      value: digit * size,
      kind: 'number',
      start: at,
      end: at + 1,
      weak: true,
      scale: 1,
    });
  }
}

function fraction(below: number, parts: string, start: number, end: number, drafts: Draft[]): void {
  const above = valueOf(parts);
  if (above === undefined) return;
  if (below === 100) drafts.push(draft(above, 'percent', start, end));
  else if (below === 1000) drafts.push(draft(tidy(above / 10), 'percent', start, end));
  else if (below > 0) drafts.push(draft(tidy(above / below), 'number', start, end));
}

function inCentury(
  value: number,
  decade: string | undefined,
  start: number,
  end: number,
  drafts: Draft[],
): void {
  if (decade === undefined) {
    drafts.push(draft(value, 'ordinal', start, end));
    return;
  }
  drafts.push(draft((value - 1) * 100 + (valueOf(decade) ?? 0), 'year', start, end));
}

function scaleOf(numeral: string, value: number): number {
  const figures = /^\d[\d,]*(?:\.\d+)?/.exec(numeral)?.[0];
  const first = figures === undefined ? 0 : Number(figures.replaceAll(',', ''));
  return first > 0 && figures !== numeral ? tidy(value / first) : 1;
}

function draft(value: number, kind: NumberKind, start: number, end: number): Draft {
  return { value, kind, start, end, weak: false, scale: 1 };
}
