import { numbersIn, type NumberMention } from '../../text/index.js';

/** Numbers of the two sides compared as values. */
export interface ValueFacts {
  /** Mentions that both sides have. */
  readonly agreed: number;
  /** Firm mentions of one side that the other lacks. */
  readonly zhOnly: readonly NumberMention[];
  readonly enOnly: readonly NumberMention[];
  /** Firm mentions of both sides. */
  readonly firm: number;
}

const NONE: ValueFacts = { agreed: 0, zhOnly: [], enOnly: [], firm: 0 };
const MAY_HOLD_FIGURE = /[\d０-９]/;
/** 310 万, 30 年代: the space is a matter of style. */
const SPACE_BEFORE_UNIT = /(?<=\d) +(?=[万亿萬億千百年月日号时点世])/g;
/** £11million. */
const GLUED_SCALE = /(\d)(?=(?:million|billion|trillion)\b)/gi;
/** 7.55am is 7:55. */
const POINT_TIME = /\b(\d{1,2})\.(\d\d)(?= ?[ap]\.?m)/gi;
/** W3C, i18n, UTF-8: a figure that is part of a name counts nothing. */
const NAME_BEFORE = /[A-Za-z][-_]?$/;

const FIRM = 0;
const IN_NAME = 1;
const IN_WORDS = 2;

/**
 * Compares numbers: 近3000家 agrees with "nearly 3,000", 1.2亿 with "120 million".
 *
 * A mention is firm when it is written in figures and is no part of a name; words for numbers
 * and figures in names only support.
 */
export function readValues(zh: string, en: string): ValueFacts {
  if (!MAY_HOLD_FIGURE.test(zh) && !MAY_HOLD_FIGURE.test(en)) return NONE;
  const zhText = zh.replace(SPACE_BEFORE_UNIT, '');
  const enText = en.replace(GLUED_SCALE, '$1 ').replace(POINT_TIME, '$1:$2');
  const left = firmFirst(numbersIn(zhText, 'zh'), zhText);
  const right = firmFirst(numbersIn(enText, 'en'), enText);
  const taken = new Uint8Array(right.length);
  let agreed = 0;
  const zhAlone = left.filter(({ mention, rank }) => {
    const at = right.findIndex(
      (other, index) => taken[index] === 0 && isSame(mention, other.mention),
    );
    if (at === -1) return !right.some((other) => isSame(mention, other.mention));
    taken[at] = 1;
    if (rank === FIRM || right[at]?.rank === FIRM) agreed += 1;
    return false;
  });
  const enAlone = right.filter(
    ({ mention }, index) =>
      taken[index] === 0 && !left.some((other) => isSame(mention, other.mention)),
  );
  const names = Math.min(countOf(zhAlone, IN_NAME), countOf(enAlone, IN_NAME));
  return {
    agreed,
    zhOnly: [...ofRank(zhAlone, FIRM), ...ofRank(zhAlone, IN_NAME).slice(0, names)],
    enOnly: [...ofRank(enAlone, FIRM), ...ofRank(enAlone, IN_NAME).slice(0, names)],
    firm: countOf(left, FIRM) + countOf(right, FIRM),
  };
}

/** How much the absence of a mention on the other side says. */
type Rank = typeof FIRM | typeof IN_NAME | typeof IN_WORDS;

interface Ranked {
  readonly mention: NumberMention;
  readonly rank: Rank;
}

/** Firm mentions are matched first, so that words do not take their partners away. */
function firmFirst(mentions: readonly NumberMention[], text: string): readonly Ranked[] {
  const ranked = mentions.map((mention) => ({ mention, rank: rankOf(mention, text) }));
  return ranked.sort((a, b) => a.rank - b.rank);
}

function rankOf({ text, start }: NumberMention, whole: string): Rank {
  if (!MAY_HOLD_FIGURE.test(text)) return IN_WORDS;
  return NAME_BEFORE.test(whole.slice(Math.max(0, start - 2), start)) ? IN_NAME : FIRM;
}

function ofRank(mentions: readonly Ranked[], rank: Rank): NumberMention[] {
  return mentions.filter((one) => one.rank === rank).map(({ mention }) => mention);
}

function countOf(mentions: readonly Ranked[], rank: Rank): number {
  return mentions.reduce((count, one) => count + (one.rank === rank ? 1 : 0), 0);
}

function isSame(one: NumberMention, other: NumberMention): boolean {
  return Math.abs(one.value - other.value) <= 1e-9 * Math.abs(one.value);
}
