import { KNOWN_NAMES, KNOWN_SURNAMES } from './known-names.js';
import { joined, pinyinOf, syllablesOf } from './pinyin.js';
import { wadeGiles } from './wade-giles.js';

/** Spellings remembered; the same few thousand names come again and again. */
const MEMORY = 50_000;
const known = new Map<string, readonly string[]>();

/**
 * Ways a Chinese name is spelt in English text, lower case, letters only, best first.
 *
 * The usual spelling of well-known names (香港 → `hongkong`), pinyin, Wade–Giles by rule
 * (周恩来 → `chouenlai`), and for a single character the surname as Cantonese, Hokkien or
 * Korean families write it (陈 → `chan`, `tan`). Simplified characters expected; empty for
 * anything that is not one to eight Han characters.
 */
export function romanisations(han: string): readonly string[] {
  const found = known.get(han);
  if (found !== undefined) return found;
  const spellings = [
    ...new Set([
      ...joinedWords(KNOWN_NAMES.get(han)),
      ...pinyinOf(han),
      ...joined(han, wadeSyllables),
      ...joinedWords(KNOWN_SURNAMES.get(han)),
    ]),
  ];
  if (known.size >= MEMORY) known.clear();
  known.set(han, spellings);
  return spellings;
}

function joinedWords(spellings: readonly (readonly string[])[] = []): string[] {
  return spellings.map((words) => words.join(''));
}

function wadeSyllables(character: string): readonly string[] {
  const all = syllablesOf(character).flatMap((syllable) => wadeGiles(syllable));
  return [...new Set(all)];
}
