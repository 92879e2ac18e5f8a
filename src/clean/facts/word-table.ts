import type { Lexicon } from '../../lexicon/index.js';
import { isFunctionWordEn, stemEn } from '../../text/index.js';

/** Properties of a word. */
export const WORD = { isFunction: 1, isCapital: 2, isFirst: 4 } as const;

/** Words remembered; natural text repeats its words. */
const MEMORY = 50_000;
const SLOTS = 1 << 17;

/** English words by number, each looked up only once while it is remembered. */
export class WordTable {
  /** Stem of each word in the lexicon, −1 where the lexicon has no such stem. */
  readonly stem = new Int32Array(MEMORY);
  /** A number that words of equal spelling share whatever their case, from 1. */
  readonly id = new Int32Array(MEMORY);
  /** Bits of {@link WORD}. */
  readonly flags = new Uint8Array(MEMORY);
  /** Numbers of sets of classes of grammar, see `GrammarReader`. */
  readonly grammar = new Uint8Array(MEMORY);
  /** Lower-case spellings. */
  readonly lower: string[] = [];
  readonly #spelling: string[] = [];
  readonly #stemId: ReadonlyMap<string, number>;
  readonly #grammarOf: (lower: string) => number;
  /** Int32 [SLOTS]: number of a word + 1 where its hash says, or at the next free place. */
  readonly #slots = new Int32Array(SLOTS);

  /** @param grammarOf - number of the set of classes of grammar of a word in lower case */
  constructor(lexicon: Lexicon, grammarOf: (lower: string) => number) {
    this.#stemId = lexicon.stemId;
    this.#grammarOf = grammarOf;
  }

  /**
   * Number of the word `text.slice(from, to)`, good until the next word is looked up.
   *
   * @param hash - of its UTF-16 units: {@link FIRST_HASH}, then {@link nextHash} for each
   */
  look(text: string, from: number, to: number, hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    for (;;) {
      const word = (this.#slots[slot] as number) - 1;
      if (word < 0) break;
      if (stands(this.#spelling[word] ?? '', text, from, to)) return word;
      slot = (slot + 1) & (SLOTS - 1);
    }
    if (this.#spelling.length >= MEMORY) {
      this.#forget();
      slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    }
    const word = this.#read(copyOf(text, from, to));
    this.#slots[slot] = word + 1;
    return word;
  }

  #forget(): void {
    this.#slots.fill(0);
    this.#spelling.length = 0;
    this.lower.length = 0;
  }

  #read(word: string): number {
    const lower = word.toLowerCase();
    const code = word.charCodeAt(0);
    const isCapital = (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde);
    const at = this.#spelling.push(word) - 1;
    this.lower.push(lower);
    this.stem[at] = this.#stemId.get(stemEn(word)) ?? -1;
    this.id[at] = hashWord(lower);
    this.grammar[at] = this.#grammarOf(lower);
    this.flags[at] =
      (isFunctionWordEn(word) ? WORD.isFunction : 0) | (isCapital ? WORD.isCapital : 0);
    return at;
  }
}

/** FNV-1a over UTF-16 units. */
export const FIRST_HASH = 0x811c9dc5;

/** See {@link FIRST_HASH}. */
export function nextHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** 31 bits, never 0. */
function hashWord(word: string): number {
  let hash = FIRST_HASH;
  for (let at = 0; at < word.length; at++) hash = nextHash(hash, word.charCodeAt(at));
  return (hash >>> 1) | 1;
}

function stands(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at++) {
    if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  }
  return true;
}

/** A string of its own: a slice would keep the whole text in memory. */
function copyOf(text: string, from: number, to: number): string {
  return Buffer.from(text.slice(from, to), 'utf16le').toString('utf16le');
}
