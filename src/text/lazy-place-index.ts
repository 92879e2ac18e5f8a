import type { KnownPlaces } from './known-places.js';
import { PlaceIndex, type EntryShape, type Place } from './place-index.js';

/** Share of what is known from before that is asked for one by one, before all goes into the index. */
const MOST_MOVED = 0.25;

/**
 * A {@link PlaceIndex} over many texts known from before, of which few will be asked for: it takes in
 * only those that share a band with what is asked. Answers are those of the whole index.
 */
export class LazyPlaceIndex {
  readonly #index: PlaceIndex;
  readonly #bands: number;
  #known: KnownPlaces | undefined;
  #moved = 0;

  /** @param known - ascending by place, of the same shape */
  constructor(shape: EntryShape, known?: KnownPlaces) {
    this.#index = new PlaceIndex(shape);
    this.#bands = shape.bands;
    if (known !== undefined && known.size > 0) this.#known = known;
  }

  /** See {@link PlaceIndex.add}. */
  add(place: Place, words: Uint32Array): void {
    this.#index.add(place, words);
  }

  /** See {@link PlaceIndex.remove}. */
  remove(place: Place, words: Uint32Array): void {
    this.#known?.forget(place);
    this.#index.remove(place, words);
  }

  /** The index, with all texts that have one of these words; a word of 0 is none. */
  with(words: Uint32Array): PlaceIndex {
    for (let band = 0; band < this.#bands && this.#known !== undefined; band++) {
      const word = words[band] as number;
      if (word !== 0) this.#moved += this.#known.moveSome(word, band, this.#index);
    }
    const known = this.#known;
    if (known !== undefined && this.#moved > MOST_MOVED * known.size) {
      known.moveAll(this.#index);
      this.#known = undefined;
    }
    return this.#index;
  }
}
