import { mix } from './mix.js';
import type { EntryShape, Place, PlaceIndex } from './place-index.js';

/** Texts a bucket on average. */
const LOAD = 2;

/**
 * Texts in the order of their places, as they were read at one time: found by their words, and
 * handed over to an index when they are, so that what is never asked for is never put into one.
 *
 * Each band has chains of texts, one for each hash of a word, made when the first is looked for.
 */
export class KnownPlaces {
  readonly #shape: EntryShape;
  readonly #words: Uint32Array<ArrayBuffer>;
  readonly #documents: Uint32Array<ArrayBuffer>;
  readonly #positions: Uint32Array<ArrayBuffer>;
  /** 1: handed over, or gone. */
  readonly #isPast: Uint8Array;
  #size = 0;
  #chains: readonly Chains[] | undefined;

  /** @param texts - how many there are, at most; or all of them, with their chains */
  constructor(shape: EntryShape, texts: number | PackedPlaces) {
    const most = typeof texts === 'number' ? texts : texts.documents.length;
    this.#shape = shape;
    this.#isPast = new Uint8Array(most);
    if (typeof texts === 'number') {
      this.#words = new Uint32Array(most * shape.words);
      this.#documents = new Uint32Array(most);
      this.#positions = new Uint32Array(most);
    } else {
      this.#words = texts.words;
      this.#documents = texts.documents;
      this.#positions = texts.positions;
      this.#size = texts.size;
      this.#chains = texts.chains;
    }
  }

  /** The texts as they go to another thread: nothing may have been asked for before. */
  packed(): PackedPlaces {
    this.ready();
    return {
      ...{ words: this.#words, documents: this.#documents, positions: this.#positions },
      ...{ size: this.#size, chains: this.#chains ?? [] },
    };
  }

  get size(): number {
    return this.#size;
  }

  /** Takes the next text in: its words are to be written to what is answered. */
  push(document: number, position: number): Uint32Array {
    const at = this.#size++;
    this.#documents[at] = document;
    this.#positions[at] = position;
    return this.#wordsAt(at);
  }

  /** Makes the chains, when all are in; otherwise the first who looks for one does. */
  ready(): void {
    this.#chains ??= this.#makeChains();
  }

  /** Takes a text out, if it is there. */
  forget({ document, position }: Place): void {
    let [from, to] = [0, this.#size];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#documents[middle] as number) < document) from = middle + 1;
      else to = middle;
    }
    for (let at = from; at < this.#size && this.#documents[at] === document; at++) {
      if (this.#positions[at] === position) this.#isPast[at] = 1;
    }
  }

  /**
   * Hands the texts with a word in a band over to an index.
   *
   * @returns how many there were
   */
  moveSome(word: number, band: number, index: PlaceIndex): number {
    const { head, next, mask } = (this.#chains ??= this.#makeChains())[band] as Chains;
    const bucket = mix(word) & mask;
    let moved = 0;
    let before = -1;
    for (let at = (head[bucket] as number) - 1; at >= 0;) {
      const after = next[at] as number;
      if (this.#isPast[at] === 0 && this.#words[at * this.#shape.words + band] === word) {
        this.#move(at, index);
        moved += 1;
      }
      // What is past leaves the chain, or it would be met again each time.
      if (this.#isPast[at] === 0) before = at;
      else if (before < 0) head[bucket] = after;
      else next[before] = after;
      at = after - 1;
    }
    return moved;
  }

  /** Hands all texts over to an index. */
  moveAll(index: PlaceIndex): void {
    for (let at = 0; at < this.#size; at++) if (this.#isPast[at] === 0) this.#move(at, index);
  }

  #makeChains(): Chains[] {
    const { words, bands } = this.#shape;
    const mask = 2 ** Math.max(0, Math.ceil(Math.log2(this.#size / LOAD))) - 1;
    return Array.from({ length: bands }, (_one, band) => {
      const [head, next] = [new Uint32Array(mask + 1), new Uint32Array(this.#size)];
      for (let at = this.#size - 1; at >= 0; at--) {
        const word = this.#words[at * words + band] as number;
        if (word === 0) continue;
        const bucket = mix(word) & mask;
        next[at] = head[bucket] as number;
        head[bucket] = at + 1;
      }
      return { head, next, mask };
    });
  }

  #wordsAt(at: number): Uint32Array {
    const { words } = this.#shape;
    return this.#words.subarray(at * words, (at + 1) * words);
  }

  #move(at: number, index: PlaceIndex): void {
    this.#isPast[at] = 1;
    const place = {
      document: this.#documents[at] as number,
      position: this.#positions[at] as number,
    };
    index.add(place, this.#wordsAt(at));
  }
}

/** {@link KnownPlaces} as plain data. */
export interface PackedPlaces {
  readonly words: Uint32Array<ArrayBuffer>;
  readonly documents: Uint32Array<ArrayBuffer>;
  readonly positions: Uint32Array<ArrayBuffer>;
  readonly size: number;
  readonly chains: readonly Chains[];
}

/** Texts of a band by hash of their word, in order of place; numbers are those of texts plus one, 0 is the end. */
interface Chains {
  /** The first of each hash. */
  readonly head: Uint32Array<ArrayBuffer>;
  /** The next after each text. */
  readonly next: Uint32Array<ArrayBuffer>;
  /** A power of two less one: hashes. */
  readonly mask: number;
}
