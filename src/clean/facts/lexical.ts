import { foldZh, type Lexicon } from '../../lexicon/index.js';
import { CLASS, characterClasses } from './characters.js';
import { MAX_WORDS } from './english.js';
import { weighChinese, weighEnglish, type Evidence } from './evidence.js';
import { GapFinder, type Gap } from './gap.js';
import type { GrammarFacts } from './grammar.js';
import { LINK } from './links.js';
import { MAX_CHARACTERS, WordMatcher } from './matching.js';
import { namesHeard, namesUntold } from './names-untold.js';
import { NearSounds } from './near-sounds.js';
import {
  readSequence,
  readWordSequence,
  type Repetition,
  RepetitionCounter,
} from './repetition.js';
import { weightTables, type WeightTables, type WordWeights } from './word-weights.js';

/** How the words of the two sides answer to each other. */
export interface LexicalFacts {
  /** Evidence of English content words, and of Chinese characters. */
  readonly en: Evidence;
  readonly zh: Evidence;
  /** What words of grammar say. */
  readonly grammar: GrammarFacts;
  /** The stretches of each side that most likely have no counterpart. */
  readonly enGap: Gap;
  readonly zhGap: Gap;
  /**
   * How much nearer to each other the places of linked words come when that stretch is taken
   * away, weighed by what the links say; and mean place of linked words in en less that in zh.
   */
  readonly enGapOrder: number;
  readonly zhGapOrder: number;
  readonly shift: number;
  /**
   * How well the linked words keep their order: mean of 0.28 − |place in zh − place in en|,
   * weighed by what they say; 0.28 at best, about 0 by chance.
   */
  readonly order: number;
  /**
   * Words of grammar among all English words, and words that the dictionary and the Chinese side
   * lack; a capitalised one, maybe a name, is 0.4.
   */
  readonly functions: number;
  readonly unknown: number;
  readonly words: number;
  /** Names found on the other side, in pinyin and by their sound; pinyin that was not. */
  readonly namesFound: number;
  readonly soundsFound: number;
  readonly namesMissing: readonly string[];
  /** Names that the dictionary knows, with no word for them on the other side. */
  readonly namesUntold: readonly string[];
  /** Names of these two kinds that some characters may be telling by their sound. */
  readonly namesHeard: readonly string[];
  /**
   * Latin words in the Chinese, those of them the English has too, the letters of names among
   * these (words that are no plain English), and English words of grammar in the Chinese.
   */
  readonly latinInZh: number;
  readonly latinShared: number;
  readonly sharedNameLetters: number;
  readonly grammarInZh: number;
  /** Words without a capital in the longest run of Latin words in the Chinese. */
  readonly longestInZh: number;
  /**
   * Han characters of the English side that do not stand in the Chinese, and those of whole
   * clauses that do: what was not translated.
   */
  readonly hanInEnOnly: number;
  readonly hanCopied: number;
  /** Rare Han characters, as wrong decoding produces them. */
  readonly rareHan: number;
  readonly zhRepetition: Repetition;
  readonly enRepetition: Repetition;
}

/** Mean distance of two places in a text that have nothing to do with each other, about. */
const BY_CHANCE = 0.28;

/** Compares the words of pairs; holds scratch memory, so one pair at a time. */
export class LexicalReader {
  readonly #lexicon: Lexicon;
  readonly #matcher: WordMatcher;
  #near: NearSounds | undefined;
  readonly #gaps = new GapFinder();
  readonly #repetition = new RepetitionCounter();
  readonly #enNats = new Float32Array(MAX_WORDS);
  readonly #zhNats = new Float32Array(MAX_CHARACTERS);
  readonly #weights: WeightTables;

  constructor(lexicon: Lexicon, weights: WordWeights) {
    this.#lexicon = lexicon;
    this.#weights = weightTables(lexicon, weights);
    this.#matcher = new WordMatcher(lexicon);
  }

