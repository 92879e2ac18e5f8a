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

test.each(['茶', '一', '，', '7'])(
  'a text of %j five million times is judged, not the end of the process',
  (piece) => {
    const judge = createJudge();
    const text = piece.repeat(5_000_000);
    const long = cleanPair({ zh: `你好${text}`, en: 'Hello.' }, judge);
    expect(long.state).toBe('rejected');
  },
  60_000,
);

/** What took from eight seconds to a minute when every piece was compared with all before it. */
const CROWDS: readonly (readonly [what: string, zh: string, en: string])[] = [
  [
    'marks on one letter',
    `文${'\u0301\u0323'.repeat(100_000)}`,
    `a${'\u0323\u0301'.repeat(100_000)}`,
  ],
  ['names that the Chinese lacks', '5月'.repeat(50_000), 'June '.repeat(100_000)],
  ['phone numbers', '13800138000 '.repeat(20_000), '+86 138 0013 8000 '.repeat(20_000)],
  ['mail addresses', '文', 'a@b.cn '.repeat(40_000)],
];

test.each(CROWDS)(
  'a crowd of %s is judged in a moment',
  (_what, zh, en) => {
    const judge = createJudge();
    cleanPair({ zh: '你好。', en: 'Hello.' }, judge);
    const began = performance.now();
    cleanPair({ zh, en }, judge);
    anonymisePair({ zh, en });
    expect(performance.now() - began).toBeLessThan(5_000);
  },
  60_000,
);
