import type { Lexicon } from '../../lexicon/index.js';

/** Most syllables one English word of a name may spell (Xiaoping, Zhaoxu). */
const MAX_SYLLABLES = 3;
/** Words whose syllables are remembered. */
const MEMORY = 20_000;

/** Finds English words that spell Chinese characters in toneless pinyin. */
export class NameFinder {
  readonly #numbers = new Map<string, number>();
  readonly #readings = new Map<number, readonly number[]>();
  readonly #cuts = new Map<string, readonly (readonly number[])[]>();

  constructor(lexicon: Lexicon) {
    for (const [unit, readings] of lexicon.readings) {
      this.#readings.set(
        unit,
        readings.map((reading) => this.#number(reading)),
      );
    }
  }

  #number(syllable: string): number {
    const known = this.#numbers.get(syllable);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(syllable, number);
    return number;
  }

  /** Whether a word, in lower case, could be pinyin of one to three syllables. */
  maySpell(lower: string): boolean {
    return this.#cutsOf(lower).length > 0;
  }

  /**
   * Place of the characters that a word spells.
   *
   * @param codes - Chinese text as the lexicon spells it, UTF-16 units; `size` of them are in use
   * @returns first match as start and length in characters, or `undefined`
   */
  find(
    lower: string,
    codes: Uint16Array,
    size: number,
  ): { start: number; length: number } | undefined {
    for (const cut of this.#cutsOf(lower)) {
      const last = size - cut.length;
      for (let start = 0; start <= last; start++) {
        if (this.#spells(codes, start, cut)) return { start, length: cut.length };
      }
    }
    return undefined;
  }

  #spells(codes: Uint16Array, start: number, cut: readonly number[]): boolean {
    for (let index = 0; index < cut.length; index++) {
      const readings = this.#readings.get(codes[start + index] as number);
      if (readings?.includes(cut[index] as number) !== true) return false;
    }
    return true;
  }

  #cutsOf(lower: string): readonly (readonly number[])[] {
    const known = this.#cuts.get(lower);
    if (known !== undefined) return known;
    if (this.#cuts.size >= MEMORY) this.#cuts.clear();
    const cuts: number[][] = [];
    if (lower.length >= 2 && lower.length <= 18) this.#cut(lower, 0, [], cuts);
    this.#cuts.set(lower, cuts);
    return cuts;
  }

  #cut(word: string, from: number, taken: readonly number[], cuts: number[][]): void {
    if (from === word.length) {
      cuts.push([...taken]);
      return;
    }
    if (taken.length === MAX_SYLLABLES) return;
    for (let to = Math.min(word.length, from + 6); to > from; to--) {
      const syllable = this.#numbers.get(word.slice(from, to));
      if (syllable !== undefined) this.#cut(word, to, [...taken, syllable], cuts);
    }
  }
}
