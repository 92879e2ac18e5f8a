import { stemEn, tokensEn } from '../text/index.js';
import type { DictionaryEntry } from './compile.js';

/** Names of days, and of peoples and their languages, which a translation may well leave out. */
const NO_NAME = /(?:day|ese|ish|ian|ean|ic|ist|ism)$/;
const SOUND = /^[A-Z][a-z]{3,}$/;

/**
 * Uint8 [stems]: 1 for words that the dictionary never writes with a small letter: London,
 * Obama, Guangzhou. Its glosses begin with small letters otherwise.
 */
export function properNouns(
  entries: readonly DictionaryEntry[],
  stems: readonly string[],
): Uint8Array {
  const capital = new Set<string>();
  const small = new Set<string>();
  for (const { english } of entries) {
    for (const gloss of english) {
      for (const { text } of tokensEn(gloss)) {
        const isName = SOUND.test(text) && !NO_NAME.test(text);
        (isName ? capital : small).add(stemEn(text));
      }
    }
  }
  return Uint8Array.from(stems, (stem) => (capital.has(stem) && !small.has(stem) ? 1 : 0));
}
