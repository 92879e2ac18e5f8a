import { unitOf, type Lexicon } from '../../lexicon/index.js';
import { GRAMMAR_CLASSES, grammarEn, grammarZh } from './grammar-words.js';
import { GRAMMAR } from './grammar.generated.js';

/** How a class of words of grammar is met, see `scripts/fit-grammar.ts`. */
export interface GrammarWeight {
  /** Times an English word of a text that has nothing to do with the Chinese is of the class. */
  readonly usual: number;
  /** The same where the Chinese, whose translation it is, has no word of the class. */
  readonly unasked: number;
  /** Chance that a word of the class in Chinese is said in English by one of the class. */
  readonly answered: number;
}

/** Longer texts hold every class anyway. */
const MOST_WORDS = 64;
/** Which sides have a class, as bits. */
const EN = 1;
const ZH = 2;
const BOTH = 3;
const BITS = 4;

/** What words of grammar say for a pair, in nats above two unrelated texts. */
export interface GrammarFacts {
  /** Of classes that both sides have. */
  readonly agreed: number;
  /** Of classes that only one side has. */
  readonly oneSided: number;
  /** Classes that some side has. */
  readonly count: number;
}

/** Weighs which classes of words of grammar the two sides have; one pair at a time. */
export class GrammarReader {
  /** Number of the set of classes of each unit of the lexicon, 0 for none. */
  readonly zhSet: Uint8Array;
  readonly #sets: (readonly number[])[] = [[]];
  readonly #enSets = new Map<string, number>();
  /** Bits {@link EN} and {@link ZH} of each class. */
  readonly sides = new Uint8Array(GRAMMAR_CLASSES);
  /** Float32 [classes][{@link MOST_WORDS}][{@link BITS}]. */
  readonly #nats: Float32Array;

  constructor(lexicon: Lexicon, weights: readonly GrammarWeight[] = GRAMMAR) {
    this.zhSet = new Uint8Array(lexicon.units);
    const numbers = new Map<string, number>();
    const numberOf = (classes: readonly number[]): number => {
      const key = classes.join();
      const number = numbers.get(key) ?? this.#sets.push(classes) - 1;
      numbers.set(key, number);
      return number;
    };
    for (const [word, classes] of grammarZh) {
      const unit = unitOf(lexicon, word);
      if (unit !== undefined) this.zhSet[unit] = numberOf(classes);
    }
    for (const [word, classes] of grammarEn) this.#enSets.set(word, numberOf(classes));
    this.#nats = natsOf(weights);
  }

  /** Number of the set of classes of an English word in lower case, 0 for none. */
  enSetOf(lower: string): number {
    return this.#enSets.get(lower) ?? 0;
  }

  clear(): void {
    this.sides.fill(0);
  }

  addEn(set: number): void {
    for (const one of this.#sets[set] ?? []) this.sides[one] = (this.sides[one] as number) | EN;
  }

  addZh(set: number): void {
    for (const one of this.#sets[set] ?? []) this.sides[one] = (this.sides[one] as number) | ZH;
  }

  /** @param words - of the English side */
  weigh(words: number): GrammarFacts {
    const row = Math.min(MOST_WORDS - 1, words) * BITS;
    let [agreed, oneSided, count] = [0, 0, 0];
    for (let one = 0; one < GRAMMAR_CLASSES; one++) {
      const sides = this.sides[one] as number;
      if (sides === 0) continue;
      const nats = this.#nats[one * MOST_WORDS * BITS + row + sides] as number;
      if (sides === BOTH) agreed += nats;
      else oneSided += nats;
      count += 1;
    }
    return { agreed, oneSided, count };
  }
}

/**
 * ln P(class in English | class in Chinese or not, a translation) − ln P(class in English | any
 * text), for texts of n words:
 *
 *     usual 1 − e^(−usual·n)      unasked 1 − e^(−unasked·n)      asked 1 − (1 − answered)·e^(−unasked·n)
 */
function natsOf(weights: readonly GrammarWeight[]): Float32Array {
  const nats = new Float32Array(GRAMMAR_CLASSES * MOST_WORDS * BITS);
  weights.forEach(({ usual, unasked, answered }, one) => {
    for (let n = 1; n < MOST_WORDS; n++) {
      const never = Math.exp(-usual * n);
      const not = Math.exp(-unasked * n);
      const at = (one * MOST_WORDS + n) * BITS;
      nats[at + EN] = Math.log((1 - not) / (1 - never));
      nats[at + ZH] = Math.log(((1 - answered) * not) / never);
      nats[at + BOTH] = Math.log((1 - (1 - answered) * not) / (1 - never));
    }
  });
  return nats;
}
