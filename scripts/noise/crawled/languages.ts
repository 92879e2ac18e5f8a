import type { Weighted } from './chance.js';
import type { Side } from './texts.js';

/** A language that is neither Chinese nor English, by its ISO 639-1 code. */
export type Language = keyof typeof RELATIVE_LENGTH;

/** Length of a text in a language against the same in English. */
export const RELATIVE_LENGTH = {
  ja: 0.45,
  ko: 0.5,
  vi: 1,
  th: 0.9,
  id: 1.05,
  fr: 1.15,
  de: 1.12,
  es: 1.1,
  it: 1.1,
  pt: 1.08,
  nl: 1.08,
  ru: 1.05,
  ar: 0.85,
  tr: 1,
  pl: 1.05,
} as const;

/** What a crawl takes for a side's language, and how often. */
export const MISTAKEN_FOR: Readonly<Record<Side, readonly Weighted<Language>[]>> = {
  zh: [
    [34, 'ja'],
    [16, 'ko'],
    [10, 'vi'],
    [8, 'th'],
    [4, 'id'],
    [6, 'fr'],
    [6, 'de'],
    [6, 'es'],
    [6, 'ru'],
    [4, 'ar'],
  ],
  en: [
    [16, 'fr'],
    [15, 'de'],
    [15, 'es'],
    [8, 'it'],
    [9, 'pt'],
    [7, 'nl'],
    [9, 'ru'],
    [4, 'ar'],
    [4, 'tr'],
    [4, 'pl'],
    [5, 'id'],
    [3, 'vi'],
    [3, 'ja'],
  ],
};
