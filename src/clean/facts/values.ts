import { numbersIn, type NumberMention } from '../../text/index.js';

/** Numbers of the two sides compared as values. */
export interface ValueFacts {
  /** Mentions that both sides have. */
  readonly agreed: number;
  /** Firm mentions of one side that the other lacks. */
  readonly zhOnly: readonly NumberMention[];
  readonly enOnly: readonly NumberMention[];
  /** Firm mentions of one side that stand against another number of the other. */
  readonly contradictions: number;
  /** Firm mentions that the other side has nothing at all for. */
  readonly missing: number;
}

const NONE: ValueFacts = { agreed: 0, zhOnly: [], enOnly: [], contradictions: 0, missing: 0 };
const MAY_HOLD_FIGURE = /[\d０-９]/;
/** 310 万, 30 年代: the space is a matter of style. */
const SPACE_BEFORE_UNIT = /(?<=\d) +(?=[万亿萬億千百年月日号时点世])/g;
/** £11million. */
const GLUED_SCALE = /(\d)(?=(?:million|billion|trillion)\b)/gi;
/** 7.55am is 7:55, 11:20 p.m. is 23:20. */
const CLOCK = /\b(\d{1,2})(?:[.:](\d\d))? ?([ap])\.?m\b\.?/gi;
const AFTER_NOON = /\d ?p\.?m\b/i;
/** 138-0013-8000 and +86 755 8812 0000 are one number each. */
const PHONE = /(?<![\d.])(?:[+＋]86[- ]?)?(0?\d{2,4})[- ](\d{3,4})[- ]?(\d{4})(?!\.?\d)/g;
/** 下午5点 is 17点, 7点半 is 7点30. */
const AFTERNOON = /(下午|晚上|傍晚|午后|夜里|晚间|今晚|当晚)(\d{1,2})(?=[点點时時:：])/g;
const HALF_PAST = /(?<=\d[点點时時])半/g;
const OPEN_BRACKET = /[(（][^()（）]*$/;
/** Shortest bracket, in characters, that is a remark: (960–1279). */
const REMARK = 7;
/** Characters looked back for an opening bracket. */
const BRACKET_REACH = 40;
/** W3C, i18n, UTF-8: a figure that is part of a name counts nothing. */
const NAME_BEFORE = /[A-Za-z][-_]?$/;

const FIRM = 0;
const IN_NAME = 1;
const IN_WORDS = 2;
const WEAK = 3;

/**
 * Compares numbers: 近3000家 agrees with "nearly 3,000", 1.2亿 with "120 million", 23:20 with
 * "11:20 p.m.", 2.4倍 with "240 percent".
 *
 * A mention is firm when it is written in figures and is no part of a name; words for numbers
 * and figures in names only support. What one side adds in brackets contradicts nothing.
 */
export function readValues(zh: string, en: string): ValueFacts {
  if (!MAY_HOLD_FIGURE.test(zh) && !MAY_HOLD_FIGURE.test(en)) return NONE;
  const zhText = plainChinese(zh);
  const enText = plainEnglish(en);
  const left = firmFirst(numbersIn(zhText, 'zh'), zhText);
  const right = firmFirst(numbersIn(enText, 'en'), enText);
  const isSame = AFTER_NOON.test(en) ? isSameOrHour : isSameValue;
  const taken = new Uint8Array(right.length);
  let agreed = 0;
  const zhLoose = left.filter(({ mention, rank }) => {
    const at = right.findIndex(
      (other, index) => taken[index] === 0 && isSame(mention, other.mention),
    );
    if (at === -1) return true;
    taken[at] = 1;
    if (rank === FIRM || right[at]?.rank === FIRM) agreed += 1;
    return false;
  });
  const enLoose = right.filter((_mention, index) => taken[index] === 0);
  const zhAlone = zhLoose.filter(
    ({ mention }) => !right.some((other) => isSame(mention, other.mention)),
  );
  const enAlone = enLoose.filter(
    ({ mention }) => !left.some((other) => isSame(other.mention, mention)),
  );
  const zhNames = Math.min(countOf(zhAlone, IN_NAME), countOf(enLoose, IN_NAME));
  const enNames = Math.min(countOf(enAlone, IN_NAME), countOf(zhLoose, IN_NAME));
  const zhOnly = [...ofRank(zhAlone, FIRM), ...ofRank(zhAlone, IN_NAME).slice(0, zhNames)];
  const enOnly = [...ofRank(enAlone, FIRM), ...ofRank(enAlone, IN_NAME).slice(0, enNames)];
  const both = Math.min(zhOnly.length, enOnly.length);
  const zhLeft = zhOnly.length - both;
  const enLeft = enOnly.length - both;
  // Said twice on one side and once on the other, a number may stand where a wrong one stands.
  const replaced =
    Math.min(zhLeft, standIns(enLoose, enAlone)) + Math.min(enLeft, standIns(zhLoose, zhAlone));
  const aside = countAside(zhLeft > 0 ? zhAlone : enAlone);
  const missing = Math.max(0, zhLeft + enLeft - replaced - aside);
  return { agreed, zhOnly, enOnly, contradictions: both + replaced, missing };
}

/** Closes gaps before units and counts hours to 24. */
function plainChinese(zh: string): string {
  return zh
    .replace(SPACE_BEFORE_UNIT, '')
    .replace(PHONE, '$1$2$3')
    .replace(HALF_PAST, '30')
    .replace(AFTERNOON, (_whole, part: string, hour: string) => `${part}${hourOf(hour, true)}`);
}

function hourOf(hour: string, isAfternoon: boolean): number {
  const hours = Number(hour);
  return hours > 12 ? hours : (hours % 12) + (isAfternoon ? 12 : 0);
}

/** Spells times and scale words as `numbersIn` expects them. */
function plainEnglish(en: string): string {
  return en
    .replace(GLUED_SCALE, '$1 ')
    .replace(PHONE, '$1$2$3')
    .replace(CLOCK, (_whole, hour: string, minute: string | undefined, half: string) => {
      const hours = hourOf(hour, half.toLowerCase() === 'p');
      return `${hours}${minute === undefined ? '' : `:${minute}`}`;
    });
}

/** How much the absence of a mention on the other side says. */
type Rank = typeof FIRM | typeof IN_NAME | typeof IN_WORDS | typeof WEAK;

interface Ranked {
  readonly mention: NumberMention;
  readonly rank: Rank;
  readonly isAside: boolean;
}

/** Firm mentions are matched first, so that words do not take their partners away. */
function firmFirst(mentions: readonly NumberMention[], text: string): readonly Ranked[] {
  const ranked = mentions.map((mention) => ({
    mention,
    rank: rankOf(mention, text),
    isAside: isInBrackets(mention, text),
  }));
  return ranked.sort((a, b) => a.rank - b.rank);
}

function rankOf({ text, start, weak, value, kind }: NumberMention, whole: string): Rank {
  // 一 and “one” are hardly ever counts; other words for numbers stand against a wrong figure.
  if (!MAY_HOLD_FIGURE.test(text)) {
    return weak && value === 1 && kind !== 'ordinal' ? WEAK : IN_WORDS;
  }
  if (value === 0 && text !== '0') return WEAK; // the minutes of 6:00
  return NAME_BEFORE.test(whole.slice(Math.max(0, start - 2), start)) ? IN_NAME : FIRM;
}

/** Whether the mention stands in brackets that hold more than a reference such as `(3)`. */
function isInBrackets({ start }: NumberMention, text: string): boolean {
  const before = OPEN_BRACKET.exec(text.slice(Math.max(0, start - BRACKET_REACH), start));
  if (before === null) return false;
  const after = /^[^()（）]{0,40}[)）]/.exec(text.slice(start));
  return after !== null && before[0].length + after[0].length >= REMARK;
}

