import type { Check } from '../check.js';

/** English characters without spaces and punctuation per Chinese character. */
export function lengthRatioOf(zh: string, en: string): number {
  return letters(en) / Math.max(1, letters(zh));
}

/** Letters and digits, in code points. */
function letters(text: string): number {
  let count = 0;
  for (const _letter of text.matchAll(/[\p{L}\p{N}]/gu)) count += 1;
  return count;
}

/** One side is far too long for the other. */
export const lengthRatio: Check = {
  name: 'length-ratio',
  summary: 'one side is too long to be a translation of the other',
  examine({ zh, en }, { minLengthRatio, maxLengthRatio, ratioFromChars }) {
    if (letters(zh) < ratioFromChars && letters(en) < ratioFromChars * maxLengthRatio)
      return undefined;
    const ratio = lengthRatioOf(zh, en);
    if (ratio >= minLengthRatio && ratio <= maxLengthRatio) return undefined;
    return {
      detail: `${ratio.toFixed(1)} English letters a Chinese character`,
      rejects: true,
      nats: -3,
    };
  },
};

/** Longer than any sentence: two paragraphs run together, or a table read as one line. */
export const tooLong: Check = {
  name: 'too-long',
  summary: 'a side is longer than CAT tools and readers accept',
  examine({ zh, en }, { maxZhChars, maxEnChars }) {
    if (zh.length <= maxZhChars && en.length <= maxEnChars) return undefined;
    return { detail: `zh ${zh.length}, en ${en.length} characters`, rejects: true, nats: -3 };
  },
};

/** Nothing but punctuation, digits or white space on a side. */
export const noWords: Check = {
  name: 'no-words',
  summary: 'a side holds no word at all',
  examine({ zh, en }) {
    const bare = [zh, en].findIndex((text) => !/\p{L}/u.test(text));
    if (bare === -1) return undefined;
    return { detail: bare === 0 ? 'Chinese side' : 'English side', rejects: true, nats: -3 };
  },
};
