import { childOf, NO_NODE, type Kin, type Lexicon } from '../../lexicon/index.js';
import { CLASS, characterClasses } from './characters.js';
import { chanceTables, type ChanceTables } from './chance.js';
import { englishWords, MAX_WORDS, readWords, unknownness, type EnglishWords } from './english.js';
import { GrammarReader } from './grammar.js';
import { LINK, Links } from './links.js';
import { NameMatcher } from './name-matching.js';
import { PRESENT, StemIndex } from './stem-index.js';
import { WORD, WordTable } from './word-table.js';

/** Chinese characters read of one side. */
export const MAX_CHARACTERS = 4_096;

/** What a character of the Chinese side is. */
export const HAN = { none: 0, content: 1, grammar: 2 } as const;

/** A sense of more words than this says little about each of them: weight 1/√n. */
const CLEAR_SENSE = 0.57;
/** Nats by which links of each kind are worth less than a sure one. */
const DOUBT_STRONG = 0.8;
const DOUBT_FAMILY = 1.5;
const DOUBT_WEAK = 1.6;
const DOUBT_KIN = 0.7;
/** Bits of a character that tell most of them apart. */
const MAYBE = 0xfff;
/** Characters between two Latin words that follow each other. */
const NEAR = 2;
/** Smallest chance of an accident. */
const LEAST_CHANCE = 1e-4;

