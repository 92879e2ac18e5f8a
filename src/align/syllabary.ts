import type { Lexicon } from '../lexicon/index.js';
import { wadeGiles } from '../text/index.js';

/** Numbered pinyin syllables and the characters read so. */
export interface Syllabary {
  /** Number of a pinyin syllable, from 1. */
  readonly pinyin: ReadonlyMap<string, readonly number[]>;
  /** Numbers of the syllables that Wade–Giles or pinyin spells so; apostrophes dropped. */
  readonly wade: ReadonlyMap<string, readonly number[]>;
  /** Numbers of the readings of each character, by UTF-16 unit. */
  readonly readings: ReadonlyMap<number, readonly number[]>;
}

const syllabaries = new WeakMap<Lexicon, Syllabary>();

/** The syllabary of a lexicon, made once. */
export function syllabaryOf(lexicon: Lexicon): Syllabary {
  const known = syllabaries.get(lexicon);
  if (known !== undefined) return known;
  const pinyin = new Map<string, number[]>();
  const readings = new Map<number, readonly number[]>();
  for (const [unit, texts] of lexicon.readings) {
    for (const text of texts) if (!pinyin.has(text)) pinyin.set(text, [pinyin.size + 1]);
    readings.set(
      unit,
      texts.flatMap((text) => pinyin.get(text) ?? []),
    );
  }
  const syllabary = { pinyin, wade: wadeOf(pinyin), readings };
  syllabaries.set(lexicon, syllabary);
  return syllabary;
}

function wadeOf(pinyin: ReadonlyMap<string, readonly number[]>): Map<string, number[]> {
  const wade = new Map<string, number[]>();
  for (const [syllable, ids] of pinyin) {
    for (const spelling of new Set([syllable, ...wadeGiles(syllable)])) {
      wade.set(spelling, [...(wade.get(spelling) ?? []), ...ids]);
    }
  }
  return wade;
}

/** A syllable as {@link Syllabary.wade} has it: small letters, no apostrophe, no umlaut. */
export function plainSyllable(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’‘ʻ]/g, '');
}
