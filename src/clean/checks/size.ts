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
  examine({ zh: zhText, en: enText, facts: { zh, en } }, limits) {
    const { minLengthRatio, maxLengthRatio, ratioFromChars } = limits;
    if (zh.letters < ratioFromChars && en.letters < ratioFromChars * maxLengthRatio)
      return undefined;
    const ratio = en.letters / Math.max(1, zh.letters);
    if (ratio >= minLengthRatio && ratio <= maxLengthRatio) return undefined;
    const plain = lettersSaidOnce(enText) / Math.max(1, lettersSaidOnce(zhText));
    if (plain >= minLengthRatio && plain <= maxLengthRatio) return undefined;
    return { detail: `${ratio.toFixed(1)} English letters a Chinese character`, rejects: true };
  },
};

/**
 * Numbers in words, which figures say in less, and letters drawn out: 啊啊啊啊, Aaaah; both bounded,
 * for the engine steps back over every one and has room for some millions.
 */
const NUMBER_WORDS =
  /[零〇一二三四五六七八九十百千万亿萬億年月日壹贰叁肆伍陆柒捌玖拾佰仟元角分]{4,1000}/g;
const DRAWN_OUT = /(\p{L})\1{2,1000}/gu;

/** Letters and figures of a text that does not say the same again and counts in figures. */
function lettersSaidOnce(text: string): number {
  const plain = text
    .replace(NUMBER_WORDS, (number) => number.slice(0, Math.ceil(number.length / 4)))
    .replace(DRAWN_OUT, '$1');
  return plain.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function words({ letters, counts }: SideFacts): number {
  return letters - (counts[CLASS.digit] as number);
}
