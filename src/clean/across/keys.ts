import { hashOf } from '../../kit/index.js';
import type { Lang, Pair } from '../../model/index.js';
import { bareText } from '../text-key.js';

/** Two pairs with the same key say the same: case, width, spaces and punctuation aside. */
export function textKey(pair: Pick<Pair, 'zh' | 'en'>): string {
  return hashOf(bareText(pair.zh), bareText(pair.en)).slice(0, 32);
}

/** The same for one side alone. */
export function sideKey(text: string, lang: Lang): string {
  return hashOf(lang, bareText(text)).slice(0, 32);
}
