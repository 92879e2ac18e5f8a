import type { Lexicon } from '../lexicon/index.js';
import { KNOWN_SURNAMES } from '../text/index.js';
import { plainSyllable, syllabaryOf, type Syllabary } from './syllabary.js';

/** Most syllables one English token of a name may spell (Xiaoping, Zhaoxu). */
const MAX_SYLLABLES = 3;
/** Room for syllable numbers in one integer key. */
const BASE = 512;
/** Different hyphened names after which single words are read as Wade–Giles too. */
const WADE_NAMES = 2;

/** Spelling of a surname in other dialects → UTF-16 units of the surnames. */
const SURNAMES: ReadonlyMap<string, readonly number[]> = surnamesBySpelling();

/** A capitalised word of the English side. */
interface Met {
  readonly token: number;
  /** Whether it was met elsewhere than at the head of a sentence. */
  inside: boolean;
}

/** `En-lai`: two syllables, the second in small letters. */
interface HyphenedName {
  readonly syllables: readonly [string, string];
  readonly tokens: readonly [number, number];
}

/**
 * Capitalised English words that may be Chinese names, found again from the Chinese.
 *
 * `Saixian` is cut into pinyin syllables (sai + xian, and sai + xi + an); a run of one to three
 * characters whose readings spell them is that name. A word also met in lower case, or only at
 * the head of sentences, is no name. `En-lai` is read as Wade–Giles (恩来), and where a document
 * has several such names, so are its single words (Chou: 周). Surnames are known in Cantonese,
 * Hokkien and Korean spelling as well (Chan: 陈).
 */
export class NameIndex {
  readonly #syllabary: Syllabary;
  readonly #met = new Map<string, Met>();
  readonly #lower = new Set<string>();
  readonly #hyphened = new Map<string, HyphenedName>();
  readonly #keys = new Map<number, readonly number[]>();
  /** What keys begin with, themselves included: where a search goes on. */
  readonly #heads = new Set<number>();
  readonly #surnames = new Map<number, readonly number[]>();
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

  /** Takes note of two words with a hyphen between them, the first with a capital. */
  meetHyphened(first: string, second: string, tokens: readonly [number, number]): void {
    const key = `${first}-${second}`;
    if (this.#hyphened.has(key)) return;
    this.#hyphened.set(key, { syllables: [plainSyllable(first), plainSyllable(second)], tokens });
  }

  /** Closes the list: call once all English of the document has been met. */
  prepare(): void {
    const isWade = this.#prepareHyphened() >= WADE_NAMES;
    const spellings = isWade ? this.#syllabary.wade : this.#syllabary.pinyin;
    for (const [word, { token, inside }] of this.#met) {
      const lower = isWade ? plainSyllable(word) : word.toLowerCase();
      if (!inside || lower.length < 2 || lower.length > 18) continue;
      if (this.#lower.has(word.toLowerCase())) continue;
      this.#cut(lower, 0, 0, 0, token, spellings);
      for (const unit of SURNAMES.get(lower) ?? []) append(this.#surnames, unit, token);
    }
    this.#met.clear();
    this.#lower.clear();
    this.#hyphened.clear();
  }

  /** @returns how many hyphened names are Wade–Giles */
  #prepareHyphened(): number {
    let count = 0;
    for (const { syllables, tokens } of this.#hyphened.values()) {
      const [first, second] = syllables.map((one) => this.#syllabary.wade.get(one) ?? []);
      if (first === undefined || second === undefined) continue;
      if (first.length * second.length === 0) continue;
      count += 1;
      for (const one of first) {
        for (const other of second) {
          for (const token of tokens) this.#addKey(one * BASE + other, 2, token);
        }
      }
    }
    return count;
  }

  #addKey(key: number, syllables: number, token: number): void {
    append(this.#keys, key, token);
    for (let head = key; head > 0; head = Math.floor(head / BASE)) this.#heads.add(head);
    this.#longest = Math.max(this.#longest, syllables);
  }

  #cut(
    word: string,
    from: number,
    key: number,
    count: number,
    token: number,
    spellings: ReadonlyMap<string, readonly number[]>,
  ): void {
    if (from === word.length) {
      this.#addKey(key, count, token);
      return;
    }
    if (count === MAX_SYLLABLES) return;
    for (let to = Math.min(word.length, from + 6); to > from; to--) {
      for (const syllable of spellings.get(word.slice(from, to)) ?? []) {
        this.#cut(word, to, key * BASE + syllable, count + 1, token, spellings);
      }
    }
  }

  /** Calls `found` for every name that characters from `at` spell: length and English token. */
  look(text: string, at: number, found: (length: number, token: number) => void): void {
    if (this.#longest > 0) this.#step(text, at, 0, 0, found);
    if (this.#surnames.size === 0) return;
    for (const token of this.#surnames.get(text.charCodeAt(at)) ?? []) found(1, token);
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
      if (!this.#heads.has(longer)) continue;
      const tokens = this.#keys.get(longer);
      if (tokens !== undefined) for (const token of tokens) found(count + 1, token);
      this.#step(text, at, longer, count + 1, found);
    }
  }
}

function append(table: Map<number, readonly number[]>, key: number, value: number): void {
  const row = table.get(key);
  if (row === undefined) table.set(key, [value]);
  else if (!row.includes(value)) table.set(key, [...row, value]);
}

function surnamesBySpelling(): Map<string, readonly number[]> {
  const table = new Map<string, number[]>();
  for (const [han, spellings] of KNOWN_SURNAMES) {
    for (const spelling of spellings.flat()) {
      table.set(spelling, [...(table.get(spelling) ?? []), han.charCodeAt(0)]);
    }
  }
  return table;
}
