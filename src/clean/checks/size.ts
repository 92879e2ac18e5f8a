import { CLASS } from '../facts/characters.js';
import type { SideFacts } from '../facts/side.js';
import type { Check } from '../check.js';

/** Text that exists in one language only: kept on record, never exported as a translation. */
export const oneSided: Check = {
  name: 'one-sided',
  summary: 'one side is empty: the text has no translation in its document',
  examine({ zh, en }) {
    if (zh !== '' && en !== '') return undefined;
    return { detail: zh === '' ? 'no Chinese' : 'no English', rejects: true };
  },
};

/** Nothing but punctuation, digits or white space on a side. */
export const noWords: Check = {
  name: 'no-words',
  summary: 'a side holds no word at all',
  examine({ facts: { zh, en } }) {
    if (words(zh) > 0 && words(en) > 0) return undefined;
    return { detail: words(zh) === 0 ? 'Chinese side' : 'English side', rejects: true };
  },
};

/** Shorter than a corpus has use for. */
export const tooShort: Check = {
  name: 'too-short',
  summary: 'a side has fewer letters than wanted',
  examine({ facts: { zh, en } }, { minLetters }) {
    if (zh.letters >= minLetters && en.letters >= minLetters) return undefined;
    return { detail: `zh ${zh.letters}, en ${en.letters} letters`, rejects: true };
  },
};

/** Longer than any sentence: two paragraphs run together, or a table read as one line. */
export const tooLong: Check = {
  name: 'too-long',
  summary: 'a side is longer than CAT tools and readers accept',
  examine({ zh, en }, { maxZhChars, maxEnChars }) {
    if (zh.length <= maxZhChars && en.length <= maxEnChars) return undefined;
    return { detail: `zh ${zh.length}, en ${en.length} characters`, rejects: true };
  },
};

/** One side is far too long for the other. */
export const lengthRatio: Check = {
  name: 'length-ratio',
  summary: 'one side is too long to be a translation of the other',
  examine({ facts: { zh, en } }, { minLengthRatio, maxLengthRatio, ratioFromChars }) {
    if (zh.letters < ratioFromChars && en.letters < ratioFromChars * maxLengthRatio)
      return undefined;
    const ratio = en.letters / Math.max(1, zh.letters);
    if (ratio >= minLengthRatio && ratio <= maxLengthRatio) return undefined;
    return { detail: `${ratio.toFixed(1)} English letters a Chinese character`, rejects: true };
  },
};

function words({ letters, counts }: SideFacts): number {
  return letters - (counts[CLASS.digit] as number);
}
