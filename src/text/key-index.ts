import type { Fingerprint } from './fingerprint.js';
import type { KnownPlaces } from './known-places.js';
import { LazyPlaceIndex } from './lazy-place-index.js';
import { NONE, type EntryShape, type Place, type PlaceIndex } from './place-index.js';

/** What of a fingerprint is equal or not. */
export type Keys = Omit<Fingerprint, 'sketch'>;

/** A pair as it is found by its keys. */
export interface KeyedPlace extends Place {
  /** The first of its text is found by its sides too; repetitions are only counted. */
  readonly isFirst: boolean;
}

/**
 * What the index keeps of a pair: the low 32 bits of its three keys, by which it is found, and the
 * high 21 bits of each in two words more, see {@link packKeys}.
 */
export const KEY_SHAPE: EntryShape = { words: 5, bands: 3 };

const BAND = { pair: 0, zh: 1, en: 2 } as const;
type KeyName = keyof typeof BAND;
const TWO_32 = 0x1_0000_0000;
const HIGH_BITS = 21;
const HIGH_MASK = (1 << HIGH_BITS) - 1;
/** Bits of the high part of the Chinese key that stand beside that of the pair. */
const BESIDE = 32 - HIGH_BITS;

/**
 * Finds pairs that say the same, or whose Chinese or English does, in the order of a corpus.
 * Takes about 50 bytes a pair.
 */
export class KeyIndex {
  readonly #lazy: LazyPlaceIndex;

  /** @param known - pairs it begins with, of {@link KEY_SHAPE}, positions as {@link positionFor} */
  constructor(known?: KnownPlaces) {
    this.#lazy = new LazyPlaceIndex(KEY_SHAPE, known);
  }

  /** Takes a pair in. */
  add(place: KeyedPlace, keys: Keys): void {
    this.#lazy.add(inIndex(place), packKeys(heldKeys(place, keys)));
  }

  /** Takes a pair out; does nothing if it is not there. */
  remove(place: KeyedPlace, keys: Keys): void {
    this.#lazy.remove(inIndex(place), packKeys(heldKeys(place, keys)));
  }

  /** The first pair before a document that is the first of its text and says the same. */
  find(pair: number, before: number): Place | undefined {
    for (const { document, position } of this.#with('pair', pair)) {
      if (document >= before) return undefined;
      if (position % 2 === 1) return { document, position: (position - 1) / 2 };
    }
    return undefined;
  }

  /** Documents before one that hold a pair saying the same, counted up to `most`. */
  documents(pair: number, before: number, most: number): number {
    const found = new Set<number>();
    for (const { document } of this.#with('pair', pair)) {
      if (document >= before || found.size === most) break;
      found.add(document);
    }
    return found.size;
  }

  /** Pairs before a document with this text on one side and another on the other, counted up to `most`. */
  translations(side: 'zh' | 'en', keys: Keys, before: number, most: number): number {
    const found = new Set<number>();
    const key = keys[side];
    if (key === undefined) return 0;
    for (const { document, pair } of this.#with(side, key)) {
      if (document >= before || found.size === most) break;
      if (pair !== keys.pair) found.add(pair);
    }
    return found.size;
  }

  /** Documents after one that hold a pair saying the same. */
  *later(pair: number, after: number): Iterable<number> {
    for (const { document } of this.#with('pair', pair)) if (document > after) yield document;
  }

  /**
   * Documents after one for which a count up to `most` may come out otherwise when something with
   * this key came or went there: of documents that hold the pair, of pairs that hold the side.
   *
   * @param changed - how many came or went, where nobody asks for more of a count than whether it
   *   reaches `most`: if it cannot, there are none
   */
  *laterCounting(
    name: KeyName,
    key: number,
    after: number,
    most: number,
    changed = Infinity,
  ): Iterable<number> {
    const counted = new Set<number>();
    if (changed !== Infinity) {
      for (const { document, pair } of this.#with(name, key)) {
        counted.add(name === 'pair' ? document : pair);
        if (counted.size + changed > most) break;
      }
      // The one that asks is among them, and is not counted.
      if (counted.size + changed <= most) return;
      counted.clear();
    }
    let last = Infinity;
    for (const { document, pair } of this.#with(name, key)) {
      if (document > last) return;
      if (last === Infinity) {
        counted.add(name === 'pair' ? document : pair);
        // Two more: the one that comes or goes, and the one that asks, which is not counted itself.
        if (counted.size === most + 2) last = document;
      }
      if (document > after) yield document;
    }
  }

  /** Everything with a key, in order of the corpus. */
  *#with(name: KeyName, key: number): Iterable<Place & { readonly pair: number }> {
    const band = BAND[name];
    const word = key % TWO_32;
    const asked = new Uint32Array(KEY_SHAPE.words);
    asked[band] = word;
    const index = this.#lazy.with(asked);
    const last = index.ringOf(word, band);
    for (let link = index.first(last, word, band); link !== NONE; link = index.after(link, last)) {
      const entry = index.entryOf(link);
      if (keyAt(index, entry, name) !== key) continue;
      yield {
        document: index.documentOf(entry),
        position: index.positionOf(entry),
        pair: keyAt(index, entry, 'pair'),
      };
    }
  }
}

/** A position and whether the pair is the first of its text in one number, which keeps the order. */
export function positionFor({ position, isFirst }: Omit<KeyedPlace, 'document'>): number {
  return 2 * position + (isFirst ? 1 : 0);
}

/** The words of {@link KEY_SHAPE}; a key that is not there is all zeros, no other has such a low half. */
export function packKeys({ pair, zh = 0, en = 0 }: Keys): Uint32Array {
  const zhHigh = Math.floor(zh / TWO_32);
  return Uint32Array.of(
    pair % TWO_32,
    zh % TWO_32,
    en % TWO_32,
    Math.floor(pair / TWO_32) | (zhHigh << HIGH_BITS),
    Math.floor(en / TWO_32) | ((zhHigh >>> BESIDE) << HIGH_BITS),
  );
}

/** Undoes {@link packKeys}. */
export function unpackKeys(words: Uint32Array): Keys {
  const [zh, en] = [keyIn(words, 'zh'), keyIn(words, 'en')];
  return {
    pair: keyIn(words, 'pair'),
    ...(zh === 0 ? {} : { zh }),
    ...(en === 0 ? {} : { en }),
  };
}

function keyIn(words: Uint32Array, name: KeyName): number {
  return keyOf(name, words[BAND[name]] as number, words[3] as number, words[4] as number);
}

function keyAt(index: PlaceIndex, entry: number, name: KeyName): number {
  const low = index.wordOf(entry, BAND[name]);
  return keyOf(name, low, index.wordOf(entry, 3), index.wordOf(entry, 4));
}

function keyOf(name: KeyName, low: number, one: number, other: number): number {
  if (name === 'pair') return (one & HIGH_MASK) * TWO_32 + low;
  if (name === 'en') return (other & HIGH_MASK) * TWO_32 + low;
  return ((one >>> HIGH_BITS) | ((other >>> HIGH_BITS) << BESIDE)) * TWO_32 + low;
}

function inIndex(place: KeyedPlace): Place {
  return { document: place.document, position: positionFor(place) };
}

function heldKeys({ isFirst }: KeyedPlace, keys: Keys): Keys {
  return isFirst ? keys : { pair: keys.pair };
}
