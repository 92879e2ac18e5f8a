import { childOf, NO_NODE, type Lexicon } from '../../lexicon/index.js';
import { WORD } from './word-table.js';
import { LINK } from './links.js';
import type { WordMatcher } from './matching.js';

/**
 * English names known to the dictionary that nothing in the Chinese answers: no word that it gives
 * for them, no characters that spell them. Names in pinyin want their very characters.
 */
export function namesUntold(
  { words, links, names }: WordMatcher,
  lexicon: Lexicon,
  zh: string,
): string[] {
  const untold: string[] = [];
  for (let at = 0; at < words.size; at++) {
    const own = words.flags[at] as number;
    const stem = words.stem[at] as number;
    if ((own & (WORD.isCapital | WORD.isFunction)) !== WORD.isCapital) continue;
    if (lexicon.isProper[stem] !== 1) continue;
    const kind = links.kindOf(at);
    const isVague = kind === LINK.kin || kind === LINK.weak;
    const isLost = kind === LINK.none || (isVague && names.unspelt.includes(at));
    if (isLost && !hasWordFor(lexicon, stem, zh)) {
      untold.push(words.lower[at] ?? '');
    }
  }
  return untold;
}

/** Whether a word of the text has the stem among its translations. Slow, and seldom asked. */
function hasWordFor({ trie, fold, start, stem }: Lexicon, wanted: number, zh: string): boolean {
  for (let from = 0; from < zh.length; from++) {
    let node = 0;
    for (let at = from; at < zh.length; at++) {
      node = childOf(trie, node, fold[zh.charCodeAt(at)] as number);
      if (node === NO_NODE) break;
      const unit = (trie.key[node] as number) - 1;
      if (unit < 0 || at === from) continue;
      if (stem.subarray(start[unit], start[unit + 1]).includes(wanted)) return true;
    }
  }
  return false;
}
