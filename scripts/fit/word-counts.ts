import { repairText } from '../../src/clean/index.js';
import { weighChinese, weighEnglish } from '../../src/clean/facts/evidence.js';
import { MAX_WORDS } from '../../src/clean/facts/english.js';
import { LINK } from '../../src/clean/facts/links.js';
import { HAN, MAX_CHARACTERS, WordMatcher } from '../../src/clean/facts/matching.js';
import { WORD } from '../../src/clean/facts/word-table.js';
import { NO_WEIGHTS, weightTables, type WordWeights } from '../../src/clean/facts/word-weights.js';
import { loadLexicon } from '../../src/lexicon/index.js';
import type { GoldPair } from '../noise/gold-pairs.js';

/** Partners of other texts that a Chinese text is set against: so many pairs further on. */
const OFFS = [17, 31, 43];
/** Occurrences by which a word is believed to be like words in general. */
const PRIOR = 20;
/** Weights are kept in these bounds, in nats, and smaller ones than the least are none. */
const MOST = 1.2;
const LEAST = 0.1;
/** Words met less often tell nothing. */
const MET = 3;
/** Sets of so many words weigh 1, others by the square root of their words, up to a limit. */
const USUAL_SET = 60_000;
const MOST_WEIGHT = 3;

/** How often a word is met in good pairs and beside other texts, and what is said of it then. */
interface Met {
  good: number;
  other: number;
  /** Of these, without a link, and the sum of the evidence of words in general. */
  goodUnlinked: number;
  otherUnlinked: number;
  unlinkedNats: number;
  linkedNats: number;
}

/** Counts of some pairs of one set. */
export interface WordCounts {
  readonly words: ReadonlyMap<string, Met>;
  readonly characters: ReadonlyMap<string, Met>;
}

const lexicon = loadLexicon();
const matcher = new WordMatcher(lexicon);
const general = weightTables(lexicon, NO_WEIGHTS);
const enNats = new Float32Array(MAX_WORDS);
const zhNats = new Float32Array(MAX_CHARACTERS);

/** Counts how the words of pairs are met, and how where the English is another text's. */
export function countWords(pairs: readonly GoldPair[]): WordCounts {
  const counts = { words: new Map<string, Met>(), characters: new Map<string, Met>() };
  const texts = pairs.map(({ zh, en }) => ({
    zh: repairText(zh, 'zh').text,
    en: repairText(en, 'en').text,
  }));
  texts.forEach(({ zh, en }, at) => {
    read(zh, en, counts, 1, 0);
    for (const off of OFFS) {
      const other = texts[(at + off) % texts.length];
      if (other === undefined || other.zh === zh || other.en === en) continue;
      read(zh, other.en, counts, 0, 1 / OFFS.length);
    }
  });
  return counts;
}

function read(
  zh: string,
  en: string,
  counts: { readonly words: Map<string, Met>; readonly characters: Map<string, Met> },
  good: number,
  other: number,
): void {
  matcher.match(zh, en);
  weighEnglish(matcher, general, enNats);
  weighChinese(matcher, general, enNats, zhNats);
  const { words, links, han, codes, length } = matcher;
  for (let at = 0; at < words.size; at++) {
    const stem = lexicon.stems[words.stem[at] as number];
    if (stem === undefined || ((words.flags[at] as number) & WORD.isFunction) !== 0) continue;
    const isLinked = links.kindOf(at) !== LINK.none;
    add(counts.words, stem, isLinked, good, other, enNats[at] as number);
  }
  for (let at = 0; at < length; at++) {
    if (han[at] !== HAN.content) continue;
    const character = String.fromCharCode(codes[at] as number);
    const isLinked = links.ownerOf(at) >= 0;
    add(counts.characters, character, isLinked, good, other, zhNats[at] as number);
  }
}

function add(
  counts: Map<string, Met>,
  word: string,
  isLinked: boolean,
  good: number,
  other: number,
  nats: number,
): void {
  const met = counts.get(word) ?? nothing();
  counts.set(word, met);
  met.good += good;
  met.other += other;
  if (isLinked) {
    met.linkedNats += (good + other) * nats;
    return;
  }
  met.goodUnlinked += good;
  met.otherUnlinked += other;
  met.unlinkedNats += (good + other) * nats;
}

