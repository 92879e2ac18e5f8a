import type { KnownPlaces } from './known-places.js';
import { LazyPlaceIndex } from './lazy-place-index.js';
import { NONE, type EntryShape, type Place, type PlaceIndex } from './place-index.js';
import { SKETCH_BYTES, type Sketch } from './sketch.js';

/** Bytes of a band: texts that agree in one whole band are compared. One 32-bit word. */
const BAND_BYTES = 4;
/** Bands of a sketch. */
const BANDS = SKETCH_BYTES / BAND_BYTES;
/** What the index keeps of a text: its sketch, a word for each band. */
export const SKETCH_SHAPE: EntryShape = { words: BANDS, bands: BANDS };
/** Texts compared in one list, the first ones; fuller lists hold forms and phrases. */
const MAX_COMPARED = 64;

/**
 * Finds texts by likeness.
 *
 * Locality-sensitive hashing (Indyk and Motwani 1998): eight bands of four bytes of a sketch. At a
 * likeness of .8 two texts share a band with probability .98. Takes about 90 bytes a text.
 */
export class NearIndex {
  readonly #lazy: LazyPlaceIndex;

  /** @param known - texts it begins with, of {@link SKETCH_SHAPE}, see {@link readSketch} */
  constructor(known?: KnownPlaces) {
    this.#lazy = new LazyPlaceIndex(SKETCH_SHAPE, known);
  }

  /** Takes a text in. */
  add(place: Place, sketch: Sketch): void {
    this.#lazy.add(place, wordsOf(sketch));
  }

  /** Takes a text out; does nothing if it is not there. */
  remove(place: Place, sketch: Sketch): void {
    this.#lazy.remove(place, wordsOf(sketch));
  }

  /** The first text before a document that is at least so like this one. */
  find(document: number, sketch: Sketch, least: number): Place | undefined {
    const words = wordsOf(sketch);
    const index = this.#lazy.with(words);
    let best: number | undefined;
    for (let band = 0; band < BANDS; band++) {
      let left = MAX_COMPARED;
      const word = words[band] as number;
      const last = index.ringOf(word, band);
      for (
        let link = index.first(last, word, band);
        link !== NONE;
        link = index.after(link, last)
      ) {
        const entry = index.entryOf(link);
        if (left-- === 0 || index.documentOf(entry) >= document) break;
        if (best !== undefined && index.compare(entry, best) >= 0) break;
        if (likenessOf(index, entry, words) < least) continue;
        best = entry;
        break;
      }
    }
    if (best === undefined) return undefined;
    return { document: index.documentOf(best), position: index.positionOf(best) };
  }

  /**
   * Documents after a place whose texts may be judged otherwise when a text like this comes or
   * goes there: those at least so alike, and those as alike to a text that it pushes out of the
   * part of a long list that is compared, or lets into it.
   */
  later({ document, position }: Place, sketch: Sketch, least: number): ReadonlySet<number> {
    const words = wordsOf(sketch);
    const index = this.#lazy.with(words);
    const found = new Set<number>();
    for (let band = 0; band < BANDS; band++) {
      const list: number[] = [];
      let before = 0;
      const word = words[band] as number;
      const last = index.ringOf(word, band);
      for (
        let link = index.first(last, word, band);
        link !== NONE;
        link = index.after(link, last)
      ) {
        const entry = index.entryOf(link);
        const other = index.documentOf(entry);
        if (other < document || (other === document && index.positionOf(entry) < position)) {
          before += 1;
        }
        if (before >= MAX_COMPARED) break; // nobody looks so far
        list.push(entry);
      }
      if (before >= MAX_COMPARED) continue;
      const atEdge = list
        .slice(MAX_COMPARED - 1, MAX_COMPARED + 1)
        .map((entry) => sketchAt(index, entry));
      for (const entry of list) {
        const other = index.documentOf(entry);
        if (other <= document) continue;
        const isNear = [words, ...atEdge].some((one) => likenessOf(index, entry, one) >= least);
        if (isNear) found.add(other);
      }
    }
    return found;
  }
}

/** Writes the words of a sketch that begins at a byte. */
export function readSketch(bytes: Uint8Array, from: number, words: Uint32Array): void {
  for (let band = 0; band < BANDS; band++) {
    const at = from + band * BAND_BYTES;
    const [one, two] = [bytes[at] as number, bytes[at + 1] as number];
    const [three, four] = [bytes[at + 2] as number, bytes[at + 3] as number];
    words[band] = (one << 24) | (two << 16) | (three << 8) | four;
  }
}

function wordsOf(sketch: Sketch): Uint32Array {
  const words = new Uint32Array(BANDS);
  readSketch(sketch, 0, words);
  return words;
}

function sketchAt(index: PlaceIndex, entry: number): Uint32Array {
  return Uint32Array.from({ length: BANDS }, (_band, at) => index.wordOf(entry, at));
}

function likenessOf(index: PlaceIndex, entry: number, words: Uint32Array): number {
  let equal = 0;
  for (let band = 0; band < BANDS; band++) {
    const difference = index.wordOf(entry, band) ^ (words[band] as number);
    if (difference === 0) equal += BAND_BYTES;
    else equal += zeroBytes(difference);
  }
  return equal / SKETCH_BYTES;
}

function zeroBytes(word: number): number {
  return (
    (word & 0xff ? 0 : 1) +
    (word & 0xff00 ? 0 : 1) +
    (word & 0xff0000 ? 0 : 1) +
    (word & 0xff000000 ? 0 : 1)
  );
}
