import { GrowingArray } from './growing-array.js';
import { mix } from './mix.js';

/** Where a text stands: number of its document, and its position in it. */
export interface Place {
  readonly document: number;
  readonly position: number;
}

/** What an index keeps of each text. */
export interface EntryShape {
  /** Words of 32 bits of a text. */
  readonly words: number;
  /** How many of them, the first ones, it can be found by; a word of 0 is none. */
  readonly bands: number;
}

/** Links a bucket on average. */
const LOAD = 2;
/** No link. */
export const NONE = -1;

/**
 * Finds texts by words of theirs, in the order of a corpus whatever the order of adding.
 *
 * A text is an entry, with a link for each band. Links of one hash are a ring in order of place,
 * reached by its last. Rings are parted one by one as texts come (linear hashing, Litwin 1980), so
 * nothing is ever built anew beside the old.
 */
export class PlaceIndex {
  readonly #shape: EntryShape;
  /** Links of an entry e are e · 2^shift … e · 2^shift + bands − 1. */
  readonly #shift: number;
  #size = 0;
  #links = 0;
  /** The entry whose place comes last. */
  #latest = 0;
  readonly #words = new GrowingArray();
  readonly #next = new GrowingArray();
  readonly #documents = new GrowingArray();
  readonly #positions = new GrowingArray();
  /** Last link of each bucket's ring, plus one; 0 is empty. */
  readonly #last = new GrowingArray();
  /** A power of two less one: buckets when the parting of all began. */
  #mask = 0xff;
  /** The bucket to be parted next. */
  #split = 0;

  constructor(shape: EntryShape) {
    this.#shape = shape;
    this.#shift = Math.ceil(Math.log2(shape.bands));
    for (let bucket = 0; bucket <= this.#mask; bucket++) this.#last.set(bucket, 0);
  }

  /** Takes a text in. */
  add({ document, position }: Place, words: Uint32Array): void {
    const entry = this.#size++;
    this.#documents.set(entry, document);
    this.#positions.set(entry, position);
    for (let at = 0; at < this.#shape.words; at++) {
      this.#words.set(entry * this.#shape.words + at, words[at] as number);
    }
    const isLatest = this.compare(this.#latest, entry) <= 0;
    if (isLatest) this.#latest = entry;
    for (let band = 0; band < this.#shape.bands; band++) {
      const word = words[band] as number;
      if (word === 0) continue;
      this.#links += 1;
      const [bucket, link] = [this.#bucketOf(word, band), (entry << this.#shift) | band];
      if (isLatest) this.#append(bucket, link);
      else this.#insert(bucket, link);
    }
    while (this.#links > LOAD * (this.#mask + 1 + this.#split)) this.#part();
  }

  /** Takes a text out; does nothing if it is not there. */
  remove(place: Place, words: Uint32Array): void {
    for (let band = 0; band < this.#shape.bands; band++) {
      const word = words[band] as number;
      if (word !== 0) this.#unlink(word, band, place);
    }
  }

  /** The last link of the ring in which a word of a band is, or {@link NONE}. */
  ringOf(word: number, band: number): number {
    return this.#last.get(this.#bucketOf(word, band)) - 1;
  }

  /** The first link with this word in this band, of a ring with this last link. */
  first(last: number, word: number, band: number): number {
    return last < 0 || word === 0 ? NONE : this.#equal(this.#next.get(last), last, word, band);
  }

  /** The next link with the word of this one. */
  after(link: number, last: number): number {
    if (link === last) return NONE;
    return this.#equal(this.#next.get(link), last, this.#wordOfLink(link), this.#bandOf(link));
  }

  /** The entry a link is of. */
  entryOf(link: number): number {
    return link >>> this.#shift;
  }

  documentOf(entry: number): number {
    return this.#documents.get(entry);
  }

  positionOf(entry: number): number {
    return this.#positions.get(entry);
  }

  /** A word of an entry. */
  wordOf(entry: number, at: number): number {
    return this.#words.get(entry * this.#shape.words + at);
  }

  /** Negative if the first of two entries comes first in the corpus. */
  compare(one: number, other: number): number {
    return (
      this.#documents.get(one) - this.#documents.get(other) ||
      this.#positions.get(one) - this.#positions.get(other)
    );
  }

  #bandOf(link: number): number {
    return link & ((1 << this.#shift) - 1);
  }

  #wordOfLink(link: number): number {
    return this.#words.get((link >>> this.#shift) * this.#shape.words + this.#bandOf(link));
  }

  /** The first link from this one to the last that has this word in this band. */
  #equal(link: number, last: number, word: number, band: number): number {
    for (let at = link; ; at = this.#next.get(at)) {
      if (this.#bandOf(at) === band && this.#wordOfLink(at) === word) return at;
      if (at === last) return NONE;
    }
  }

  #insert(bucket: number, link: number): void {
    const last = this.#last.get(bucket) - 1;
    if (last < 0 || this.compare(this.entryOf(last), this.entryOf(link)) <= 0) {
      this.#append(bucket, link);
      return;
    }
    let before = last;
    for (let next = this.#next.get(before); ; next = this.#next.get(before)) {
      if (this.compare(this.entryOf(next), this.entryOf(link)) > 0) break;
      before = next;
    }
    this.#next.set(link, this.#next.get(before));
    this.#next.set(before, link);
  }

  #append(bucket: number, link: number): void {
    const last = this.#last.get(bucket) - 1;
    this.#next.set(link, last < 0 ? link : this.#next.get(last));
    if (last >= 0) this.#next.set(last, link);
    this.#last.set(bucket, link + 1);
  }

  #unlink(word: number, band: number, { document, position }: Place): void {
    const bucket = this.#bucketOf(word, band);
    const last = this.#last.get(bucket) - 1;
    for (let before = last; before >= 0;) {
      const link = this.#next.get(before);
      const entry = this.entryOf(link);
      const isThere =
        this.#bandOf(link) === band &&
        this.#documents.get(entry) === document &&
        this.#positions.get(entry) === position;
      if (isThere) {
        this.#next.set(before, this.#next.get(link));
        if (before === link) this.#last.set(bucket, 0);
        else if (link === last) this.#last.set(bucket, before + 1);
        return;
      }
      before = link === last ? NONE : link;
    }
  }

  #bucketOf(word: number, band: number): number {
    const hash = mix(word ^ Math.imul(band + 1, 0x9e3779b1));
    const bucket = hash & this.#mask;
    return bucket < this.#split ? hash & (2 * this.#mask + 1) : bucket;
  }

  /** Parts the links of one bucket among it and a new one, each in order. */
  #part(): void {
    const bucket = this.#split;
    const last = this.#last.get(bucket) - 1;
    this.#last.set(bucket, 0);
    this.#last.set(bucket + this.#mask + 1, 0);
    this.#split += 1;
    if (this.#split > this.#mask) {
      this.#mask = 2 * this.#mask + 1;
      this.#split = 0;
    }
    if (last < 0) return;
    let link = this.#next.get(last);
    for (let isLast = false; !isLast;) {
      const next = this.#next.get(link);
      isLast = link === last;
      this.#append(this.#bucketOf(this.#wordOfLink(link), this.#bandOf(link)), link);
      link = next;
    }
  }
}
