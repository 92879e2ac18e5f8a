import { isSameNumber, type NumberMention } from '../../text/index.js';
import { isSameMeasure } from './measures.js';

/** Characters behind a number that may hold its unit. */
const UNIT_REACH = 20;
const AFTERNOON_EN = /\d ?p\.?m\b|\b(?:afternoon|evening|tonight|at night)\b/i;
const NOON = /\b(?:noon|midday|midnight)\b/i;
const HALF_HOUR = /半(?:个|個)?(?:小时|小時|钟头|鐘頭)|刻钟/;
const HALVED = /半数|半數|一半|过半|過半|对半|各半/;
/** An hour, a year: one of them. */
const ONE_OF =
  /\b(?:an?|per|every|each|another) (?:full |whole |single |good )?(?:second|minute|hour|day|week|month|year|decade|century|mile|kilomet(?:re|er)|met(?:re|er)|dozen|hundred|thousand|million)\b/i;
const TENS = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');
/** How many times: 增长1倍 and 增长到2倍 are both doubled. */
const TIMES: readonly (readonly [RegExp, readonly number[]])[] = [
  [/\b(?:doubl(?:ed?|es|ing)|twofold|twice)\b/i, [1, 2]],
  [/\b(?:tripl(?:ed?|es|ing)|trebled?|threefold)\b/i, [2, 3]],
  [/\b(?:quadrupl(?:ed?|es|ing)|fourfold)\b/i, [3, 4]],
  [/\b(?:quintupled?|fivefold)\b/i, [4, 5]],
  [/\btenfold\b/i, [9, 10]],
];
const MINUTES = /^[ -]?min/i;
const AMOUNT =
  /^[\d.,\s零〇一二两三四五六七八九十百千万亿]*(?:hundred|thousand|million|billion|trillion)?/i;

/** Both texts as numbers are read from them. */
export interface NumberTexts {
  readonly zh: string;
  readonly en: string;
  /** The English counts hours to 12 and means some of them to be after noon. */
  readonly isAfternoon: boolean;
}

/** Whether a text, as it was written, tells times after noon. */
export function tellsAfternoon(en: string): boolean {
  return AFTERNOON_EN.test(en);
}

/** Whether a Chinese and an English mention are one number. */
export type SameNumber = (zh: NumberMention, en: NumberMention) => boolean;

/**
 * Equal values; a share and a percentage; hours counted to 12 and to 24; 19世纪 and the 1800s;
 * 80年代 and the ’80s.
 */
export function sameNumberIn({ isAfternoon }: NumberTexts): SameNumber {
  return (zh, en) =>
    isSameNumber(zh, en) ||
    (isAfternoon && zh.value < 12 && en.value === zh.value + 12) ||
    isSamePeriod(zh, en);
}

/** 六折 and 40 % off; a measure in two units. Slower, so asked only of numbers left over. */
export function convertedNumberIn(texts: NumberTexts): SameNumber {
  return (zh, en) => {
    const zhUnit = unitIn(zh, texts.zh.slice(zh.end, zh.end + UNIT_REACH));
    const enUnit = unitIn(en, texts.en.slice(en.end, en.end + UNIT_REACH));
    if (zhUnit.startsWith('折') && en.kind === 'percent') return en.value === 100 - 10 * zh.value;
    return isSameMeasure(zh.value, zhUnit, en.value, enUnit);
  };
}

/** The unit may be part of the mention: 26年, 130 pounds. */
function unitIn({ text }: NumberMention, behind: string): string {
  return text.replace(AMOUNT, '') + behind;
}

/** A century and its years, a decade of this or the last century. */
function isSamePeriod(zh: NumberMention, en: NumberMention): boolean {
  if (zh.text.includes('世纪') || zh.text.includes('世紀')) {
    return en.value % 100 === 0 && en.text.endsWith('s') && en.value / 100 + 1 === zh.value;
  }
  return zh.text.includes('年代') && en.value < 100 && zh.value % 100 === en.value;
}

/** Whether words without a number answer a mention: noon, half an hour. */
export function isSaidInWords(
  mention: NumberMention,
  side: 'zh' | 'en',
  texts: NumberTexts,
): boolean {
  if (side === 'zh') return isSaidInEnglish(mention, texts);
  if (mention.kind === 'percent' && mention.value === 50 && HALVED.test(texts.zh)) return true;
  const isHalf = mention.value % 60 === 30 || mention.value === 15 || mention.value === 45;
  return isHalf && MINUTES.test(texts.en.slice(mention.end)) && HALF_HOUR.test(texts.zh);
}

function isSaidInEnglish({ value, end, text }: NumberMention, { zh, en }: NumberTexts): boolean {
  if (value % 12 === 0 && value <= 24 && NOON.test(en)) return true;
  if (zh.charAt(end) === '倍' || text.endsWith('倍')) {
    return TIMES.some(([words, values]) => values.includes(value) && words.test(en));
  }
  if (value === 1) return ONE_OF.test(en);
  const tens = TENS[value / 10 - 2];
  return tens !== undefined && new RegExp(`\\b${tens}\\b`, 'i').test(en);
}
