import { CLASS } from '../facts/characters.js';
import type { PairFacts } from '../facts/pair-facts.js';
import type { Repetition } from '../facts/repetition.js';
import type { SideFacts } from '../facts/side.js';

/**
 * What the score looks at, in this order; each is 0 where it says nothing and grows smoothly.
 * `fit-score` finds one weight for each.
 */
export const FEATURES = [
  'lexical-zh',
  'hole-en',
  'hole-zh',
  'tail-en',
  'tail-zh',
  'hole-long-en',
  'hole-long-zh',
  'too-long-en',
  'too-short-en',
  'numbers-agree',
  'number-replaced',
  'number-missing',
  'end-differs',
  'loops',
  'said-again',
  'foreign-zh',
  'foreign-en',
  'broken',
  'names-found',
] as const;

/** Name of a feature. */
export type FeatureName = (typeof FEATURES)[number];

/** English letters and digits per Chinese one over all kinds of text, and its spread (log). */
const RATIO = Math.log(3.3);
const SPREAD = 0.22;
/** Spread that one-character texts have on top, falling with √length. */
const SPREAD_SHORT = 0.9;

/** Letters of a heading: shorter texts are with and without a full stop as it comes. */
const HEADING_ZH = 12;
const HEADING_EN = 40;

/** Feature values of a pair, in the order of {@link FEATURES}. */
export function featuresOf(facts: PairFacts): readonly number[] {
  const { zh, en, lexical, values } = facts;
  const length = lengthDeviation(zh, en);
  return [
    saturate(lexical.zhNats / Math.sqrt(lexical.zhCharacters + 6)),
    Math.sqrt(lexical.enHole),
    Math.sqrt(lexical.zhHole),
    Math.sqrt(lexical.enTail),
    Math.sqrt(lexical.zhTail),
    Math.sqrt(lexical.enHole) * Math.min(3, Math.max(0, length)),
    Math.sqrt(lexical.zhHole) * Math.min(3, Math.max(0, -length)),
    squash(Math.max(0, length)),
    squash(Math.max(0, -length)),
    Math.log1p(values.agreed),
    Math.log1p(values.contradictions),
    Math.log1p(values.missing),
    endDiffers(zh, en),
    Math.abs(loops(lexical.zhRepetition) - loops(lexical.enRepetition)),
    Math.sqrt(Math.abs(lexical.zhRepetition.share - lexical.enRepetition.share)),
    foreignZh(facts),
    foreignEn(facts),
    broken(facts),
    Math.log1p(lexical.namesFound),
  ];
}

/** How far the lengths are from what is usual, in standard deviations; positive: English long. */
function lengthDeviation(zh: SideFacts, en: SideFacts): number {
  const [zhLength, enLength] = [weigh(zh, 0.4, 1), weigh(en, 1, 3)];
  const spread = SPREAD + SPREAD_SHORT / Math.sqrt(1 + zhLength);
  return (Math.log((enLength + 2) / (zhLength + 0.6)) - RATIO) / spread;
}

/** Length of a side, each kind of letter counted as what it stands for. */
function weigh({ counts }: SideFacts, latin: number, han: number): number {
  return (
    latin * ((counts[CLASS.latin] as number) + (counts[CLASS.accented] as number)) +
    latin * (counts[CLASS.digit] as number) +
    han * ((counts[CLASS.han] as number) + (counts[CLASS.foreign] as number))
  );
}

/** Bends large evidence: nine times as much counts three times as much. */
function saturate(nats: number): number {
  return Math.sign(nats) * (Math.sqrt(1 + 2 * Math.abs(nats)) - 1);
}

function squash(deviation: number): number {
  return (deviation * deviation) / (1 + deviation / 2);
}

/** 1 where only one side ends like a sentence; less for headings, where stops are a habit. */
function endDiffers(zh: SideFacts, en: SideFacts): number {
  if (zh.end === en.end) return 0;
  const [isStopZh, isStopEn] = [isStop(zh), isStop(en)];
  if (isStopZh === isStopEn) return 0.3;
  const size = Math.max(zh.letters / HEADING_ZH, en.letters / HEADING_EN);
  return Math.min(1, size) * (zh.end === '' || en.end === '' ? 1 : 0.5);
}

function isStop({ end }: SideFacts): boolean {
  return end === '.' || end === '?' || end === '!';
}

function loops({ loops: count, size }: Repetition): number {
  return size === 0 ? 0 : Math.log(Math.max(1, count - 1));
}

/** Latin letters of the Chinese side that the English side does not share, and third scripts. */
function foreignZh({ zh, en, lexical }: PairFacts): number {
  const { counts } = zh;
  const han = counts[CLASS.han] as number;
  const own = lexical.latinInZh - lexical.latinShared;
  const latin =
    (counts[CLASS.latin] as number) + (counts[CLASS.accented] as number) - 0.8 * zh.glossed;
  const excess = latin * (0.3 + (0.7 * own) / Math.max(1, lexical.latinInZh));
  const foreign =
    3 * Math.max(0, (counts[CLASS.foreign] as number) - (en.counts[CLASS.foreign] as number));
  return (excess + foreign) / (excess + foreign + 3 * han + 1);
}

/** Han and third scripts on the English side that the Chinese side does not have. */
function foreignEn({ zh, en, lexical }: PairFacts): number {
  const { counts } = en;
  const excess = (kind: number): number =>
    Math.max(0, (counts[kind] as number) - (zh.counts[kind] as number));
  const other = 3 * (excess(CLASS.foreign) + lexical.hanInEnOnly);
  return (other + excess(CLASS.accented)) / (other + (counts[CLASS.latin] as number) + 1);
}

/** Grows fast with the first few and never reaches 1. */
function share(count: number): number {
  return count / (count + 2);
}

function broken({ zh, en, lexical }: PairFacts): number {
  const bad = (side: SideFacts): number =>
    (side.counts[CLASS.broken] as number) +
    (side.counts[CLASS.control] as number) +
    side.doubled * 2;
  const han = zh.counts[CLASS.han] as number;
  return share(bad(zh) + bad(en)) + 2 * Math.max(0, lexical.rareHan / (han + 1) - 0.25);
}
