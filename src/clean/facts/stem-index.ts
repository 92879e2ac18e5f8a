import type { Lexicon } from '../../lexicon/index.js';
import { MAX_WORDS, type EnglishWords } from './english.js';
import { WORD } from './word-table.js';

/** Stems that share so many letters at their beginning are taken for relatives. */
const SHARED_LETTERS = 5;

/** How a stem stands in a text: not at all, by relatives only, or itself. */
export const PRESENT = { none: 0, relative: 1, own: 2 } as const;

/** Where each stem and each family of stems stands in an English text. */
export class StemIndex {
  /** {@link PRESENT} of every stem in the text taken in. */
  readonly present: Uint8Array;
  readonly #families: Families;
  readonly #ofStem: Occurrences;
  readonly #ofFamily: Occurrences;
  /** Stems of the text before. */
  readonly #met = new Int32Array(MAX_WORDS);
  #metSize = 0;

  constructor({ stems }: Lexicon) {
    const families = familiesOf(stems);
    this.#families = families;
    this.present = new Uint8Array(stems.length);
    this.#ofStem = new Occurrences(stems.length);
    this.#ofFamily = new Occurrences(families.start.length);
  }

  /** Takes a text in, what was there is forgotten; returns the number of content words. */
  index({ size, stem, flags }: EnglishWords): number {
    this.#forget();
    let content = 0;
    for (let at = size - 1; at >= 0; at--) {
      if (((flags[at] as number) & WORD.isFunction) !== 0) continue;
      content += 1;
      const id = stem[at] as number;
      if (id < 0) continue;
      this.#ofStem.add(id, at);
      this.#met[this.#metSize++] = id;
      const family = this.#families.of[id] as number;
      if (family >= 0) this.#ofFamily.add(family, at);
    }
    for (let at = 0; at < this.#metSize; at++) {
      this.#fillFamily(this.#met[at] as number, PRESENT.relative);
    }
    for (let at = 0; at < this.#metSize; at++) {
      this.present[this.#met[at] as number] = PRESENT.own;
    }
    return content;
  }

  #forget(): void {
    this.#ofStem.clear();
    this.#ofFamily.clear();
    for (let at = 0; at < this.#metSize; at++) {
      this.present[this.#met[at] as number] = PRESENT.none;
      this.#fillFamily(this.#met[at] as number, PRESENT.none);
    }
    this.#metSize = 0;
  }

  #fillFamily(stem: number, standing: number): void {
    const { of, start, end } = this.#families;
    const family = of[stem] as number;
    if (family < 0) return;
    const last = end[family] as number;
    for (let at = start[family] as number; at < last; at++) this.present[at] = standing;
  }

  /** First word of a stem, −1 without one; `next` goes on from there. */
  first(stem: number): number {
    return this.#ofStem.first(stem);
  }

  next(word: number): number {
    return this.#ofStem.next(word);
  }

  /** First word whose stem is a relative of this one. */
  firstRelative(stem: number): number {
    const family = this.#families.of[stem] as number;
    return family < 0 ? -1 : this.#ofFamily.first(family);
  }

  nextRelative(word: number): number {
    return this.#ofFamily.next(word);
  }
}

/** Stems of one family are neighbours, since stems are sorted. */
interface Families {
  /** Int32 [stems]: number of a stem's family, −1 for short stems. */
  readonly of: Int32Array;
  /** Int32 [families]: first stem of each, and the one behind its last. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

function familiesOf(stems: readonly string[]): Families {
  const of = new Int32Array(stems.length).fill(-1);
  const start: number[] = [];
  let before = '';
  stems.forEach((stem, id) => {
    if (stem.length < SHARED_LETTERS) return;
    const key = stem.slice(0, SHARED_LETTERS);
    if (key !== before) start.push(id);
    before = key;
    of[id] = start.length - 1;
  });
  const end = start.map((from, family) => {
    let to = from;
    while (to < stems.length && of[to] === family) to += 1;
    return to;
  });
  return { of, start: Int32Array.from(start), end: Int32Array.from(end) };
}

/** Chains of places by key, forgotten all at once by raising a stamp. */
class Occurrences {
  readonly #first: Int32Array;
  readonly #stamps: Int32Array;
  readonly #next = new Int32Array(MAX_WORDS);
  #stamp = 0;

  constructor(keys: number) {
    this.#first = new Int32Array(keys);
    this.#stamps = new Int32Array(keys);
  }

  clear(): void {
    this.#stamp += 1;
  }

  add(key: number, place: number): void {
    this.#next[place] = this.first(key);
    this.#first[key] = place;
    this.#stamps[key] = this.#stamp;
  }

  first(key: number): number {
    return this.#stamps[key] === this.#stamp ? (this.#first[key] as number) : -1;
  }

  next(place: number): number {
    return this.#next[place] as number;
  }
}
