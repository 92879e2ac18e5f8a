import { stemEn } from '../text/index.js';
import type { Lexicon } from './lexicon.js';
import type { Trie } from './trie.js';

/** One Chinese word that an English word may translate. */
export interface Headword {
  readonly zh: string;
  readonly weight: number;
}

/** Chinese words whose senses hold an English word, best first, shorter before longer. */
export function headwordsOf(lexicon: Lexicon, word: string, limit = 50): Headword[] {
  const stem = lexicon.stemId.get(stemEn(word));
  if (stem === undefined) return [];
  const found = new Map<number, number>();
  for (let unit = 0; unit < lexicon.units; unit++) {
    for (let at = lexicon.start[unit] as number; at < (lexicon.start[unit + 1] as number); at++) {
      if (lexicon.stem[at] === stem) found.set(unit, lexicon.weight[at] as number);
    }
  }
  return wordsOf(lexicon.trie, found)
    .sort((a, b) => b.weight - a.weight || a.zh.length - b.zh.length || (a.zh < b.zh ? -1 : 1))
    .slice(0, limit);
}

/** Spells the keys of a trie that are wanted. */
function wordsOf(trie: Trie, wanted: ReadonlyMap<number, number>): Headword[] {
  const words: Headword[] = [];
  const walk = (node: number, text: string): void => {
    const weight = wanted.get((trie.key[node] as number) - 1);
    if (weight !== undefined) words.push({ zh: text, weight });
    const end = trie.first[node + 1] as number;
    for (let child = trie.first[node] as number; child < end; child++) {
      walk(child, text + String.fromCharCode(trie.unit[child] as number));
    }
  };
  walk(0, '');
  return words;
}
