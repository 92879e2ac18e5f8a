import type { Lexicon } from '../lexicon/index.js';

/** Most syllables one English token of a name may spell (Xiaoping, Zhaoxu). */
const MAX_SYLLABLES = 3;
/** Room for syllable numbers in one integer key. */
const BASE = 512;

/** Numbered pinyin syllables, and those each character may be read as, by code unit. */
interface Syllabary {
  readonly syllables: ReadonlyMap<string, number>;
  readonly readings: ReadonlyMap<number, readonly number[]>;
}

const syllabaries = new WeakMap<Lexicon, Syllabary>();

function syllabaryOf(lexicon: Lexicon): Syllabary {
  const known = syllabaries.get(lexicon);
  if (known !== undefined) return known;
  const syllables = new Map<string, number>();
  const readings = new Map<number, readonly number[]>();
  for (const [unit, texts] of lexicon.readings) {
    for (const text of texts) if (!syllables.has(text)) syllables.set(text, syllables.size + 1);
    readings.set(
      unit,
      texts.map((text) => syllables.get(text) ?? 0),
    );
  }
  const syllabary = { syllables, readings };
  syllabaries.set(lexicon, syllabary);
  return syllabary;
}

/**
 * Capitalised English words that may be Chinese names in pinyin, found again from the Chinese.
 *
 * `Saixian` is cut into syllables (sai + xian, and sai + xi + an); a run of one to three
 * characters whose readings spell them is that name. A word also met in lower case, or only at
 * the head of sentences, is no name.
 */
export class NameIndex {
  readonly #syllabary: Syllabary;
  readonly #met = new Map<string, { token: number; inside: boolean }>();
  readonly #lower = new Set<string>();
  readonly #keys = new Map<number, number>();
  /** Longest key, in syllables. */
  #longest = 0;

  constructor(lexicon: Lexicon) {
    this.#syllabary = syllabaryOf(lexicon);
  }

  /** Takes note of one English word. */
  meet(word: string, token: number, isFirst: boolean): void {
    const code = word.charCodeAt(0);
    if (code < 0x41 || code > 0x5a) {
      if (isFirst || word.length < 8) this.#lower.add(word);
      return;
    }
    const known = this.#met.get(word);
    if (known === undefined) this.#met.set(word, { token, inside: !isFirst });
    else if (!isFirst) known.inside = true;
  }

  /** Closes the list: call once all English of the document has been met. */
  prepare(): void {
    for (const [word, { token, inside }] of this.#met) {
      const lower = word.toLowerCase();
      if (!inside || lower.length < 2 || lower.length > 18 || this.#lower.has(lower)) continue;
      this.#cut(lower, 0, 0, 0, token);
    }
    this.#met.clear();
    this.#lower.clear();
  }

  #cut(word: string, from: number, key: number, count: number, token: number): void {
    if (from === word.length) {
      if (!this.#keys.has(key)) this.#keys.set(key, token);
      this.#longest = Math.max(this.#longest, count);
      return;
    }
    if (count === MAX_SYLLABLES) return;
    for (let to = Math.min(word.length, from + 6); to > from; to--) {
      const syllable = this.#syllabary.syllables.get(word.slice(from, to));
      if (syllable === undefined) continue;
      this.#cut(word, to, key * BASE + syllable, count + 1, token);
    }
  }

  /** Calls `found` for every name that characters from `at` spell: length and English token. */
  look(text: string, at: number, found: (length: number, token: number) => void): void {
    if (this.#longest > 0) this.#step(text, at, 0, 0, found);
  }

  #step(
    text: string,
    at: number,
    key: number,
    count: number,
    found: (length: number, token: number) => void,
  ): void {
    if (count === this.#longest) return;
    const readings = this.#syllabary.readings.get(text.charCodeAt(at + count));
    if (readings === undefined) return;
    for (const reading of readings) {
      const longer = key * BASE + reading;
      const token = this.#keys.get(longer);
      if (token !== undefined) found(count + 1, token);
      this.#step(text, at, longer, count + 1, found);
    }
  }
}
