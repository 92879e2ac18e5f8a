import { GrowingArray } from './growing-array.js';
import { mix } from './mix.js';
import { SKETCH_BYTES, type Sketch } from './sketch.js';

/** Where a text stands: number of its document, and its position in it. */
export interface Place {
  readonly document: number;
  readonly position: number;
}

/** Bytes of a band: texts that agree in one whole band are compared. One 32-bit word. */
export const BAND_BYTES = 4;
/** Bands of a sketch. */
export const BANDS = SKETCH_BYTES / BAND_BYTES;
/** Texts compared in one list, the first ones; fuller lists hold forms and phrases. */
const MAX_COMPARED = 64;
/** Links a bucket on average. */
const LOAD = 2;
const NONE = -1;

/**
 * Finds texts by likeness, in the order of a corpus whatever the order of adding.
 *
 * Locality-sensitive hashing (Indyk and Motwani 1998): eight bands of four bytes of a sketch. At a
 * likeness of .8 two texts share a band with probability .98. Every text has a link for each band;
 * links of one hash are a ring in order of place, reached by its last. Rings are parted one by one
 * as texts come (linear hashing, Litwin 1980), so nothing is ever built anew beside the old. Takes
 * about 90 bytes a text.
 */
export class NearIndex {
  #size = 0;
  /** The text whose place comes last. */
  #latest = 0;
  /** Sketches, one word a band; a link is the number of such a word. */
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

