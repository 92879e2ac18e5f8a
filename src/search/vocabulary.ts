import {
  foldZh,
  MAX_WORD,
  translationsOf,
  unitOf,
  type LearnedLexicon,
  type Lexicon,
} from '../lexicon/index.js';
import type { Pair } from '../model/index.js';
import { isFunctionWordEn, stemEn, tokensEn, zhStopWords } from '../text/index.js';
import { STATISTICS_DEFAULTS } from './defaults.js';

/** How many different words the first `pairs` pairs hold. */
export interface GrowthPoint {
  readonly pairs: number;
  readonly zh: number;
  /** Different Chinese characters. */
  readonly zhCharacters: number;
  readonly en: number;
}

/** A word and the number of pairs it is in. */
export interface WordCount {
  readonly word: string;
  readonly pairs: number;
}

/** A Chinese word and an English one that stand in the same pairs and translate each other. */
export interface TranslationCount {
  readonly zh: string;
  readonly en: string;
  readonly pairs: number;
  /** Not in the dictionary: the corpus taught it. */
  readonly learned: boolean;
}

/** Words of a sample of pairs. */
export interface Vocabulary {
  readonly sampledPairs: number;
  readonly growth: readonly GrowthPoint[];
  readonly frequentZh: readonly WordCount[];
  readonly frequentEn: readonly WordCount[];
  readonly translations: readonly TranslationCount[];
}

/**
 * Counts words: Chinese ones as the dictionary's longest matches from the left, English ones
 * by stem, shown in the form most often met. Function words count for growth only.
 */
export function countVocabulary(
  sampled: readonly Pair[],
  lexicon: Lexicon,
  learned: LearnedLexicon = [],
): Vocabulary {
  const counter = new Counter(lexicon, learned);
  const step = Math.max(1, Math.ceil(sampled.length / STATISTICS_DEFAULTS.growthPoints));
  const growth: GrowthPoint[] = [];
  sampled.forEach((pair, at) => {
    counter.add(pair);
    if ((at + 1) % step === 0 || at + 1 === sampled.length) {
      growth.push({
        pairs: at + 1,
        zh: counter.zh.size,
        zhCharacters: counter.characters.size,
        en: counter.en.size,
      });
    }
  });
  return {
    sampledPairs: sampled.length,
    growth,
    frequentZh: top(counter.zh, (word) => word.length > 1 && !zhStopWords.has(word)),
    frequentEn: top(counter.en, (stem) => !counter.isFunction(stem)).map(({ word, pairs: n }) => ({
      word: counter.formOf(word),
      pairs: n,
    })),
    translations: top(
      counter.translations,
      (both) => !counter.isFunction(both.split('\t')[1] ?? ''),
    ).map(({ word, pairs: n }) => {
      const [zh = '', stem = ''] = word.split('\t');
      return { zh, en: counter.formOf(stem), pairs: n, learned: !counter.isInDictionary(zh, stem) };
    }),
  };
}

class Counter {
  readonly zh = new Map<string, number>();
  readonly characters = new Set<string>();
  readonly en = new Map<string, number>();
  readonly translations = new Map<string, number>();
  readonly #forms = new Map<string, Map<string, number>>();
  readonly #known = new Map<string, readonly string[]>();
  readonly #learned: ReadonlyMap<string, readonly string[]>;
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon, learned: LearnedLexicon) {
    this.#lexicon = lexicon;
    this.#learned = sureTranslations(learned);
  }

  add({ zh, en }: Pair): void {
    const words = new Set(wordsZh(zh, this.#lexicon));
    for (const character of zh.match(HAN) ?? []) this.characters.add(character);
    const stems = new Set<string>();
    for (const { text } of tokensEn(en)) {
      if (!/\p{L}/u.test(text)) continue;
      const stem = stemEn(text);
      stems.add(stem);
      this.#countForm(stem, text.toLowerCase());
    }
    for (const word of words) {
      bump(this.zh, word);
      for (const stem of this.#translations(word)) {
        if (stems.has(stem)) bump(this.translations, `${word}\t${stem}`);
      }
    }
    for (const stem of stems) bump(this.en, stem);
  }

  /** The form of a stem that was met most often, the shorter and earlier one on a tie. */
  formOf(stem: string): string {
    const forms = [...(this.#forms.get(stem) ?? [])];
    forms.sort(([a, m], [b, n]) => n - m || a.length - b.length || (a < b ? -1 : 1));
    return forms[0]?.[0] ?? stem;
  }

  isInDictionary(word: string, stem: string): boolean {
    return this.#mainTranslations(word).includes(stem);
  }

  isFunction(stem: string): boolean {
    return isFunctionWordEn(this.formOf(stem));
  }

  #countForm(stem: string, form: string): void {
    const forms = this.#forms.get(stem) ?? new Map<string, number>();
    this.#forms.set(stem, forms);
    bump(forms, form);
  }

  #translations(word: string): readonly string[] {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    const stems = word.length < 2 ? [] : this.#allTranslations(word);
    this.#known.set(word, stems);
    return stems;
  }

  #allTranslations(word: string): string[] {
    const learned = this.#learned.get(foldZh(this.#lexicon, word)) ?? [];
    return [...new Set([...this.#mainTranslations(word), ...learned])];
  }

  #mainTranslations(word: string): string[] {
    return translationsOf(this.#lexicon, word)
      .filter(({ weight }) => weight >= STATISTICS_DEFAULTS.translationWeight)
      .map(({ stem }) => stem);
  }
}

/** Stems that translate a word in both directions, by word; numerals (`#3`) are none. */
function sureTranslations(learned: LearnedLexicon): Map<string, string[]> {
  const least = STATISTICS_DEFAULTS.learnedProbability;
  const byWord = new Map<string, string[]>();
  for (const { zh, en, zhToEn, enToZh } of learned) {
    if (zhToEn < least || enToZh < least || en.startsWith('#')) continue;
    byWord.set(zh, [...(byWord.get(zh) ?? []), en]);
  }
  return byWord;
}

/** Longest dictionary words from the left; a character without an entry is left out. */
function wordsZh(text: string, lexicon: Lexicon): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length;) {
    let length = Math.min(MAX_WORD, text.length - at);
    while (length > 0 && !isWord(text.slice(at, at + length), lexicon)) length -= 1;
    if (length > 0) words.push(text.slice(at, at + length));
    at += Math.max(length, 1);
  }
  return words;
}

const HAN = /\p{Script=Han}/gu;
const HAN_ONLY = /^\p{Script=Han}+$/u;

function isWord(text: string, lexicon: Lexicon): boolean {
  return HAN_ONLY.test(text) && unitOf(lexicon, text) !== undefined;
}

function bump(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

function top(
  counts: ReadonlyMap<string, number>,
  isWanted: (word: string) => boolean,
): WordCount[] {
  return [...counts]
    .filter(([word]) => isWanted(word))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, STATISTICS_DEFAULTS.words)
    .map(([word, pairs]) => ({ word, pairs }));
}
