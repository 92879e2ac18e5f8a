import { WordSet, type KnownTexts } from './known-texts.js';
import { BANDS, NearIndex, wordsOf, type Place } from './near-index.js';
import type { Sketch } from './sketch.js';

/** Searches through everything known before it is put into the index: a build that asks more is large. */
const MAX_SEARCHES = 24;

/**
 * A {@link NearIndex} over many texts known from before, of which few will be asked for: it takes in
 * only those that share a band with what is asked, found by a search through all, some hundredths
 * of a second for a million. Answers are those of the whole index.
 */
export class LazyNearIndex {
  readonly #index = new NearIndex();
  #known: KnownTexts | undefined;
  /** Bands and words whose lists in the index are whole. */
  readonly #whole = new WordSet();
  #searches = 0;

  /** @param texts - ascending by place */
  constructor(texts: KnownTexts) {
    if (texts.size > 0) this.#known = texts;
  }

  /** Says what will be asked: together it is found by one search. Texts of those documents, too. */
  foresee(sketches: Iterable<Sketch>, documents: Iterable<number> = []): void {
    const known = this.#known;
    if (known === undefined) return;
    const words = [...sketches].map(wordsOf);
    for (const document of documents) words.push(...known.wordsIn(document));
    this.#search(words);
  }

  /** See {@link NearIndex.add}. */
  add(place: Place, sketch: Sketch): void {
    this.#index.add(place, sketch);
  }

  /** See {@link NearIndex.remove}. */
  remove(place: Place, sketch: Sketch): void {
    this.#known?.forget(place);
    this.#index.remove(place, sketch);
  }

  /** See {@link NearIndex.find}. */
  find(document: number, sketch: Sketch, least: number): Place | undefined {
    this.#search([wordsOf(sketch)]);
    return this.#index.find(document, sketch, least);
  }

  /** See {@link NearIndex.later}. */
  later(place: Place, sketch: Sketch, least: number): ReadonlySet<number> {
    this.#search([wordsOf(sketch)]);
    return this.#index.later(place, sketch, least);
  }

  /** Makes the lists of these words whole. */
  #search(all: readonly Uint32Array[]): void {
    const known = this.#known;
    if (known === undefined) return;
    let fresh: WordSet | undefined; // it takes a megabyte
    for (const words of all) {
      for (let band = 0; band < BANDS; band++) {
        const word = words[band] as number;
        if (!this.#whole.add(word, band)) continue;
        fresh ??= new WordSet();
        fresh.add(word, band);
      }
    }
    if (fresh === undefined) return;
    this.#searches += 1;
    if (this.#searches <= MAX_SEARCHES) known.moveSome(fresh, this.#index);
    else {
      known.moveAll(this.#index);
      this.#known = undefined;
    }
  }
}
