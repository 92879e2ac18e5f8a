import { parseHanNumeral } from '../../text/index.js';

const COUNT =
  '(\\d+(?:\\.\\d+)?|[零一二两兩三四五六七八九十百千万壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬]+)';
/** 3元5角, 伍元柒分, 三块五毛; at least one part is smaller than a yuan. */
const PARTS = new RegExp(
  `${COUNT}(?:元|圆|圓|块|塊)(?=[\\d零一二两兩三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖]+[角毛分])(?:${COUNT}[角毛])?(?:零?${COUNT}分)?`,
  'g',
);
/** 三块五 is 3.5元. */
const COLLOQUIAL = new RegExp(`${COUNT}[块塊]([一二三四五六七八九1-9])(?![\\d十百千万个個])`, 'g');
/** 五毛钱, 5毛, 两毛五, 五角七分. */
const TENTHS = new RegExp(
  `${COUNT}(?:毛(?:([一二三四五六七八九1-9])分?(?!之))?[钱錢]?|角(?:[钱錢]|${COUNT}分))`,
  'g',
);
const HUNDREDTHS = new RegExp(`${COUNT}分[钱錢]`, 'g');
const SMALL = /[角毛]|分[钱錢]|[块塊][\d一二三四五六七八九]/;

const COINS = /\b(\d+) (?:cents?|fen)\b/gi;
const COINS_BEHIND = /\b(\d+) (yuan|dollars?)(?: and|,)? (\d{1,2}) (?:cents?|fen)\b/gi;

/** Chinese sums with jiao and fen as sums of yuan, if the English has figures: 三块五 is 3.5元. */
export function sumsZh(zh: string, en: string): string {
  if (!SMALL.test(zh) && !/[元圆圓].{1,3}分/.test(zh)) return zh;
  return zh
    .replace(PARTS, (_whole, yuan: string, jiao?: string, fen?: string) => sum(yuan, jiao, fen))
    .replace(COLLOQUIAL, (whole, yuan: string, jiao: string) => {
      const written = sum(yuan, jiao);
      return /\d/.test(whole) || isInFigures(parseFloat(written), en) ? written : whole;
    })
    .replace(TENTHS, (whole, jiao: string, one?: string, other?: string) =>
      /\d/.test(en) ? sum('0', jiao, one ?? other) : whole,
    )
    .replace(HUNDREDTHS, (_whole, fen: string) => sum('0', '0', fen));
}

/** English coins as parts of a yuan, if the Chinese counts coins or decimals too. */
export function sumsEn(en: string, zh: string): string {
  if (!/[角毛分块塊元]/.test(zh)) return en;
  return en
    .replace(
      COINS_BEHIND,
      (_whole, all: string, unit: string, coins: string) =>
        `${Number(all) + Number(coins) / 100} ${unit}`,
    )
    .replace(COINS, (_whole, coins: string) => `${Number(coins) / 100} yuan`);
}

/** Whether a text has a sum of yuan in figures, as yuan or as cents. */
function isInFigures(yuan: number, en: string): boolean {
  const numbers = en.match(/\d+(?:\.\d+)?/g) ?? [];
  return numbers.some((figures) => Number(figures) === yuan || Number(figures) === yuan * 100);
}

function sum(yuan: string, jiao = '0', fen = '0'): string {
  const cents = numberOf(yuan) * 100 + numberOf(jiao) * 10 + numberOf(fen);
  return `${Math.round(cents) / 100}元`;
}

function numberOf(text: string): number {
  return parseHanNumeral(text) ?? Number(text);
}
