import { isDigit } from './chars.js';
import { isHanNumeral } from './numeral-han.js';

const ARABIC =
  '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,3}(?:[\\u00a0\\u2009\\u202f]\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?';
const HAN = '[零〇○一壹二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億廿卅]';
/** 5千瓦 is five kilowatts, not five thousand watts. */
const SCALE = '(?!千[克瓦米卡赫])[十百千万萬亿億]';
const NUMERAL =
  `${ARABIC}(?:(?:(?:${SCALE})+| ?[多余餘]?[万萬亿億]+)(?:${ARABIC}(?:${SCALE})+|${HAN}+)*)?` +
  `|(?:(?!千[克瓦]|(?<=[十百千万萬亿億])[两兩](?![百千万萬亿億]))${HAN})+(?:[多余餘][万萬亿億]+|[点點][零〇○一二三四五六七八九]+(?![十百点點]|分[^之]|[刻钟鐘])[十百千万萬亿億]*)?`;
const MENTION = new RegExp(
  `(第 ?)?(${NUMERAL})(?:分之(${NUMERAL})| ?(世纪|世紀)(?: ?(${NUMERAL}) ?年代)?)?`,
  'y',
);

/** Words that hold a numeral and count nothing. */
const IDIOM =
  /十分(?![钟鐘之])|十足|万分(?!之)|萬分(?!之)|[千万萬]+万?(?=[别別不要莫勿])|四[处處周週面方肢川季海]|五[官星谷穀]|三[角明轮輪文]|七夕|八卦|(?:五五|四六|三七|二八)(?=[分开開][成账賬，。,.])|百[般姓货貨度科合]|[千万萬][古里一难難岁歲](?=[^一二三四五六七八九]|$)|[一统統唯单單专專万萬]一|不二|二[话話手维維氧]|两[岸極极侧側旁性]|兩[岸極侧側旁性]/y;
const WEEKDAY = '一二三四五六';
/** What makes more of a lone 一 behind it … */
const COUNTED = '点點分世月日号號年元块塊成多余餘 ';
/** … and before it: 第一, 唯一. */
const AHEAD = new Set(Array.from('第 一统統唯单單专專万萬', (one) => one.charCodeAt(0)));
const FORMAL = '壹贰貳叁參肆伍陆陸柒捌玖拾佰仟';
/** 一周三次 is "three times a week", 周三 a day. */
const BEFORE_WEEK = '一两兩二三四每几幾半数數';

/** Units at which a mention may begin: figures and Chinese numerals. */
const STARTS = new Uint8Array(0x10000);
for (let code = 0; code < STARTS.length; code += 1) {
  if (isDigit(code) || isHanNumeral(String.fromCharCode(code))) STARTS[code] = 1;
}

/** A numeral with what belongs to it, as the pattern finds it. */
export interface NumeralMatch {
  readonly start: number;
  readonly end: number;
  readonly ordinal: boolean;
  /** The numeral itself and where it starts. */
  readonly numeral: string;
  readonly numeralStart: number;
  /** Y of X分之Y. */
  readonly parts?: string;
  readonly century: boolean;
  readonly decade?: string;
}

/** The first numeral at or after `from`; weekdays, idioms and lone formal digits are none. */
export function nextNumeral(text: string, from: number): NumeralMatch | undefined {
  for (let at = from; at < text.length; at += 1) {
    if (STARTS[text.charCodeAt(at)] !== 1) continue;
    if (isWeekday(text, at)) continue;
    if (isLoneOne(text, at)) return loneOne(at);
    const idiom = idiomAt(text, at);
    if (idiom > 0) {
      at += idiom - 1;
      continue;
    }
    const found = matchAt(text, at, from);
    if (found !== undefined && (found.numeral.length > 1 || !FORMAL.includes(found.numeral))) {
      return found;
    }
  }
  return undefined;
}

/** 一 that is neither part of a numeral nor counts anything a number would: most of them. */
function isLoneOne(text: string, at: number): boolean {
  if (text.charAt(at) !== '一') return false;
  const [before, next] = [text.charCodeAt(at - 1), text.charCodeAt(at + 1)];
  return STARTS[next] !== 1 && !COUNTED.includes(text.charAt(at + 1)) && !AHEAD.has(before);
}

function loneOne(at: number): NumeralMatch {
  return {
    start: at,
    end: at + 1,
    ordinal: false,
    numeral: '一',
    numeralStart: at,
    century: false,
  };
}

function matchAt(text: string, at: number, from: number): NumeralMatch | undefined {
  const before = text.charAt(at - 1) === ' ' ? at - 2 : at - 1;
  const start = before >= from && text.charAt(before) === '第' ? before : at;
  MENTION.lastIndex = start;
  const match = MENTION.exec(text);
  if (match === null) return undefined;
  const [whole, nth = '', numeral = '', parts, century, decade] = match;
  return {
    start,
    end: start + whole.length,
    ordinal: nth !== '',
    numeral,
    numeralStart: start + nth.length,
    ...(parts === undefined ? {} : { parts }),
    century: century !== undefined,
    ...(decade === undefined ? {} : { decade }),
  };
}

function idiomAt(text: string, at: number): number {
  IDIOM.lastIndex = at;
  return IDIOM.exec(text)?.[0].length ?? 0;
}

function isWeekday(text: string, at: number): boolean {
  if (!WEEKDAY.includes(text.charAt(at))) return false;
  const before = text.slice(Math.max(0, at - 2), at);
  if (before === '星期' || before === '礼拜' || before === '禮拜') return true;
  return /[周週]$/.test(before) && !BEFORE_WEEK.includes(before.charAt(before.length - 2) || '?');
}