function ofRank(mentions: readonly Ranked[], rank: Rank): NumberMention[] {
  return mentions.filter((one) => one.rank === rank).map(({ mention }) => mention);
}

function countOf(mentions: readonly Ranked[], rank: Rank): number {
  return mentions.reduce((count, one) => count + (one.rank === rank ? 1 : 0), 0);
}

/** Mentions that a wrong one of the other side may have been: repeated figures, and words. */
function standIns(loose: readonly Ranked[], alone: readonly Ranked[]): number {
  const repeated = loose.filter((one) => one.rank !== WEAK && !alone.includes(one)).length;
  return repeated + countOf(alone, IN_WORDS);
}

function countAside(mentions: readonly Ranked[]): number {
  return mentions.reduce((count, one) => count + (one.rank === FIRM && one.isAside ? 1 : 0), 0);
}

/** Where the English counts hours to 12, the Chinese may do so too. */
function isSameOrHour(zh: NumberMention, en: NumberMention): boolean {
  return isSameValue(zh, en) || (zh.value < 12 && en.value === zh.value + 12);
}

function isSameValue(one: NumberMention, other: NumberMention): boolean {
  if (isNear(one.value, other.value)) return true;
  if ((one.kind === 'percent') === (other.kind === 'percent')) return false;
  const [percent, times] = one.kind === 'percent' ? [one, other] : [other, one];
  return percent.value >= 100 && isNear(percent.value, times.value * 100);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.abs(one);
}