function nothing(): Met {
  return {
    good: 0,
    other: 0,
    goodUnlinked: 0,
    otherUnlinked: 0,
    unlinkedNats: 0,
    linkedNats: 0,
  };
}

/**
 * What particular words say more than words in general: the logarithm of how much more often a
 * word has a link, or none, in good pairs, less what is said of words in general, drawn towards
 * these by {@link PRIOR} occurrences.
 */
export function weightsOf(counts: readonly WordCounts[]): WordWeights {
  const words = summed(counts.map((one) => one.words));
  const characters = summed(counts.map((one) => one.characters));
  const [all, allHan] = [total(words), total(characters)];
  return {
    words: [...words]
      .filter(([, { good }]) => good >= MET)
      .map(([stem, met]) => [stem, unlinkedWeight(met, all), linkedWeight(met, all)] as const)
      .filter(([, unlinked, linked]) => unlinked !== 0 || linked !== 0)
      .sort((a, b) => compare(a[0], b[0])),
    characters: [...characters]
      .filter(([, { good }]) => good >= MET)
      .map(([character, met]) => [character, unlinkedWeight(met, allHan)] as const)
      .filter(([, unlinked]) => unlinked !== 0)
      .sort((a, b) => compare(a[0], b[0])),
  };
}

function summed(all: readonly ReadonlyMap<string, Met>[]): Map<string, Met> {
  const sums = new Map<string, Met>();
  for (const counts of all) {
    const { good } = total(counts);
    const weight = Math.min(MOST_WEIGHT, Math.sqrt(USUAL_SET / Math.max(1, good)));
    for (const [word, met] of counts) {
      const sum = sums.get(word) ?? nothing();
      sums.set(word, addTo(sum, met, weight));
    }
  }
  return sums;
}

function total(counts: ReadonlyMap<string, Met>): Met {
  return [...counts.values()].reduce((sum, met) => addTo(sum, met, 1), nothing());
}

function addTo(sum: Met, met: Met, weight: number): Met {
  sum.good += weight * met.good;
  sum.other += weight * met.other;
  sum.goodUnlinked += weight * met.goodUnlinked;
  sum.otherUnlinked += weight * met.otherUnlinked;
  sum.unlinkedNats += weight * met.unlinkedNats;
  sum.linkedNats += weight * met.linkedNats;
  return sum;
}

/** Most that a chance is taken to be. */
const NEARLY_SURE = 0.95;

function unlinkedWeight(met: Met, all: Met): number {
  const unlinked = met.goodUnlinked + met.otherUnlinked;
  if (unlinked === 0) return 0;
  const general = met.unlinkedNats / unlinked;
  const other = all.otherUnlinked / all.other;
  const good = Math.min(NEARLY_SURE, other * Math.exp(general));
  return bounded(
    Math.log((met.goodUnlinked + PRIOR * good) / (met.good + PRIOR)) -
      Math.log((met.otherUnlinked + PRIOR * other) / (met.other + PRIOR)) -
      general,
  );
}

function linkedWeight(met: Met, all: Met): number {
  const [goodLinked, otherLinked] = [met.good - met.goodUnlinked, met.other - met.otherUnlinked];
  if (goodLinked + otherLinked === 0) return 0;
  const general = met.linkedNats / (goodLinked + otherLinked);
  const good = 1 - all.goodUnlinked / all.good;
  const other = good * Math.exp(-general);
  return bounded(
    Math.log((goodLinked + PRIOR * good) / (met.good + PRIOR)) -
      Math.log((otherLinked + PRIOR * other) / (met.other + PRIOR)) -
      general,
  );
}

function bounded(nats: number): number {
  const rounded = Number(Math.max(-MOST, Math.min(MOST, nats)).toFixed(2));
  return Math.abs(rounded) < LEAST ? 0 : rounded;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
