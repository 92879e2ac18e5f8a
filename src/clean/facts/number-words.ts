import { englishNumeral, numbersIn, type NumberMention } from '../../text/index.js';
import {
  convertedNumberIn,
  sameNumberIn,
  tellsAfternoon,
  type SameNumber,
} from './number-answers.js';
import { otherInOrder, type OtherNumbers } from './numbers-elsewhere.js';
import { isSaidInWords } from './said-in-words.js';

/** The mentions of a side that the other side lacks, and all of them. */
export interface SideNumbers {
  readonly alone: readonly NumberMention[];
  readonly all: readonly NumberMention[];
}

/** How many numbers in words one side has for which the other has another, or none. */
export interface WordsCompared {
  /** Another number stands there. */
  readonly replaced: number;
  /** What may be another number stands there: 四方, “second”. */
  readonly doubted: number;
  readonly missing: number;
  /** Where some are replaced: the numbers of each side that the other lacks. */
  readonly zhOnly: readonly NumberMention[];
  readonly enOnly: readonly NumberMention[];
}

/** No numbers in words, or equal ones. */
export const NO_WORDS: WordsCompared = {
  replaced: 0,
  doubted: 0,
  missing: 0,
  zhOnly: [],
  enOnly: [],
};
/** Mentions of a side compared: texts with more are no sentences. */
export const MOST_MENTIONS = 100;
const WORD_ZH = /[二两兩三四五六七八九十百千万萬亿億廿卅]/;
const WORD_EN =
  /\b(?:t(?:wo|hree|en|welve|wenty|hird|hirt|housand|rillion)|f(?:our|ive|if|ort)|s(?:ix|even)|eight|nin(?:e|th)|eleven|hundred|[mb]illion)/i;
/** Words that imply a number, and great ones that are as often figures of speech. */
const IMPLIED =
  /^[百千万萬亿億]+$|[a-z]{2}s$|both|couple|pair|twi[cn]|double|duo|trio|tripl|thrice|fold|dozen|decade|century|half|hundred|thousand|million/i;
const UNITS = 'one|two|three|four|five|six|seven|eight|nine';
const TENS = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
/** Threescore and ten; six and twenty; twenty and six. */
const SCORES =
  /\b(three|four)score(?: (?:and )?(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)\b)?/gi;
const UNITS_FIRST = new RegExp(`\\b(${UNITS}) and (${TENS}|twentieth|thirtieth)\\b`, 'gi');
const UNITS_LAST = new RegExp(`\\b(${TENS}) and (${UNITS})\\b(?! hundred)`, 'gi');

/** English numbers as they are said today: sixty-five for “five and sixty”, seventy for “threescore and ten”. */
function numbersOfToday(en: string): string {
  if (!/score| and /.test(en)) return en;
  return en
    .replace(SCORES, (_whole, count: string, rest?: string) => scoresOf(count, rest ?? ''))
    .replace(UNITS_FIRST, '$2-$1')
    .replace(UNITS_LAST, '$1-$2');
}

function scoresOf(scores: string, rest: string): string {
  const base = scores.toLowerCase() === 'three' ? 60 : 80;
  return englishNumeral(base + (numbersIn(rest, 'en')[0]?.value ?? 0));
}

/** Compares the numbers of texts without figures; nothing is asked of those without any. */
export function readWords(zhText: string, enText: string): WordsCompared {
  const mayZh = WORD_ZH.test(zhText);
  const mayEn = WORD_EN.test(enText);
  if (!mayZh && !mayEn) return NO_WORDS;
  const zh = mayZh ? mentionsIn(zhText, 'zh') : [];
  const hasZh = zh.some(isFirm);
  if (!hasZh && !mayEn) return NO_WORDS;
  const plain = numbersOfToday(enText);
  const en = mentionsIn(plain, 'en');
  if (!hasZh && !en.some(isFirm)) return NO_WORDS;
  const all = mayZh ? zh : mentionsIn(zhText, 'zh');
  const texts = { zh: zhText, en: plain, isAfternoon: tellsAfternoon(enText) };
  const [isSame, isConverted] = [sameNumberIn(texts), convertedNumberIn(texts)];
  const isAnswer: SameNumber = (one, other) => isSame(one, other) || isConverted(one, other);
  const isOpen = (one: NumberMention): boolean => isFirm(one) || isDoubtful(one);
  const zhAlone = all.filter(
    (one) =>
      isOpen(one) && !en.some((other) => isAnswer(one, other)) && !isSaidInWords(one, 'zh', texts),
  );
  const enAlone = en.filter(
    (one) =>
      isOpen(one) && !all.some((other) => isAnswer(other, one)) && !isSaidInWords(one, 'en', texts),
  );
  return compareWords({ alone: zhAlone, all }, { alone: enAlone, all: en }, isAnswer);
}

