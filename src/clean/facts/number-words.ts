import { englishNumeral, numbersIn, type NumberMention } from '../../text/index.js';
import { sameNumberIn, tellsAfternoon } from './number-answers.js';
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
}

const NONE: WordsCompared = { replaced: 0, doubted: 0, missing: 0 };
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
  if (!mayZh && !mayEn) return NONE;
  const zh = mayZh ? numbersIn(zhText, 'zh') : [];
  const hasZh = zh.some(isFirm);
  if (!hasZh && !mayEn) return NONE;
  const plain = numbersOfToday(enText);
  const en = numbersIn(plain, 'en');
  if (!hasZh && !en.some(isFirm)) return NONE;
  const all = mayZh ? zh : numbersIn(zhText, 'zh');
  const texts = { zh: zhText, en: plain, isAfternoon: tellsAfternoon(enText) };
  const isSame = sameNumberIn(texts);
  const isOnly = (side: 'zh' | 'en') => (one: NumberMention) =>
    (isFirm(one) || isDoubtful(one)) &&
    !(side === 'zh' ? en : all).some((other) =>
      side === 'zh' ? isSame(one, other) : isSame(other, one),
    ) &&
    !isSaidInWords(one, side, texts);
  return compareWords(
    { alone: all.filter(isOnly('zh')), all },
    { alone: en.filter(isOnly('en')), all: en },
  );
}

/**
 * Compares numbers in words: 三个孩子 and “four children” are one replaced. One is no number here
 * (一, “one”, “a”), nor is what only may be one (十几, “a dozen”, “both”).
 */
export function compareWords(zh: SideNumbers, en: SideNumbers): WordsCompared {
  const zhLeft = zh.alone.filter((mention) => !isSum(mention, en.all));
  const enLeft = en.alone.filter((mention) => !isPart(mention, zh.all, en.all));
  const [zhFirm, enFirm] = [countOf(zhLeft, isFirm), countOf(enLeft, isFirm)];
  const replaced = Math.min(zhFirm, enFirm);
  const maybe = countOf(zhFirm > enFirm ? enLeft : zhLeft, isDoubtful);
  const doubted = Math.min(maybe, Math.max(zhFirm, enFirm) - replaced);
  return { replaced, doubted, missing: zhFirm + enFirm - 2 * replaced - doubted };
}

function isFirm({ weak, value }: NumberMention): boolean {
  return !weak && value >= 2 && Number.isInteger(value);
}

/** 八 and “second”, but not 一, “one”, “both” or “a dozen”. */
function isDoubtful({ weak, value, kind, text }: NumberMention): boolean {
  return (
    weak && (value >= 2 || kind === 'ordinal') && Number.isInteger(value) && !IMPLIED.test(text)
  );
}

function countOf(mentions: readonly NumberMention[], is: (one: NumberMention) => boolean): number {
  return mentions.reduce((count, one) => count + (is(one) ? 1 : 0), 0);
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
