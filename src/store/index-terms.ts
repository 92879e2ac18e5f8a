import { normalise, stemEn, tokensEn, toSimplified } from '../text/index.js';

/** One Han character, or a run of other letters and figures. */
const UNITS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;
const NO_LETTER = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * A Chinese text as the index holds it: single characters and foreign words, parted by spaces.
 *
 * Simplified, width folded, lower case. A phrase of characters finds any run of Chinese of
 * one character and more, without deciding what a word is; trigrams would need three.
 */
export function zhTerms(text: string): string {
  const plain = toSimplified(normalise(text)).toLowerCase();
  return (plain.match(UNITS) ?? []).join(' ');
}

/** An English text as the index holds it: stems in order, so that `city` finds `cities`. */
export function enTerms(text: string): string {
  return tokensEn(normalise(text))
    .map((token) => stemEn(token.text).replace(NO_LETTER, ''))
    .filter((stem) => stem !== '')
    .join(' ');
}