  constructor() {
    for (let bucket = 0; bucket <= this.#mask; bucket++) this.#last.set(bucket, 0);
  }

  /** Takes a text in. */
  add(place: Place, sketch: Sketch): void {
    this.addWords(place, wordsOf(sketch));
  }

  /** The same by {@link wordsOf} its sketch. */
  addWords({ document, position }: Place, words: Uint32Array): void {
    const entry = this.#size++;
    this.#documents.set(entry, document);
    this.#positions.set(entry, position);
    const isLatest = this.#compare(this.#latest, entry) <= 0;
    if (isLatest) this.#latest = entry;
    for (let band = 0; band < BANDS; band++) {
      const [word, link] = [words[band] as number, entry * BANDS + band];
      this.#words.set(link, word);
      const bucket = this.#bucketOf(word, band);
      if (isLatest) this.#append(bucket, link);
      else this.#insert(bucket, link);
    }
    while (this.#size * BANDS > LOAD * (this.#mask + 1 + this.#split)) this.#part();
  }

  /** Takes a text out; does nothing if it is not there. */
  remove(place: Place, sketch: Sketch): void {
    const words = wordsOf(sketch);
    for (let band = 0; band < BANDS; band++) this.#unlink(words[band] as number, band, place);
  }

  /** The first text before a document that is at least so like this one. */
  find(document: number, sketch: Sketch, least: number): Place | undefined {
    const words = wordsOf(sketch);
    let best: number | undefined;
    for (let band = 0; band < BANDS; band++) {
      let left = MAX_COMPARED;
      const word = words[band] as number;
      const last = this.#last.get(this.#bucketOf(word, band)) - 1;
      for (
        let link = this.#first(last, word, band);
        link !== NONE;
        link = this.#after(link, last)
      ) {
        const entry = entryOf(link);
        if (left-- === 0 || this.#documents.get(entry) >= document) break;
        if (best !== undefined && this.#compare(entry, best) >= 0) break;
        if (this.#likeness(entry, words) < least) continue;
        best = entry;
        break;
      }
    }
    return best === undefined ? undefined : this.#placeOf(best);
  }

  /**
   * Documents after a place whose texts may be judged otherwise when a text like this comes or
   * goes there: those at least so alike, and those as alike to a text that it pushes out of the
   * part of a long list that is compared, or lets into it.
   */
  later({ document, position }: Place, sketch: Sketch, least: number): ReadonlySet<number> {
    const words = wordsOf(sketch);
    const found = new Set<number>();
    for (let band = 0; band < BANDS; band++) {
      const list: number[] = [];
      let before = 0;
      const word = words[band] as number;
      const last = this.#last.get(this.#bucketOf(word, band)) - 1;
      for (
        let link = this.#first(last, word, band);
        link !== NONE;
        link = this.#after(link, last)
      ) {
        const entry = entryOf(link);
        const other = this.#documents.get(entry);
        if (other < document || (other === document && this.#positionOf(entry) < position)) {
          before += 1;
        }
        if (before >= MAX_COMPARED) break; // nobody looks so far
        list.push(entry);
      }
      if (before >= MAX_COMPARED) continue;
      const atEdge = list.slice(MAX_COMPARED - 1, MAX_COMPARED + 1).map((entry) => this.#at(entry));
      for (const entry of list) {
        const other = this.#documents.get(entry);
        if (other <= document) continue;
        const isNear = [words, ...atEdge].some((one) => this.#likeness(entry, one) >= least);
        if (isNear) found.add(other);
      }
    }
    return found;
  }

  #positionOf(entry: number): number {
    return this.#positions.get(entry);
  }

  /** Sketch of an entry, as words. */
  #at(entry: number): Uint32Array {
    return Uint32Array.from({ length: BANDS }, (_band, at) => this.#words.get(entry * BANDS + at));
  }

  #placeOf(entry: number): Place {
    return { document: this.#documents.get(entry), position: this.#positions.get(entry) };
  }

  #compare(one: number, other: number): number {
    return (
      this.#documents.get(one) - this.#documents.get(other) ||
      this.#positions.get(one) - this.#positions.get(other)
    );
  }

  #likeness(entry: number, words: Uint32Array): number {
    let equal = 0;
    for (let band = 0; band < BANDS; band++) {
      const difference = this.#words.get(entry * BANDS + band) ^ (words[band] as number);
      if (difference === 0) equal += BAND_BYTES;
      else equal += zeroBytes(difference);
    }
    return equal / SKETCH_BYTES;
  }

  /** The first link with this word in this band, of a ring with this last link. */
  #first(last: number, word: number, band: number): number {
    return last < 0 ? NONE : this.#equal(this.#next.get(last), last, word, band);
  }

  /** The next link with the word of this one. */
  #after(link: number, last: number): number {
    if (link === last) return NONE;
    return this.#equal(this.#next.get(link), last, this.#words.get(link), link % BANDS);
  }

  /** The first link from this one to the last that has this word in this band. */
  #equal(link: number, last: number, word: number, band: number): number {
    for (let at = link; ; at = this.#next.get(at)) {
      if (at % BANDS === band && this.#words.get(at) === word) return at;
      if (at === last) return NONE;
    }
  }

  #insert(bucket: number, link: number): void {
    const last = this.#last.get(bucket) - 1;
    if (last < 0 || this.#compare(entryOf(last), entryOf(link)) <= 0) {
      this.#append(bucket, link);
      return;
    }
    let before = last;
    for (let next = this.#next.get(before); ; next = this.#next.get(before)) {
      if (this.#compare(entryOf(next), entryOf(link)) > 0) break;
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
      const { document: of, position: at } = this.#placeOf(entryOf(link));
      if (link % BANDS === band && of === document && at === position) {
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
      this.#append(this.#bucketOf(this.#words.get(link), link % BANDS), link);
      link = next;
    }
  }
}

function entryOf(link: number): number {
  return (link / BANDS) >>> 0;
}

/** The bands of a sketch as numbers. */
export function wordsOf(sketch: Sketch): Uint32Array {
  const words = new Uint32Array(BANDS);
  for (let band = 0; band < BANDS; band++) words[band] = wordAt(sketch, band * BAND_BYTES);
  return words;
}

/** One of them, at its first byte. */
export function wordAt(bytes: Uint8Array, from: number): number {
  const [one, two] = [bytes[from] as number, bytes[from + 1] as number];
  const [three, four] = [bytes[from + 2] as number, bytes[from + 3] as number];
  return ((one << 24) | (two << 16) | (three << 8) | four) >>> 0;
}

function zeroBytes(word: number): number {
  return (
    (word & 0xff ? 0 : 1) +
    (word & 0xff00 ? 0 : 1) +
    (word & 0xff0000 ? 0 : 1) +
    (word & 0xff000000 ? 0 : 1)
  );
}
