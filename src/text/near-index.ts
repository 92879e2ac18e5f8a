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
/** Texts compared in one bucket, the first ones; fuller buckets hold forms and phrases. */
const MAX_BUCKET = 64;
/** Share of slots in use before there are twice as many. */
const FULL = 0.7;
const GONE = 0xffffffff;

/**
 * Finds texts by likeness, in the order of a corpus whatever the order of adding.
 *
 * Locality-sensitive hashing (Indyk and Motwani 1998): eight bands of four bytes of a sketch. At a
 * likeness of .8 two texts share a band with probability .98. Takes about 140 bytes a text: every
 * text is in eight lists sorted by place, each found by its band; a slot of the table points to
 * the last link of its list, and the last link back to the first.
 */
export class NearIndex {
  #size = 0;
  /** Sketches, one word a band; a link is the number of such a word. */
  #words = new Uint32Array(BANDS * 1024);
  #next = new Uint32Array(BANDS * 1024);
  #documents = new Uint32Array(1024);
  #positions = new Uint32Array(1024);
  /** Last link of a list, plus one; 0 is free. */
  #slots = new Uint32Array(BANDS * 2048);
  #used = 0;

  /** Takes a text in. */
  add(place: Place, sketch: Sketch): void {
    this.addWords(place, wordsOf(sketch));
  }

  /** The same by {@link wordsOf} its sketch. */
  addWords({ document, position }: Place, words: Uint32Array): void {
    this.#grow();
    const entry = this.#size++;
    this.#documents[entry] = document;
    this.#positions[entry] = position;
    this.#words.set(words, entry * BANDS);
    for (let band = 0; band < BANDS; band++) this.#link(entry * BANDS + band);
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
      let left = MAX_BUCKET;
      for (const link of this.#bucket(words[band] as number, band)) {
        const entry = Math.floor(link / BANDS);
        if (left-- === 0 || (this.#documents[entry] as number) >= document) break;
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
   * part of a full bucket that is compared, or lets into it.
   */
  later({ document, position }: Place, sketch: Sketch, least: number): ReadonlySet<number> {
    const words = wordsOf(sketch);
    const found = new Set<number>();
    for (let band = 0; band < BANDS; band++) {
      const bucket: number[] = [];
      let before = 0;
      for (const link of this.#bucket(words[band] as number, band)) {
        const entry = Math.floor(link / BANDS);
        const other = this.#documents[entry] as number;
        if (other < document || (other === document && this.#positionOf(entry) < position)) {
          before += 1;
        }
        if (before >= MAX_BUCKET) break; // nobody looks so far
        bucket.push(entry);
      }
      if (before >= MAX_BUCKET) continue;
      const atEdge = bucket.slice(MAX_BUCKET - 1, MAX_BUCKET + 1).map((entry) => this.#at(entry));
      for (const entry of bucket) {
        const other = this.#documents[entry] as number;
        if (other <= document) continue;
        const isNear = [words, ...atEdge].some((one) => this.#likeness(entry, one) >= least);
        if (isNear) found.add(other);
      }
    }
    return found;
  }

  #positionOf(entry: number): number {
    return this.#positions[entry] as number;
  }

  /** Sketch of an entry, as words. */
  #at(entry: number): Uint32Array {
    return this.#words.subarray(entry * BANDS, (entry + 1) * BANDS);
  }

  #placeOf(entry: number): Place {
    return {
      document: this.#documents[entry] as number,
      position: this.#positions[entry] as number,
    };
  }

  #compare(one: number, other: number): number {
    return (
      (this.#documents[one] as number) - (this.#documents[other] as number) ||
      (this.#positions[one] as number) - (this.#positions[other] as number)
    );
  }

  #likeness(entry: number, words: Uint32Array): number {
    let equal = 0;
    for (let band = 0; band < BANDS; band++) {
      const difference = (this.#words[entry * BANDS + band] as number) ^ (words[band] as number);
      if (difference === 0) equal += BAND_BYTES;
      else equal += zeroBytes(difference);
    }
    return equal / SKETCH_BYTES;
  }

  /** Links of one list, in order. */
  *#bucket(word: number, band: number): Iterable<number> {
    const slot = this.#slotOf(word, band);
    const last = this.#slots[slot] as number;
    if (last === 0) return;
    for (let link = last - 1; ;) {
      link = this.#next[link] as number;
      yield link;
      if (link === last - 1) return;
    }
  }

  #link(link: number): void {
    const band = link % BANDS;
    const slot = this.#slotOf(this.#words[link] as number, band);
    const last = this.#slots[slot] as number;
    if (last === 0) {
      this.#next[link] = link;
      this.#slots[slot] = link + 1;
      this.#used += 1;
      return;
    }
    const entry = Math.floor(link / BANDS);
    const isLast = this.#compare(Math.floor((last - 1) / BANDS), entry) <= 0;
    let before = last - 1;
    for (let next = this.#next[before] as number; !isLast; next = this.#next[before] as number) {
      if (this.#compare(Math.floor(next / BANDS), entry) > 0) break;
      before = next;
    }
    this.#next[link] = this.#next[before] as number;
    this.#next[before] = link;
    if (isLast) this.#slots[slot] = link + 1;
  }

  #unlink(word: number, band: number, { document, position }: Place): void {
    const slot = this.#slotOf(word, band);
    const last = this.#slots[slot] as number;
    if (last === 0) return;
    let before = last - 1;
    for (const link of this.#bucket(word, band)) {
      const entry = Math.floor(link / BANDS);
      if (this.#documents[entry] === document && this.#positions[entry] === position) {
        this.#next[before] = this.#next[link] as number;
        if (before === link) this.#slots[slot] = GONE;
        else if (link === last - 1) this.#slots[slot] = before + 1;
        return;
      }
      before = link;
    }
  }

  /** The slot of a list, or the free one where it would begin. */
  #slotOf(word: number, band: number): number {
    const mask = this.#slots.length - 1;
    let slot = mix(word ^ Math.imul(band + 1, 0x9e3779b1)) & mask;
    for (;;) {
      const link = this.#slots[slot] as number;
      if (link === 0) return slot;
      if (link !== GONE && (link - 1) % BANDS === band && this.#words[link - 1] === word) {
        return slot;
      }
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    if (this.#size === this.#documents.length) {
      this.#words = doubled(this.#words);
      this.#next = doubled(this.#next);
      this.#documents = doubled(this.#documents);
      this.#positions = doubled(this.#positions);
    }
    if (this.#used + BANDS < FULL * this.#slots.length) return;
    const full = this.#slots;
    this.#slots = new Uint32Array(full.length * 2);
    for (const link of full) {
      if (link === 0 || link === GONE) continue;
      const band = (link - 1) % BANDS;
      this.#slots[this.#slotOf(this.#words[link - 1] as number, band)] = link;
    }
  }
}

function doubled(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
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