  /**
   * @param lengths - of the two sides, see `lengthOfZh`
   */
  read(
    zh: string,
    en: string,
    lengths: { readonly zh: number; readonly en: number },
  ): LexicalFacts {
    const matcher = this.#matcher;
    matcher.match(zh, en);
    const { words, names } = matcher;
    const namesMissing = notIn(zh, names.missing);
    const untold = notIn(zh, namesUntold(matcher, this.#lexicon, zh));
    const [enNats, zhNats] = [this.#enNats, this.#zhNats];
    const enEvidence = weighEnglish(matcher, this.#weights, enNats);
    const zhEvidence = weighChinese(matcher, this.#weights, enNats, zhNats);
    const enGap = this.#gaps.inEnglish(en, words, enNats, lengths);
    const zhGap = this.#gaps.inChinese(zh, matcher.length, zhNats, lengths);
    return {
      en: enEvidence,
      zh: zhEvidence,
      grammar: matcher.grammar.weigh(words.size),
      enGap,
      zhGap,
      enGapOrder: this.#orderWithout(0, 0, enGap.from, enGap.to),
      zhGapOrder: this.#orderWithout(zhGap.from, zhGap.to, 0, 0),
      shift: this.#shift(),
      order: this.#order(),
      functions: words.functions,
      unknown: words.unknown - matcher.unknownShared,
      words: words.size,
      namesFound: names.inPinyin,
      soundsFound: names.bySound,
      namesMissing,
      namesUntold: untold,
      namesHeard: this.#namesHeard(zh, [...namesMissing, ...untold]),
      latinInZh: matcher.latinInZh,
      latinShared: matcher.latinShared,
      sharedNameLetters: matcher.sharedNameLetters,
      grammarInZh: matcher.grammarInZh,
      rareHan: matcher.rare,
      longestInZh: matcher.longestInZh,
      ...hanInEnglish(en, zh),
      zhRepetition: readSequence(zh, this.#repetition),
      enRepetition: readWordSequence(en, words, this.#repetition),
    };
  }

  #namesHeard(zh: string, names: readonly string[]): readonly string[] {
    if (names.length === 0) return names;
    this.#near ??= new NearSounds(this.#lexicon);
    return namesHeard(this.#matcher, this.#near, foldZh(this.#lexicon, zh), names);
  }

  #orderWithout(zhFrom: number, zhTo: number, enFrom: number, enTo: number): number {
    const { words, links, length } = this.#matcher;
    const zhGone = zhTo - zhFrom;
    const enGone = enTo - enFrom;
    if (zhGone + enGone <= 0) return 0;
    let sum = 0;
    for (let at = 0; at < words.size; at++) {
      const begin = links.placeOf(at);
      if (begin < 0) continue;
      const weight = this.#enNats[at] as number;
      if (weight <= 0) continue;
      const place = begin + links.lengthOf(at) / 2;
      if ((place >= zhFrom && place < zhTo) || (at >= enFrom && at < enTo)) continue;
      const before = Math.abs((at + 0.5) / words.size - place / length);
      const en = (at + 0.5 - (at >= enTo ? enGone : 0)) / (words.size - enGone);
      const zh = (place - (place >= zhTo ? zhGone : 0)) / (length - zhGone);
      sum += Math.min(0.5, before) - Math.min(0.5, Math.abs(en - zh));
    }
    return sum;
  }

  #shift(): number {
    const { words, links, length } = this.#matcher;
    let [sum, total] = [0, 0];
    for (let at = 0; at < words.size; at++) {
      const begin = links.placeOf(at);
      if (begin < 0) continue;
      const weight = this.#enNats[at] as number;
      if (weight <= 0) continue;
      sum += weight * ((at + 0.5) / words.size - (begin + links.lengthOf(at) / 2) / length);
      total += weight;
    }
    return sum / (total + 4);
  }

  #order(): number {
    const { words, links, length } = this.#matcher;
    let [sum, total] = [0, 0];
    for (let at = 0; at < words.size; at++) {
      const place = links.placeOf(at);
      if (place < 0 || links.kindOf(at) === LINK.weak) continue;
      const weight = this.#enNats[at] as number;
      const off = Math.abs((at + 0.5) / words.size - (place + 0.5) / length);
      sum += weight * (BY_CHANCE - off);
      total += weight;
    }
    return total === 0 ? 0 : sum / total;
  }
}

/** Names that the Chinese does not have in Latin letters either. */
function notIn(zh: string, names: readonly string[]): readonly string[] {
  if (names.length === 0) return names;
  const lower = zh.toLowerCase();
  return names.filter((name) => !lower.includes(name));
}

/** Runs of so many Han characters without a bracket or quotation mark before are clauses. */
const CLAUSE = 5;
const INTRODUCES = '([{（［「『《〈“‘"\'';

/** Han characters of the English side: those that do not stand in the Chinese, and copied clauses. */
function hanInEnglish(en: string, zh: string): Pick<LexicalFacts, 'hanInEnOnly' | 'hanCopied'> {
  const classes = characterClasses();
  let [hanInEnOnly, hanCopied] = [0, 0];
  for (let at = 0; at < en.length;) {
    if (classes[en.charCodeAt(at)] !== CLASS.han) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < en.length && classes[en.charCodeAt(end)] === CLASS.han) end += 1;
    const isCopied = zh !== en && zh.includes(en.slice(at, end));
    if (!isCopied || end - at > zh.length / 2) hanInEnOnly += end - at;
    const isIntroduced = at > 0 && INTRODUCES.includes(en.charAt(at - 1));
    if (isCopied && end - at >= CLAUSE && !isIntroduced) hanCopied += end - at;
    at = end;
  }
  return { hanInEnOnly, hanCopied };
}
