import { contentSimilarity, loadLexicon } from '../lexicon/index.js';
import { LAYOUT_DEFAULTS } from './defaults.js';
import type { Group, Unit } from './unit.js';

/**
 * Nats for two runs of blocks being translations, by the words they hold.
 *
 * Every block is compared with each of the other side. The share of the English words that the
 * Chinese ones account for is read as a binomial draw with one chance for a translation and
 * another for any other text: k·log(p/q) + (n−k)·log((1−p)/(1−q)), k of n words, p ≥ q. A Chinese
 * block that is a part only of its side can account for no more than its part of the words.
 * Bounded for each block, so that no single one outweighs everything else. Of what speaks
 * for the pair and of what speaks against it the lesser sum of the two sides counts: one block can
 * account for no two, and one that fits nothing shows on its own side only.
 */
export function contentNats(zh: readonly Unit[], en: readonly Unit[]): number {
  const ofEn = en.map((unit) =>
    best(zh.map((other) => evidence(other, unit, other.letters / unit.letters))),
  );
  const ofZh = zh.map((unit) =>
    best(en.map((other) => evidence(unit, other, unit.letters / other.letters))),
  );
  return weaker(ofZh, ofEn, Math.max) + weaker(ofZh, ofEn, Math.min);
}

/** Largest share of a language that may be there in quotations only. */
const MAX_QUOTED = 0.35;

/**
 * Whether what looks like pairs is a text in one language that quotes the other: much less of it,
 * and in no pair do the words say that one is the translation.
 */
export function areQuotations(groups: readonly Group[]): boolean {
  const letters = { zh: 0, en: 0 };
  for (const { zh, en } of groups) {
    for (const unit of [...zh, ...en]) letters[unit.lang] += unit.letters;
  }
  const minor = Math.min(letters.zh, letters.en) / Math.max(1, letters.zh + letters.en);
  if (minor > MAX_QUOTED) return false;
  return groups.every(
    ({ zh, en, how }) =>
      how !== 'inline' && (zh.length * en.length === 0 || contentNats(zh, en) < 0),
  );
}

/** The lesser of the two sides' sums of what speaks for the pair (`max`) or against it (`min`). */
function weaker(
  ofZh: readonly number[],
  ofEn: readonly number[],
  bound: (zero: number, nats: number) => number,
): number {
  const [one = 0, two = 0] = [ofZh, ofEn].map((side) => sum(side.map((nats) => bound(0, nats))));
  return Math.min(one, two);
}

function best(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** @param part - how much of the English block the Chinese one can be the translation of */
function evidence(zh: Unit, en: Unit, part: number): number {
  const words = Math.min(MAX_WORDS, en.letters / LETTERS_A_WORD);
  const chance = Math.min(MAX_CHANCE, MIN_CHANCE + zh.letters * CHANCE_A_LETTER);
  const share = chance + (TRANSLATED - chance) * Math.min(1, part);
  const found = words * similarity(zh, en);
  const nats =
    found * Math.log(share / chance) + (words - found) * Math.log((1 - share) / (1 - chance));
  const { maxContentNats: most, contentWeight: weight } = LAYOUT_DEFAULTS;
  return Math.max(-most, Math.min(most, weight * nats));
}

/** English letters for each word that carries meaning. */
const LETTERS_A_WORD = 9;
/** Words counted at most: {@link contentSimilarity} reads the beginning of a text. */
const MAX_WORDS = 60;
/** Share of the words that a translation accounts for. */
const TRANSLATED = 0.55;
/** The same for any other text: it grows with what the Chinese text holds. */
const MIN_CHANCE = 0.08;
const CHANCE_A_LETTER = 0.0008;
const MAX_CHANCE = 0.3;

const known = new WeakMap<Unit, WeakMap<Unit, number>>();

/** Blocks are compared many times while a stream of them is parted. */
function similarity(zh: Unit, en: Unit): number {
  const row = known.get(zh) ?? new WeakMap<Unit, number>();
  known.set(zh, row);
  const value = row.get(en) ?? contentSimilarity(loadLexicon(), zh.block.text, en.block.text);
  row.set(en, value);
  return value;
}
