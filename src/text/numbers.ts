import type { Lang } from '../model/index.js';
import type { NumberMention } from './number-mention.js';
import { numbersEn } from './numbers-en.js';
import { numbersZh } from './numbers-zh.js';

/**
 * Numbers of a text in one language, in text order, as values the other language shares.
 *
 * Understands figures and words, 万/亿 and million/billion, decimals, percentages, fractions,
 * ordinals, money, years, decades, months and days, full-width figures and ranges.
 */
export function numbersIn(text: string, lang: Lang): NumberMention[] {
  return lang === 'zh' ? numbersZh(text) : numbersEn(text);
}
