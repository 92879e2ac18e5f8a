import { isSameNumber, type NumberMention } from '../../text/index.js';
import { isSameMeasure } from './measures.js';

/** Characters behind a number that may hold its unit. */
const UNIT_REACH = 20;
const AFTERNOON_EN = /\d ?p\.?m\b|\b(?:afternoon|evening|tonight|at night)\b/i;
const NOON = /\b(?:noon|midday|midnight)\b/i;
const HALF_HOUR = /半(?:个|個)?(?:小时|小時|钟头|鐘頭)|刻钟/;
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
  if (side === 'zh') return mention.value % 12 === 0 && mention.value <= 24 && NOON.test(texts.en);
  const isHalf = mention.value % 60 === 30 || mention.value === 15 || mention.value === 45;
  return isHalf && MINUTES.test(texts.en.slice(mention.end)) && HALF_HOUR.test(texts.zh);
}
