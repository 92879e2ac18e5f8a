import type { Lexicon } from '../../lexicon/index.js';
import type { EnglishWords } from './english.js';
import { LINK, type Links } from './links.js';
import { NameFinder } from './names.js';
import { SoundFinder } from './sounds.js';
import { WORD } from './word-table.js';

/** Shorter words may be anything: only longer ones are missed. */
const LONG_NAME = 4;
/** Letters of two syllables and more: Hunan. */
const PLACE_NAME = 5;
/** Worth of a name found, in nats: one syllable or two consonants fit easily. */
const WORTH_SHORT = 1;
const WORTH = 3;

/** Looks capitalised English words up in the Chinese, as pinyin and by their sound. */
export class NameMatcher {
  /** Names in pinyin that were found, and names found by their sound. */
  inPinyin = 0;
  bySound = 0;
  /** Names in pinyin that were not found, lower case. */
  missing: string[] = [];
  /** Places of dictionary words in pinyin that the characters do not spell: Guangzhou. */
  unspelt: number[] = [];
  readonly #isProper: Uint8Array;
  readonly #pinyin: NameFinder;
  readonly #sounds: SoundFinder;

  constructor(lexicon: Lexicon) {
    this.#isProper = lexicon.isProper;
    this.#pinyin = new NameFinder(lexicon);
    this.#sounds = new SoundFinder(lexicon);
  }

  /**
   * @param codes - Chinese text as the lexicon spells it; `size` units are in use
   */
  match(words: EnglishWords, codes: Uint16Array, size: number, links: Links): void {
    this.inPinyin = 0;
    this.bySound = 0;
    this.missing = [];
    this.unspelt = [];
    for (let at = 0; at < words.size; at++) {
      const flags = words.flags[at] as number;
      if ((flags & (WORD.isCapital | WORD.isFunction)) !== WORD.isCapital) continue;
      const word = words.lower[at] ?? '';
      const middle = (at + 0.5) / words.size;
      const spelt = this.#pinyin.find(word, codes, size);
      if (spelt !== undefined) {
        const off = Math.abs(middle - spelt.start / size);
        const worth = spelt.length === 1 ? WORTH_SHORT : WORTH;
        links.propose(at, spelt.start, spelt.length, LINK.pinyin, worth, off);
        this.inPinyin += 1;
        continue;
      }
      if (this.#isPlaceName(word, words.stem[at] as number)) this.unspelt.push(at);
      const skeleton = this.#sounds.skeletonOf(word);
      const heard = this.#sounds.find(skeleton, codes, size);
      if (heard !== undefined) {
        const off = Math.abs(middle - heard.start / size);
        const worth = skeleton.length === 2 ? WORTH_SHORT : WORTH;
        links.propose(at, heard.start, heard.length, LINK.sound, worth, off);
        this.bySound += 1;
      } else if (this.#isMissing(word, words.stem[at] as number)) this.missing.push(word);
    }
  }

  #isPlaceName(word: string, stem: number): boolean {
    return this.#isProper[stem] === 1 && word.length >= PLACE_NAME && this.#pinyin.maySpell(word);
  }

  #isMissing(word: string, stem: number): boolean {
    return stem < 0 && word.length >= LONG_NAME && this.#pinyin.maySpell(word);
  }
}
