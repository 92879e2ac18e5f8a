import { isFunctionWordEn, numbersIn, stemEn, tokensEn } from '../text/index.js';
import { MAX_WORD, type Lexicon } from './lexicon.js';
import { childOf, NO_NODE } from './trie.js';

/** Characters looked at: enough of a page to know it by, little enough for many comparisons. */
const ZH_CHARS = 1_500;
const EN_CHARS = 5_000;
/** Smaller numbers stand on most pages and tell nothing. */
const TELLING_NUMBER = 13;

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
export function contentSimilarity(lexicon: Lexicon, zh: string, en: string): number {
  const zhText = zh.slice(0, ZH_CHARS);
  const enText = en.slice(0, EN_CHARS);
  const possible = possibleStems(lexicon, zhText);
  const wanted = new Set(
    tokensEn(enText)
      .filter(({ text }) => /\p{L}{3}/u.test(text) && !isFunctionWordEn(text))
      .map(({ text }) => stemEn(text)),
  );
  const zhNumbers = tellingNumbers(zhText, 'zh');
  const enNumbers = tellingNumbers(enText, 'en');
  let found = 0;
  for (const stem of wanted) {
    const id = lexicon.stemId.get(stem);
    if (id !== undefined && possible.has(id)) found += 1;
  }
  for (const value of enNumbers) if (zhNumbers.has(value)) found += 1;
  const all = wanted.size + enNumbers.size;
  return all === 0 ? 0 : found / all;
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
