import {
  datesIn,
  parseHanNumeral,
  type DateMention,
  type NumberMention,
} from '../../text/index.js';

const MONTH_ZH = /(\d{1,2}|[一二三四五六七八九十]{1,2}) ?月/g;
const MONTH_EN = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/g;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
/** Days of the moon are given as days of the sun, or as they are. */
const LUNAR = /[农農阴陰夏旧舊][历曆]|正月|腊月|臘月|闰|閏|初[一二三四五六七八九十]/;
const LUNAR_EN = /\blunar\b/i;
/** Digits of an ISO date behind its year: -03-18. */
const MONTH_AND_DAY = /-(\d\d)-\d\d$/;

/**
 * Days of the year whose month the other side does not have: 5月6日 against June 5, where all
 * numbers agree. Only if both sides name as many days: a date may be left out, or said as “on
 * Monday”.
 *
 * @param zh - Chinese text, its dates spelt 5月6日
 */
export function otherDays(
  zh: string,
  en: string,
): { readonly zh: readonly NumberMention[]; readonly en: readonly NumberMention[] } {
  if (!zh.includes('月') || LUNAR.test(zh)) return NONE;
  const enMonths = Array.from(
    en.matchAll(MONTH_EN),
    ([, name = '']) => MONTHS.indexOf(name) / 3 + 1,
  );
  if (enMonths.length === 0 || LUNAR_EN.test(en)) return NONE;
  const zhMonths = Array.from(zh.matchAll(MONTH_ZH), ([, month = '']) => parseHanNumeral(month));
  const [left, right] = [daysIn(zh, 'zh'), daysIn(en, 'en')];
  if (left.length !== right.length) return NONE;
  return { zh: without(zh, left, enMonths), en: without(en, right, zhMonths) };
}

const NONE = { zh: [], en: [] };

function daysIn(text: string, lang: 'zh' | 'en'): readonly DateMention[] {
  return datesIn(text, lang).filter(({ iso }) => MONTH_AND_DAY.test(iso));
}

function without(
  text: string,
  dates: readonly DateMention[],
  months: readonly (number | undefined)[],
): readonly NumberMention[] {
  return dates
    .filter(({ iso }) => !months.includes(Number(MONTH_AND_DAY.exec(iso)?.[1])))
    .map(({ iso, start, end }) => ({
      value: Number(MONTH_AND_DAY.exec(iso)?.[1]),
      kind: 'month',
      start,
      end,
      text: text.slice(start, end),
      weak: false,
    }));
}
