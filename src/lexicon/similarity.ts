import { isFunctionWordEn, numbersIn, stemEn, tokensEn } from '../text/index.js';
import { MAX_WORD, type Lexicon } from './lexicon.js';
import { childOf, NO_NODE } from './trie.js';

/** Characters looked at: enough of a page to know it by, little enough for many comparisons. */
export const ZH_CHARS = 1_500;
const EN_CHARS = 5_000;
/** Smaller numbers stand on most pages and tell nothing. */
const TELLING_NUMBER = 13;

/** What a Chinese text may be translated by. */
export interface ZhContent {
  /** Numbers of stems in {@link Lexicon.stems}. */
  readonly stems: ReadonlySet<number>;
  readonly numbers: ReadonlySet<number>;
}

/** What an English text says: some hundred bytes, so that a whole site fits in memory. */
export interface EnContent {
  /** Numbers of the stems the lexicon knows, each once, in the order of the text. */
  readonly stems: Uint32Array;
  /** Words the lexicon does not know. */
  readonly unknown: number;
  readonly numbers: Float64Array;
}

/** The beginning of a Chinese text, ready to be compared with many. */
export function zhContent(lexicon: Lexicon, zh: string): ZhContent {
  const text = zh.slice(0, ZH_CHARS);
  return { stems: possibleStems(lexicon, text), numbers: tellingNumbers(text, 'zh') };
}

/** The beginning of an English text, ready to be compared with many. */
export function enContent(lexicon: Lexicon, en: string): EnContent {
  const text = en.slice(0, EN_CHARS);
  const words = tokensEn(text).filter(
    (token) => /\p{L}{3}/u.test(token.text) && !isFunctionWordEn(token.text),
  );
  const wanted = new Set(words.map((token) => stemEn(token.text)));
  const stems = Uint32Array.from([...wanted].flatMap((stem) => lexicon.stemId.get(stem) ?? []));
  const numbers = Float64Array.from(tellingNumbers(text, 'en'));
  return { stems, unknown: wanted.size - stems.length, numbers };
}

/**
 * Likeness of two texts by their content: the share of the English side's content words and
 * telling numbers that some Chinese word of two and more characters, or the same number,
 * accounts for.
 *
 * Length does not matter much and order not at all; only the beginning of each text is read.
 *
 * @returns 0 (nothing in common) to 1; translations reach about 0.5, other texts of the same
 *   kind about half of that
 */
export function likeness(zh: ZhContent, en: EnContent): number {
  let found = 0;
  for (const stem of en.stems) if (zh.stems.has(stem)) found += 1;
  for (const value of en.numbers) if (zh.numbers.has(value)) found += 1;
  const all = en.stems.length + en.unknown + en.numbers.length;
  return all === 0 ? 0 : found / all;
}

/** {@link likeness} of two texts that are compared once. */
export function contentSimilarity(lexicon: Lexicon, zh: string, en: string): number {
  return likeness(zhContent(lexicon, zh), enContent(lexicon, en));
}

/** Numbers of the stems that a word of the text may be translated by. */
function possibleStems(lexicon: Lexicon, text: string): ReadonlySet<number> {
  const stems = new Set<number>();
  for (let from = 0; from < text.length; from++) {
    let node = 0;
    for (let at = from; at < text.length && at < from + MAX_WORD; at++) {
      node = childOf(lexicon.trie, node, lexicon.fold[text.charCodeAt(at)] as number);
      if (node === NO_NODE) break;
      const key = lexicon.trie.key[node] as number;
      if (key > 0 && at > from) addStems(lexicon, key - 1, stems);
    }
  }
  return stems;
}

function addStems({ start, stem }: Lexicon, unit: number, stems: Set<number>): void {
  const end = start[unit + 1] as number;
  for (let at = start[unit] as number; at < end; at++) stems.add(stem[at] as number);
}

function tellingNumbers(text: string, lang: 'zh' | 'en'): ReadonlySet<number> {
  return new Set(
    numbersIn(text, lang)
      .map(({ value }) => value)
      .filter((value) => value >= TELLING_NUMBER),
  );
}
