import type { Lexicon } from '../../lexicon/index.js';
import { isFunctionWordEn, stemEn } from '../../text/index.js';

/** What is known of an English word as it is spelt. */
export interface WordFacts {
  /** Stem number in the lexicon, −1 if the lexicon has no such stem. */
  readonly stem: number;
  /** Number of the word itself, from 1: equal words have equal numbers. */
  readonly id: number;
  readonly isFunction: boolean;
  /** Begins with a capital letter. */
  readonly isCapital: boolean;
  readonly lower: string;
}

/** Words remembered; natural text repeats its words. */
const MEMORY = 100_000;

/** Looks English words up, each only once while it is remembered. */
export class WordTable {
  readonly #stemId: ReadonlyMap<string, number>;
  readonly #known = new Map<string, WordFacts>();

  constructor(lexicon: Lexicon) {
    this.#stemId = lexicon.stemId;
  }

  look(word: string): WordFacts {
    const found = this.#known.get(word);
    if (found !== undefined) return found;
    if (this.#known.size >= MEMORY) this.#known.clear();
    const facts = this.#read(word);
    this.#known.set(word, facts);
    return facts;
  }

  #read(word: string): WordFacts {
    const lower = word.toLowerCase();
    const code = word.charCodeAt(0);
    return {
      stem: this.#stemId.get(stemEn(word)) ?? -1,
      id: hashWord(lower),
      isFunction: isFunctionWordEn(word),
      isCapital: (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde),
      lower,
    };
  }
}

/** FNV-1a over the UTF-16 units, 31 bits, never 0. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 1) | 1;
}
