import { numbersIn, type NumberMention } from '../../text/index.js';
import { convertedNumberIn, sameNumberIn, tellsAfternoon } from './number-answers.js';
import { plainNumbers } from './number-spelling.js';
import { otherFigures } from './numbers-elsewhere.js';
import { otherDays } from './other-days.js';
import { isSaidInWords } from './said-in-words.js';
import { otherUnits } from './same-units.js';
import {
  compareWords,
  MOST_MENTIONS,
  NO_WORDS,
  readWords,
  type WordsCompared,
} from './number-words.js';

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
  /** Numbers in words, of two and more. */
  readonly words: WordsCompared;
}

const NONE: ValueFacts = {
  agreed: 0,
  zhOnly: [],
  enOnly: [],
  contradictions: 0,
  missing: 0,
  words: NO_WORDS,
};
/** Characters read of each side: longer texts are no sentences. */
const [READ_ZH, READ_EN] = [4_000, 12_000];
const MAY_HOLD_FIGURE = /[\d０-９]/;
const OPEN_BRACKET = /[(（][^()（）]*$/;
/** Shortest bracket, in characters, that is a remark: (960–1279). */
const REMARK = 7;
/** Characters looked back for an opening bracket. */
const BRACKET_REACH = 40;
/** W3C, i18n, UTF-8: a figure that is part of a name counts nothing. */
const NAME_BEFORE = /[A-Za-z][-_]?$/;

/** 33日: a misprint of the page, on record but no sign of another translation. */
const NO_SUCH_DAY = /^(?:3[2-9]|[4-9]\d)[日号號]$/;

const FIRM = 0;
const IN_NAME = 1;
const IN_WORDS = 2;
const WEAK = 3;

/**
 * Compares numbers: 近3000家 agrees with "nearly 3,000", 1.2亿 with "120 million", 23:20 with
 * "11:20 p.m.", 2.4倍 with "240 percent".
 *
 * A mention is firm when it is written in figures and is no part of a name; words for numbers
 * and figures in names only support. What one side adds in brackets contradicts nothing, and is
 * answered by the measure it converts: 24,000 mu (1,600 hectares).
 */
export function readValues(zh: string, en: string): ValueFacts {
  const [zhRead, enRead] = [zh.slice(0, READ_ZH), en.slice(0, READ_EN)];
  const facts = compareNumbers(zhRead, enRead);
  const { contradictions, words } = facts;
  if (contradictions + words.replaced > 0) return facts;
  const units = otherUnits(zhRead, enRead);
  const replaced = units.zh.length;
  if (replaced === 0) return facts;
  return { ...facts, words: { ...words, replaced, zhOnly: units.zh, enOnly: units.en } };
}

function compareNumbers(zhRead: string, enRead: string): ValueFacts {
  if (!MAY_HOLD_FIGURE.test(zhRead) && !MAY_HOLD_FIGURE.test(enRead)) {
    return { ...NONE, words: readWords(zhRead, enRead) };
  }
  const { zh: zhText, en: enText } = plainNumbers(zhRead, enRead);
  const left = firmFirst(numbersIn(zhText, 'zh'), zhText);
  const right = firmFirst(numbersIn(enText, 'en'), enText);
  const texts = { zh: zhText, en: enText, isAfternoon: tellsAfternoon(enRead) };
  const isSame = sameNumberIn(texts);
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
  const isConverted = convertedNumberIn(texts);
  // A remark of one side only may convert a number that both sides have.
  const isZhRemark = !enLoose.some(({ isAside }) => isAside);
  const isEnRemark = !zhLoose.some(({ isAside }) => isAside);
  const zhAlone = zhLoose.filter(
    ({ mention: zh, isAside }) =>
      !right.some(({ mention: en }) => isSame(zh, en)) &&
      !(isAside && isZhRemark ? right : enLoose).some(({ mention: en }) => isConverted(zh, en)) &&
      !isSaidInWords(zh, 'zh', texts),
  );
  const enAlone = enLoose.filter(
    ({ mention: en, isAside }) =>
      !left.some(({ mention: zh }) => isSame(zh, en)) &&
      !(isAside && isEnRemark ? left : zhLoose).some(({ mention: zh }) => isConverted(zh, en)) &&
      !isSaidInWords(en, 'en', texts),
  );
  const zhNames = Math.min(countOf(zhAlone, IN_NAME), countOf(enLoose, IN_NAME));
  const enNames = Math.min(countOf(enAlone, IN_NAME), countOf(zhLoose, IN_NAME));
  const zhOnly = [...ofRank(zhAlone, FIRM), ...ofRank(zhAlone, IN_NAME).slice(0, zhNames)];
  const enOnly = [...ofRank(enAlone, FIRM), ...ofRank(enAlone, IN_NAME).slice(0, enNames)];
  const both = Math.min(zhOnly.length, enOnly.length);
  const misprints = Math.min(both, zhOnly.filter(({ text }) => NO_SUCH_DAY.test(text)).length);
  const zhLeft = zhOnly.length - both;
  const enLeft = enOnly.length - both;
  // Said twice on one side and once on the other, a number may stand where a wrong one stands.
  const replaced =
    Math.min(zhLeft, standIns(enLoose, enAlone)) + Math.min(enLeft, standIns(zhLoose, zhAlone));
  const aside = countAside(zhLeft > 0 ? zhAlone : enAlone);
  const missing = Math.max(0, zhLeft + enLeft - replaced - aside);
  const contradictions = both - misprints + replaced;
  const words = compareWords(
    { alone: inWords(zhAlone), all: left.map(({ mention }) => mention) },
    { alone: inWords(enAlone), all: right.map(({ mention }) => mention) },
    contradictions > 0 ? undefined : (one, other) => isSame(one, other) || isConverted(one, other),
  );
  const days = contradictions > 0 ? undefined : otherDays(zhText, enText);
  if (days === undefined || days.zh.length * days.en.length === 0) {
    const other =
      contradictions + words.replaced > 0
        ? undefined
        : otherFigures(figuresOf(left, zhLoose), figuresOf(right, enLoose), isConverted);
    const told = other === undefined ? words : { ...words, replaced: 1, ...other };
    return { agreed, zhOnly, enOnly, contradictions, missing, words: told };
  }
  return {
    agreed,
    zhOnly: [...zhOnly, ...days.zh],
    enOnly: [...enOnly, ...days.en],
    contradictions: Math.min(days.zh.length, days.en.length),
    missing,
    words,
  };
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
  const ranked = mentions.slice(0, MOST_MENTIONS).map((mention) => ({
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
  if (isListMark(text, start, whole)) return IN_NAME;
  return NAME_BEFORE.test(whole.slice(Math.max(0, start - 2), start)) ? IN_NAME : FIRM;
}

/** `1. 总则`, `（2）`: the other side may number its items by letters, or not at all. */
function isListMark(text: string, start: number, whole: string): boolean {
  if (text.length > 2) return false;
  const after = whole.charAt(start + text.length);
  const before = whole.slice(Math.max(0, start - 1), start);
  if (/[(（]/.test(before)) return /[)）]/.test(after);
  return start === 0 && /^[.、．)）](?!\d)/.test(whole.slice(text.length));
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

function figuresOf(
  all: readonly Ranked[],
  left: readonly Ranked[],
): { readonly all: number; readonly left: readonly NumberMention[] } {
  const figures = all.filter(({ rank, isAside }) => rank === FIRM && !isAside);
  return {
    all: figures.length,
    left: figures.filter((one) => left.includes(one)).map(({ mention }) => mention),
  };
}

function inWords(mentions: readonly Ranked[]): NumberMention[] {
  return mentions.map(({ mention }) => mention).filter(({ text }) => !MAY_HOLD_FIGURE.test(text));
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
