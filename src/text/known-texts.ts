import { BAND_BYTES, BANDS, wordAt, type NearIndex, type Place } from './near-index.js';

/** Bits of the filter of a {@link WordSet}, 2²³: a megabyte. */
const FILTER_BITS = 23;

/** Words of bands; most that are not in it are told by one look. */
export class WordSet {
  readonly #filter = new Uint32Array(1 << (FILTER_BITS - 5));
  readonly #words = new Set<number>();

  /** Tells whether it is new. */
  add(word: number, band: number): boolean {
    const key = band * 2 ** 32 + word;
    if (this.#words.has(key)) return false;
    this.#words.add(key);
    const bit = bitOf(word, band);
    this.#filter[bit >>> 5] = (this.#filter[bit >>> 5] as number) | (1 << (bit & 31));
    return true;
  }

  has(word: number, band: number): boolean {
    const bit = bitOf(word, band);
    if (((this.#filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false;
    return this.#words.has(band * 2 ** 32 + word);
  }
}

function bitOf(word: number, band: number): number {
  return Math.imul(word ^ Math.imul(band + 1, 0x9e3779b1), 0x85ebca6b) >>> (32 - FILTER_BITS);
}

/** Texts in the order of their places, forty bytes each: a list to be searched from end to end. */
export class KnownTexts {
  #size = 0;
  readonly #words: Uint32Array;
  readonly #documents: Uint32Array;
  readonly #positions: Uint32Array;
  /** 1: moved into an index, or gone. */
  readonly #isPast: Uint8Array;

  /** @param most - how many texts there are, at most */
  constructor(most: number) {
    this.#words = new Uint32Array(most * BANDS);
    this.#documents = new Uint32Array(most);
    this.#positions = new Uint32Array(most);
    this.#isPast = new Uint8Array(most);
  }

  get size(): number {
    return this.#size;
  }

  /** Takes the next text in; its sketch begins at `from`. */
  push(document: number, position: number, bytes: Uint8Array, from: number): void {
    const at = this.#size++;
    this.#documents[at] = document;
    this.#positions[at] = position;
    for (let band = 0; band < BANDS; band++) {
      this.#words[at * BANDS + band] = wordAt(bytes, from + band * BAND_BYTES);
    }
  }

  /** Words of the texts of a document. */
  *wordsIn(document: number): Iterable<Uint32Array> {
    for (let at = this.#firstOf(document); this.#documents[at] === document; at++) {
      if (at < this.#size) yield this.#words.subarray(at * BANDS, (at + 1) * BANDS);
    }
  }

  /** Takes a text out, if it is there. */
  forget({ document, position }: Place): void {
    for (let at = this.#firstOf(document); this.#documents[at] === document; at++) {
      if (this.#positions[at] === position) this.#isPast[at] = 1;
    }
  }

  /** Moves the texts that have one of these words into an index. */
  moveSome(wanted: WordSet, index: NearIndex): void {
    for (let at = 0; at < this.#size; at++) {
      for (let band = 0; band < BANDS; band++) {
        if (!wanted.has(this.#words[at * BANDS + band] as number, band)) continue;
        this.#move(at, index);
        break;
      }
    }
  }

  /** Moves all texts into an index. */
  moveAll(index: NearIndex): void {
    for (let at = 0; at < this.#size; at++) this.#move(at, index);
  }

  #move(at: number, index: NearIndex): void {
    if (this.#isPast[at] === 1) return;
    this.#isPast[at] = 1;
    const place = {
      document: this.#documents[at] as number,
      position: this.#positions[at] as number,
    };
    index.addWords(place, this.#words.subarray(at * BANDS, (at + 1) * BANDS));
  }

  /** Index of the first text of a document, or where it would be. */
  #firstOf(document: number): number {
    let [from, to] = [0, this.#size];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#documents[middle] as number) < document) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
