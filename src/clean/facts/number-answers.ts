import { isSameNumber, type NumberMention } from '../../text/index.js';
import { isOtherCurrency } from './currencies.js';
import { isOtherMeasure, isSameMeasure } from './measures.js';
import type { NumberTexts } from './said-in-words.js';

/** Characters behind a number that may hold its unit. */
const UNIT_REACH = 20;
const AFTERNOON_EN = /\d ?p\.?m\b|\b(?:afternoon|evening|tonight|at night)\b/i;
/** Said before an hour that is not after noon. */
const MORNING_ZH = /(?:上午|早上|早晨|清晨|凌晨)$/;
const AMOUNT =
  /^[\d.,\s零〇一二两三四五六七八九十百千万亿]*(?:hundred|thousand|million|billion|trillion)?/i;
/** What is paid after a discount: 80 % of the price. */
const OFF = /^ *(?:off|discount|reduction|less)\b/i;

/** Whether a text, as it was written, tells times after noon. */
export function tellsAfternoon(en: string): boolean {
  return AFTERNOON_EN.test(en);
}

/** Whether a Chinese and an English mention are one number. */
export type SameNumber = (zh: NumberMention, en: NumberMention) => boolean;

/**
 * Equal values of units that are not each other's conversion; a share and a percentage; hours
 * counted to 12 and to 24; 19世纪 and the 1800s; 80年代 and the ’80s.
 */
export function sameNumberIn(texts: NumberTexts): SameNumber {
  return (zh, en) => {
    if (isSameNumber(zh, en)) return !isOther(zh, en, texts);
    return (
      (texts.isAfternoon &&
        zh.value < 12 &&
        en.value === zh.value + 12 &&
        !MORNING_ZH.test(texts.zh.slice(Math.max(0, zh.start - 2), zh.start))) ||
      isSamePeriod(zh, en)
    );
  };
}

/** 300亩 and 300 hectares, 8折 and 8 %: the same figures, but not the same amount. */
function isOther(zh: NumberMention, en: NumberMention, texts: NumberTexts): boolean {
  const zhUnit = unitIn(zh, texts.zh);
  if (zhUnit.startsWith('折')) return en.kind === 'percent';
  return isOtherMeasure(zhUnit, unitIn(en, texts.en)) || isOtherCurrency(zh, en, texts);
}

/** 六折 and 40 % off; a measure in two units. Slower, so asked only of numbers left over. */
export function convertedNumberIn(texts: NumberTexts): SameNumber {
  return (zh, en) => {
    const zhUnit = unitIn(zh, texts.zh);
    if (zhUnit.startsWith('折') && en.kind === 'percent') {
      const paid = 10 * zh.value;
      const isPaid = near(en.value, paid) && !OFF.test(texts.en.slice(en.end));
      return near(en.value, 100 - paid) || isPaid;
    }
    return isSameMeasure(zh.value, zhUnit, en.value, unitIn(en, texts.en));
  };
}

/** The unit behind a mention, which may be part of it: 26年, 130 pounds. */
function unitIn({ text, end }: NumberMention, whole: string): string {
  const own = /[\d零〇一二两三四五六七八九十]/.test(text) ? text.replace(AMOUNT, '') : '';
  return own + whole.slice(end, end + UNIT_REACH);
}

/** A century and its years, a decade of this or the last century. */
function isSamePeriod(zh: NumberMention, en: NumberMention): boolean {
  if (zh.text.includes('年代')) return en.value < 100 && zh.value % 100 === en.value;
  if (!zh.text.includes('世纪') && !zh.text.includes('世紀')) return false;
  return en.value % 100 === 0 && en.text.endsWith('s') && en.value / 100 + 1 === zh.value;
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-6;
}
