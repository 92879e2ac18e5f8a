import { childOf, NO_NODE, type Lexicon } from '../../lexicon/index.js';
import { WORD } from './word-table.js';
import { LINK } from './links.js';
import { HAN, MAX_CHARACTERS, type WordMatcher } from './matching.js';
import type { NearSounds } from './near-sounds.js';

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
  const known = new Map<number, boolean>();
  for (let at = 0; at < words.size; at++) {
    const own = words.flags[at] as number;
    const stem = words.stem[at] as number;
    if ((own & (WORD.isCapital | WORD.isFunction)) !== WORD.isCapital) continue;
    if (lexicon.isProper[stem] !== 1) continue;
    const kind = links.kindOf(at);
    const isVague = kind === LINK.kin || kind === LINK.weak;
    const isLost = kind === LINK.none || (isVague && names.unspelt.includes(at));
    if (!isLost) continue;
    const isTold = known.get(stem) ?? hasWordFor(lexicon, stem, zh);
    known.set(stem, isTold);
    if (!isTold) untold.push(words.lower[at] ?? '');
  }
  return untold;
}

/** Names of those given that characters without another meaning here may be telling by their sound. */
export function namesHeard(
  matcher: WordMatcher,
  near: NearSounds,
  folded: string,
  names: readonly string[],
): string[] {
  if (names.length === 0) return [];
  const open = folded.slice(0, MAX_CHARACTERS).split('');
  const { words, links } = matcher;
  for (let at = 0; at < words.size; at++) {
    if (!IS_SURE.has(links.kindOf(at))) continue;
    const from = links.placeOf(at);
    open.fill(' ', from, from + links.lengthOf(at));
  }
  const text = open.join('');
  const content = open.map((one, at) => (matcher.han[at] === HAN.grammar ? ' ' : one)).join('');
  return names.filter((name) => near.has(name, text, content));
}

const IS_SURE: ReadonlySet<number> = new Set([
  LINK.strong,
  LINK.learned,
  LINK.latin,
  LINK.pinyin,
  LINK.sound,
]);

/** Whether a word of the text has the stem among its translations. Slow, and seldom asked. */
function hasWordFor({ trie, fold, start, stem }: Lexicon, wanted: number, zh: string): boolean {
  const size = Math.min(zh.length, MAX_CHARACTERS);
  for (let from = 0; from < size; from++) {
    let node = 0;
    for (let at = from; at < size; at++) {
      node = childOf(trie, node, fold[zh.charCodeAt(at)] as number);
      if (node === NO_NODE) break;
      const unit = (trie.key[node] as number) - 1;
      if (unit < 0 || at === from) continue;
      if (stem.subarray(start[unit], start[unit + 1]).includes(wanted)) return true;
    }
  }
  return false;
}
