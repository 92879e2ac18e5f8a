import { parseHanNumeral } from '../../text/index.js';

const HAN = '一二两兩三四五六七八九';
/** 1.2兆元 is 1.2 trillion in Taiwan; elsewhere 兆 is mega (兆瓦, 百兆宽带). */
const TRILLION =
  /(?<=[\d一二两兩三四五六七八九十百千])兆(?=[\d零一二兩三四五六七八九十多餘余]*[億亿萬万]?(?:[元圓日美港欧歐台臺新人韓韩澳]))/g;
const TRILLION_EN = /\btrillion\b|\d ?tn\b/i;
const ANY_TRILLION = /(?<=[\d一二两兩三四五六七八九十百千])兆(?![瓦赫帕欧歐焦伏位比字A-Za-z])/g;
/** 6个亿 is 6亿. */
const COUNTED = /(?<=[\d一二两兩三四五六七八九十百])[个個](?=多?[亿億])/g;
/** 1万2 is 12000, 3千5 3500; 1万2-3 is not. */
const SHORT_THOUSANDS =
  /(?<![\d.,])(\d{1,3})([千万萬亿億])([1-9])(?![\d.,．:：%％／/千百十万萬亿億]|[-~–—至到][\d一二三四五六七八九]|[年月日号號分成倍折])/g;
/** 9秒98 is 9.98 seconds, 4分03秒8 4 minutes and 3.8 seconds. */
const SECONDS = /(?<=\d)秒(\d{1,3})(?![\d.:])/g;
const SECONDS_HAN = new RegExp(`([十${HAN}]{1,3})秒([零〇${HAN}]{1,2})(?![十百分秒点])`, 'g');
/** 一成五 is 15 per cent. */
const TENTHS_AND_HUNDREDTHS = new RegExp(
  `(?<![${HAN}十\\d.])([1-9]|[${HAN}])成([1-9]|[${HAN}])(?![\\d十百千万萬成个個份])`,
  'g',
);
/** 10w+ and 150w for 10万 and 150万, the latter if nothing on the other side is in watts. */
const TEN_THOUSAND_OF = /(?<=\d)[wW](?=[+＋余多元人粉次])/g;
const TEN_THOUSAND = /(?<=\d)w(?![A-Za-z\d])/g;
const WATTS = /\d ?[kKmM]?[wW]\b|\bwatts?\b|\bWh\b/i;

const SIZE: ReadonlyMap<string, number> = new Map([
  ['千', 1e3],
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);

/** Sizes that Chinese says in its own ways as plain figures: 兆, 6个亿, 1万2, 一成五, 9秒98, 150w. */
export function scalesZh(zh: string, en: string): string {
  if (!MAY_HOLD.test(zh)) return zh;
  const text = zh
    .replace(TRILLION_EN.test(en) ? ANY_TRILLION : TRILLION, '万亿')
    .replace(COUNTED, '')
    .replace(SHORT_THOUSANDS, (_whole, count: string, unit: string, next: string) =>
      String(Number(count) * (SIZE.get(unit) ?? 1) + (Number(next) * (SIZE.get(unit) ?? 1)) / 10),
    )
    .replace(SECONDS, '.$1秒')
    .replace(TEN_THOUSAND_OF, '万');
  const spoken = /\d/.test(en) ? inFigures(text, en) : text;
  return WATTS.test(en) ? spoken : spoken.replace(TEN_THOUSAND, '万');
}

const MAY_HOLD = /[兆秒成wW]|[个個]多?[亿億]|[千万萬亿億][1-9]/;

function inFigures(zh: string, en: string): string {
  return zh
    .replace(SECONDS_HAN, (whole, seconds: string, parts: string) => {
      const time = `${figureOf(seconds)}.${[...parts].map(figureOf).join('')}`;
      return en.includes(time) ? `${time}秒` : whole;
    })
    .replace(
      TENTHS_AND_HUNDREDTHS,
      (_whole, tenths: string, hundredths: string) => `${figureOf(tenths)}${figureOf(hundredths)}%`,
    );
}

function figureOf(han: string): string {
  return String(parseHanNumeral(han) ?? han);
}
