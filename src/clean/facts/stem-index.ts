import type { Lexicon } from '../../lexicon/index.js';
import { MAX_WORDS, WORD, type EnglishWords } from './english.js';

/** Stems that share so many letters at their beginning are taken for relatives. */
const SHARED_LETTERS = 5;

/** Where each stem and each family of stems stands in an English text. */
export class StemIndex {
  readonly #family: Int32Array;
  readonly #ofStem: Occurrences;
  readonly #ofFamily: Occurrences;

  constructor(lexicon: Lexicon) {
    const families = new Map<string, number>();
    this.#family = Int32Array.from(lexicon.stems, (stem) => {
      if (stem.length < SHARED_LETTERS) return -1;
      const key = stem.slice(0, SHARED_LETTERS);
      const known = families.get(key) ?? families.size;
      families.set(key, known);
      return known;
    });
    this.#ofStem = new Occurrences(lexicon.stems.length);
    this.#ofFamily = new Occurrences(families.size);
  }

  /** Takes a text in, what was there is forgotten; returns the number of content words. */
  index({ size, stem, flags }: EnglishWords): number {
    this.#ofStem.clear();
    this.#ofFamily.clear();
    let content = 0;
    for (let at = size - 1; at >= 0; at--) {
      if (((flags[at] as number) & WORD.isFunction) !== 0) continue;
      content += 1;
      const id = stem[at] as number;
      if (id < 0) continue;
      this.#ofStem.add(id, at);
      const family = this.#family[id] as number;
      if (family >= 0) this.#ofFamily.add(family, at);
    }
    return content;
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
    const family = this.#family[stem] as number;
    return family < 0 ? -1 : this.#ofFamily.first(family);
  }

  nextRelative(word: number): number {
    return this.#ofFamily.next(word);
  }
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
