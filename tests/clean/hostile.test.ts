import { expect, test } from '@jest/globals';
import { anonymisePair, cleanPair, createJudge } from '../../src/clean/index.js';

/** Characters of a text; patterns that step back over it would take minutes. */
const SIZE = 60_000;
const PIECES = [
  ...['[', '(', '{{a', '[[a', '[a](', '**a', '__a', "'''a", '<b ', '%E4%BD', '\\u4e16', 'a{b:'],
  ...['“a', '”a', '““', "a'", '5\'10"', ':)', '1) ', '????a', 'Ã©', '&#', '&am&shy;p;', ',,a'],
  ...['1 ', '1-', '(1', '1.', '1,', '１', '1万', '5毛', '三点', '差五分', '七八成', '1/2 ', '民国'],
  ...['a@', '@a.', 'foo [at] ', 'A123456(', 'May 1 ', '12 minutes to ', 'が', '的', 'the '],
];

test.each(PIECES)('a text of nothing but %j is judged in no time', (piece) => {
  const text = piece.repeat(Math.ceil(SIZE / piece.length));
  const began = performance.now();
  const judge = createJudge();
  cleanPair({ zh: `你好，${text}`, en: `Hello ${text}` }, judge);
  anonymisePair({ zh: text, en: text });
  expect(performance.now() - began).toBeLessThan(4_000);
});
