import { createRequire } from 'node:module';

interface PinyinPro {
  polyphonic(text: string, options: { toneType: 'none'; type: 'array' }): string[][];
}

/** Readings of one character taken into account; more are dialect or archaic. */
const MAX_READINGS = 3;
/** Spellings of one string given back. */
const MAX_SPELLINGS = 16;
/** Names are short; a longer string is no name, and its spellings would be many. */
const MAX_CHARACTERS = 8;

const require = createRequire(import.meta.url);
let pinyinPro: PinyinPro | undefined;
const readings = new Map<string, readonly string[]>();

/**
 * Toneless Hanyu Pinyin spellings of a string of Han characters, syllables joined, lower case.
 *
 * 曹赛先 → `caosaixian`. Characters with several readings give several spellings (单 → `dan`,
 * `shan`, `chan`), the commonest first, at most 16; ü is spelt `u`, `v` or `yu`, as passports
 * and keyboards do. Empty for anything that is not one to eight Han characters.
 */
export function pinyinOf(han: string): string[] {
  return joined(han, syllablesOf);
}

/** Spellings of a string from those of its characters, first alternatives first, bounded. */
export function joined(han: string, spell: (character: string) => readonly string[]): string[] {
  const characters = Array.from(han);
  if (characters.length === 0 || characters.length > MAX_CHARACTERS) return [];
  let spellings = [''];
  for (const character of characters) {
    const choices = spell(character);
    const next: string[] = [];
    for (const choice of choices) for (const head of spellings) next.push(head + choice);
    spellings = next.slice(0, MAX_SPELLINGS);
  }
  return [...new Set(spellings)];
}

/** Toneless readings of one Han character, commonest first; empty if it has none. */
export function syllablesOf(character: string): readonly string[] {
  const known = readings.get(character);
  if (known !== undefined) return known;
  pinyinPro ??= require('pinyin-pro') as PinyinPro;
  const [found = []] = pinyinPro.polyphonic(character, { toneType: 'none', type: 'array' });
  const syllables = found
    .filter((syllable) => /^[a-zü]+$/.test(syllable) && syllable !== character)
    .slice(0, MAX_READINGS)
    .flatMap(withoutUmlaut);
  const unique = [...new Set(syllables)];
  readings.set(character, unique);
  return unique;
}

function withoutUmlaut(syllable: string): string[] {
  if (!syllable.includes('ü')) return [syllable];
  return ['u', 'v', 'yu'].map((letter) => syllable.replace('ü', letter));
}
