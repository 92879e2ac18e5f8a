import { langOf } from '../text/index.js';

/** Letters a Chinese character is worth, as in the layout room. */
export const LETTERS_PER_HAN = 3.3;

/** Letters of a text, a Chinese character counted as 3.3. */
export function lettersOf(text: string): number {
  const { han, latin } = langOf(text);
  return han * LETTERS_PER_HAN + latin;
}
