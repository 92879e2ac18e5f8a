import { expect, test } from '@jest/globals';
import { anonymisePair, cleanPair, createJudge } from '../../src/clean/index.js';

/** Characters of a text; patterns that step back over it would take minutes. */
const SIZE = 15_000;
const PIECES = [
  ...['[a](', '**a', "'''a", '\\u4e16', 'a{b:', '“a', '”a', "a'", '&am&shy;p;'],
  ...['1 ', '1,', '5毛', '差五分', '民国', 'May 1 ', 'a@', 'foo [at] '],
];

test.each(PIECES)(
  'a text of nothing but %j is judged in no time',
  (piece) => {
    const text = piece.repeat(Math.ceil(SIZE / piece.length));
    const began = performance.now();
    const judge = createJudge();
    cleanPair({ zh: `你好，${text}`, en: `Hello ${text}` }, judge);
    anonymisePair({ zh: text, en: text });
    expect(performance.now() - began).toBeLessThan(10_000);
  },
  30_000,
);
