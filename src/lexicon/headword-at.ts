import { MAX_WORD, type Lexicon } from './lexicon.js';
import { childOf, NO_NODE } from './trie.js';

/** The longest word of two and more characters that begins at a place, if there is one. */
export function wordAt(
  lexicon: Lexicon,
  text: string,
  from: number,
): { readonly unit: number; readonly length: number } | undefined {
  let [node, unit, length] = [0, -1, 0];
  for (let at = from; at < text.length && at < from + MAX_WORD; at++) {
    node = childOf(lexicon.trie, node, lexicon.fold[text.charCodeAt(at)] as number);
    if (node === NO_NODE) break;
    const key = lexicon.trie.key[node] as number;
    if (key > 0 && at > from) [unit, length] = [key - 1, at - from + 1];
  }
  return length === 0 ? undefined : { unit, length };
}