/** Finds which words of the two sides answer to each other; one pair at a time. */
export class WordMatcher {
  readonly chance: ChanceTables;
  readonly kin: Kin;
  /** Words of grammar of both sides. */
  readonly grammar: GrammarReader;
  readonly words: EnglishWords = englishWords();
  readonly links = new Links(MAX_WORDS, MAX_CHARACTERS);
  /** {@link HAN} of every character. */
  readonly han = new Uint8Array(MAX_CHARACTERS);
  /** The Chinese side as the lexicon spells it. */
  readonly codes = new Uint16Array(MAX_CHARACTERS);
  /** Characters in use. */
  length = 0;
  /** Words of the two sides that have a meaning, Han characters, and rare ones of those. */
  enContent = 0;
  zhWords = 0;
  zhCharacters = 0;
  rare = 0;
  /**
   * Latin words in the Chinese, those the English has too, the letters of names among these
   * (words that are no plain English), and English words of grammar.
   */
  latinInZh = 0;
  latinShared = 0;
  sharedNameLetters = 0;
  grammarInZh = 0;
  /** Words without a capital in the longest run of Latin words in the Chinese. */
  longestInZh = 0;
  /** Share of {@link EnglishWords.unknown} that the Chinese side has as well. */
  unknownShared = 0;
  readonly #lexicon: Lexicon;
  readonly #table: WordTable;
  readonly #stems: StemIndex;
  readonly #names: NameMatcher;
  readonly #latin = englishWords();
  /** First place of each character of meaning, −1 without one, and the next place of the same. */
  readonly #first = new Int32Array(0x10000).fill(-1);
  readonly #next = new Int32Array(MAX_CHARACTERS);
  /** 1 where some character of meaning ends in these bits: small, so asked first. */
  readonly #maybe = new Uint8Array(MAYBE + 1);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.chance = chanceTables(lexicon);
    this.kin = lexicon.kin;
    this.grammar = new GrammarReader(lexicon);
    this.#table = new WordTable(lexicon, (lower) => this.grammar.enSetOf(lower));
    this.#stems = new StemIndex(lexicon);
    this.#names = new NameMatcher(lexicon);
  }

  /** Names spelt in pinyin or by sound that were found, and pinyin that was not. */
  get names(): NameMatcher {
    return this.#names;
  }

  match(zh: string, en: string): void {
    readWords(en, this.#table, this.words);
    this.#readGrammar();
    this.enContent = this.#stems.index(this.words);
    this.length = Math.min(zh.length, MAX_CHARACTERS);
    for (let at = 0; at < this.length; at++) {
      this.codes[at] = this.#lexicon.fold[zh.charCodeAt(at)] as number;
    }
    this.links.clear();
    this.#matchLatin(zh);
    this.#matchHan();
    this.#matchKin();
    this.#names.match(this.words, this.codes, this.length, this.links);
    this.links.choose(this.words.size, this.length, this.words.id);
    this.unknownShared = 0;
    for (let at = 0; at < this.words.size; at++) {
      if (this.links.kindOf(at) === LINK.latin) this.unknownShared += unknownness(this.words, at);
    }
  }

  #readGrammar(): void {
    const { grammar, size, isDenied } = this.words;
    this.grammar.clear();
    for (let at = 0; at < size; at++) {
      if (grammar[at] !== 0) this.grammar.addEn(grammar[at] as number);
    }
    if (isDenied) this.grammar.addEn(this.grammar.enSetOf('not'));
  }

  #matchHan(): void {
    const { trie } = this.#lexicon;
    const { root, stop, rare } = this.chance;
    const classes = characterClasses();
    const codes = this.codes;
    const { zhSet } = this.grammar;
    /** Words behind which words of grammar are looked for: 他 in 其他 is not he. */
    let covered = 0;
    this.han.fill(HAN.none, 0, this.length);
    this.zhWords = 0;
    this.zhCharacters = 0;
    this.rare = 0;
    for (let at = 0; at < this.length; at++) {
      const code = codes[at] as number;
      if (classes[code] !== CLASS.han) continue;
      this.zhCharacters += 1;
      this.rare += rare[code] as number;
      let node = root[code] as number;
      const own = node === NO_NODE ? -1 : (trie.key[node] as number) - 1;
      if (own >= 0) this.#matchUnit(own, at, 1);
      if (this.han[at] === HAN.none) {
        this.han[at] = own >= 0 && stop[own] === 1 ? HAN.grammar : HAN.content;
      }
      let set = own < 0 ? 0 : (zhSet[own] as number);
      let last = at + 1;
      if (at + 1 < this.length && !this.chance.beginsWord(code, codes[at + 1] as number))
        node = NO_NODE;
      for (let end = at + 1; node !== NO_NODE && end < this.length; end++) {
        node = childOf(trie, node, codes[end] as number);
        const unit = node === NO_NODE ? -1 : (trie.key[node] as number) - 1;
        if (unit < 0) continue;
        this.zhWords += 1;
        if (zhSet[unit] !== 0) set = zhSet[unit] as number;
        last = end + 1;
        this.#matchUnit(unit, at, end + 1 - at);
      }
      if (at < covered) continue;
      if (set !== 0) this.grammar.addZh(set);
      covered = last;
    }
  }

  /** Offers the characters that translations of a word tend to hold, whatever word they are in. */
  #matchKin(): void {
    const codes = this.codes;
    const maybe = this.#maybe;
    const { usual, start, character, chance } = this.kin;
    for (let at = this.length - 1; at >= 0; at--) {
      if (this.han[at] !== HAN.content) continue;
      const code = codes[at] as number;
      this.#next[at] = this.#first[code] as number;
      this.#first[code] = at;
      maybe[code & MAYBE] = 1;
    }
    for (let word = 0; word < this.words.size; word++) {
      if (((this.words.flags[word] as number) & WORD.isFunction) !== 0) continue;
      const stem = this.words.stem[word] as number;
      if (stem < 0) continue;
      const last = start[stem + 1] as number;
      for (let at = start[stem] as number; at < last; at++) {
        const code = character[at] as number;
        if (maybe[code & MAYBE] === 0) continue;
        let place = this.#first[code] as number;
        if (place < 0) continue;
        const accident = -Math.expm1(-this.zhCharacters * (usual[code] as number));
        const gain = Math.log((chance[at] as number) / accident) - DOUBT_KIN;
        for (; place >= 0; place = this.#next[place] as number) {
          this.links.propose(word, place, 1, LINK.kin, gain, this.#offset(word, place, 1));
        }
      }
    }
    for (let at = 0; at < this.length; at++) {
      const code = codes[at] as number;
      this.#first[code] = -1;
      maybe[code & MAYBE] = 0;
    }
  }

  /** Offers every English word that the dictionary gives for a Chinese one. */
  #matchUnit(unit: number, at: number, length: number): void {
    const { start, stem, weight, trust } = this.#lexicon;
    const { present } = this.#stems;
    const end = start[unit + 1] as number;
    let odds = Number.NaN;
    for (let entry = start[unit] as number; entry < end; entry++) {
      const id = stem[entry] as number;
      const standing = present[id] as number;
      if (standing === PRESENT.none) continue;
      const isOwn = standing === PRESENT.own;
      if (!isOwn && length === 1) continue;
      let word = isOwn ? this.#stems.first(id) : this.#stems.firstRelative(id);
      if (Number.isNaN(odds)) odds = this.#oddsOf(unit);
      const isStrong = isOwn && length > 1 && (weight[entry] as number) >= CLEAR_SENSE;
      let kind: number = isStrong ? LINK.strong : isOwn ? LINK.weak : LINK.family;
      let doubt = isStrong ? DOUBT_STRONG : isOwn ? DOUBT_WEAK : DOUBT_FAMILY;
      const own = trust === undefined || !isOwn ? 0 : (trust[entry] as number);
      if (own > 0 && -Math.log(own) < doubt) [kind, doubt] = [LINK.learned, -Math.log(own)];
      const gain = odds - doubt;
      while (word >= 0) {
        this.links.propose(word, at, length, kind, gain, this.#offset(word, at, length));
        word = isOwn ? this.#stems.next(word) : this.#stems.nextRelative(word);
      }
    }
    if (Number.isNaN(odds) && length > 1 && this.chance.stop[unit] === 1) {
      this.han.fill(HAN.grammar, at, at + length);
    }
  }

  /** −ln of the chance that some English word is among a unit's translations by accident. */
  #oddsOf(unit: number): number {
    const chance = -Math.expm1(-this.enContent * (this.chance.reach[unit] as number));
    return -Math.log(Math.max(LEAST_CHANCE, chance));
  }

  #offset(word: number, at: number, length: number): number {
    return Math.abs((word + 0.5) / this.words.size - (at + length / 2) / this.length);
  }

  /** Latin words inside the Chinese answer to the same words in English. */
  #matchLatin(zh: string): void {
    readWords(zh, this.#table, this.#latin);
    const { size, id, start, lower, flags, stem } = this.#latin;
    this.latinInZh = size;
    this.latinShared = 0;
    this.sharedNameLetters = 0;
    this.grammarInZh = 0;
    this.longestInZh = 0;
    let [run, from] = [0, 0];
    for (let at = 0; at < size; at++) {
      const isGrammar = ((flags[at] as number) & WORD.isFunction) !== 0;
      const isCapital = ((flags[at] as number) & WORD.isCapital) !== 0;
      if (isGrammar && !isCapital) this.grammarInZh += 1;
      if ((start[at] as number) - from > NEAR) run = 0;
      from = (start[at] as number) + (lower[at] ?? '').length;
      if (!isCapital) run += 1;
      this.longestInZh = Math.max(this.longestInZh, run);
      const word = this.words.id.subarray(0, this.words.size).indexOf(id[at] as number);
      if (word < 0) continue;
      this.latinShared += 1;
      const { length } = lower[at] ?? '';
      if (!isGrammar && (isCapital || (stem[at] as number) < 0)) this.sharedNameLetters += length;
      const place = start[at] as number;
      if (place + length > this.length) continue;
      for (let same = word; same < this.words.size; same++) {
        if (this.words.id[same] !== id[at]) continue;
        const off = this.#offset(same, place, length);
        this.links.propose(same, place, length, LINK.latin, 6, off);
      }
    }
  }
}
