import { stemmer } from 'stemmer';
import { IRREGULAR } from './irregular-en.js';

/** Words remembered; natural text repeats its words, so most look-ups never reach the rules. */
const MEMORY = 50_000;
const known = new Map<string, string>();

/**
 * The part of an English word its inflected and derived forms share, lower case.
 *
 * Irregular forms and British spellings go to one base by a table of our own (`went` → `go`,
 * `colour`/`color` → one stem), then the suffix rules of Porter (1980), "An algorithm for
 * suffix stripping", Program 14(3). A stem need not be a word: `cities` and `city` → `citi`.
 */
export function stemEn(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const stem = stemOf(word);
  if (known.size >= MEMORY) known.clear();
  known.set(word, stem);
  return stem;
}

function stemOf(word: string): string {
  const lower = word.toLowerCase().replaceAll('’', "'");
  const base = IRREGULAR.get(lower);
  if (base !== undefined) return stemmer(base);
  const stem = stemmer(withZ(lower));
  return stemmer(IRREGULAR.get(stem) ?? stem);
}

/** `organisation` → `organization`: only where no other English word ends so. */
function withZ(word: string): string {
  return word.length > 7 ? word.replace(/isation(al|ally|s)?$/, 'ization$1') : word;
}