function mentionsIn(text: string, side: 'zh' | 'en'): readonly NumberMention[] {
  return numbersIn(text, side).slice(0, MOST_MENTIONS);
}

/**
 * Compares numbers in words: 三个孩子 and “four children” are one replaced. One is no number here
 * (一, “one”, “a”), nor is what only may be one (十几, “a dozen”, “both”).
 *
 * @param isAnswer - whether two mentions are one number; without it, only numbers that the other
 *   side lacks altogether are compared
 */
export function compareWords(
  zh: SideNumbers,
  en: SideNumbers,
  isAnswer?: SameNumber,
): WordsCompared {
  const zhLeft = zh.alone.filter((mention) => !isSum(mention, en.all));
  const enLeft = en.alone.filter((mention) => !isPart(mention, zh.all, en.all));
  const [zhFirm, enFirm] = [zhLeft.filter(isFirm), enLeft.filter(isFirm)];
  const replaced = GROUPS.reduce((sum, isIn) => {
    const [left, right] = [zhFirm.filter(isIn), enFirm.filter(isIn)];
    return sum + Math.min(left.length, right.length);
  }, 0);
  if (replaced === 0 && isAnswer !== undefined) {
    const other =
      otherOrdinal(zhLeft, enLeft) ??
      // Equal numbers on both sides leave none alone.
      (zhFirm.length + enFirm.length === 0
        ? undefined
        : otherInOrder(
            { all: zh.all.filter(isFirm), alone: zhFirm },
            { all: en.all.filter(isFirm), alone: enFirm },
            isAnswer,
          ));
    if (other !== undefined) return { ...NO_WORDS, replaced: 1, ...other };
  }
  const more = Math.max(zhFirm.length, enFirm.length) - replaced;
  const maybe = (zhFirm.length > enFirm.length ? enLeft : zhLeft).filter(isDoubtful);
  const doubted = Math.min(maybe.length, more);
  return {
    replaced,
    doubted,
    missing: more - doubted,
    zhOnly: replaced > 0 ? zhFirm : [],
    enOnly: replaced > 0 ? enFirm : [],
  };
}

/** 第三 against “second”: what counts in order is no adverb where both sides have one. */
function otherOrdinal(
  zh: readonly NumberMention[],
  en: readonly NumberMention[],
): OtherNumbers | undefined {
  const [zhOnly, enOnly] = [zh.filter(isOrdinal), en.filter(isOrdinal)];
  return zhOnly.length * enOnly.length === 0 ? undefined : { zhOnly, enOnly };
}

function isOrdinal({ kind }: NumberMention): boolean {
  return kind === 'ordinal';
}

/** A sum of money stands for another sum, a month for another month, a count for another count. */
const GROUPS: readonly ((mention: NumberMention) => boolean)[] = [
  ({ kind }) => kind === 'money',
  ({ kind }) => kind === 'month',
  ({ kind }) => kind !== 'money' && kind !== 'month',
];

function isFirm({ weak, value }: NumberMention): boolean {
  return !weak && value >= 2 && Number.isInteger(value);
}

/** 八 and “second”, but not 一, “one”, “both” or “a dozen”. */
function isDoubtful({ weak, value, kind, text }: NumberMention): boolean {
  return (
    weak && (value >= 2 || kind === 'ordinal') && Number.isInteger(value) && !IMPLIED.test(text)
  );
}

/** 四万六千五百, “forty-six thousand and five hundred”: the sum of two neighbours. */
function isSum({ value }: NumberMention, others: readonly NumberMention[]): boolean {
  return others.some((one, at) => at > 0 && one.value + (others[at - 1]?.value ?? 0) === value);
}

/** The same seen from the side of the parts. */
function isPart(
  part: NumberMention,
  whole: readonly NumberMention[],
  parts: readonly NumberMention[],
): boolean {
  return parts.some(
    (one) => one !== part && whole.some(({ value }) => value === one.value + part.value),
  );
}
