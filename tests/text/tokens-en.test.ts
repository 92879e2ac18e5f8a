import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { acronymEn, isFunctionWordEn, stemEn, tokensEn } from '../../src/text/index.js';

describe('tokensEn', () => {
  test.each([
    ['Leaders’ Meeting', ['Leaders', 'Meeting']],
    ["Cao's sister-city", ['Cao', "'s", 'sister', 'city']],
    ['I don’t know', ['I', 'do', 'n’t', 'know']],
    ["ten o'clock", ['ten', "o'clock"]],
    ['nearly 3,000, or 3.5.', ['nearly', '3,000', 'or', '3.5']],
    ['the 33rd G20', ['the', '33rd', 'G20']],
    ['in the U.S. today', ['in', 'the', 'U.S.', 'today']],
    ['中国 café', ['café']],
  ])('%s', (text, words) => {
    expect(tokensEn(text).map((token) => token.text)).toEqual(words);
  });

  test('every token stands where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0;
        for (const { text: word, start, end } of tokensEn(text)) {
          expect(text.slice(start, end)).toBe(word);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });
});

describe('stemEn', () => {
  test.each([
    ['went', 'go'],
    ['met', 'meet'],
    ['Meeting', 'meet'],
    ['children', 'child'],
    ['cities', 'city'],
    ['colour', 'color'],
    ['centres', 'center'],
    ['organisations', 'organization'],
    ['travelled', 'traveling'],
    ['running', 'run'],
  ])('%s and %s share a stem', (form, base) => {
    expect(stemEn(form)).toBe(stemEn(base));
  });
});

test('function words are known in any case', () => {
  expect(['The', 'of', "n't", '’s'].every(isFunctionWordEn)).toBe(true);
  expect(['city', 'consul'].some(isFunctionWordEn)).toBe(false);
});

test('US is a country, us a pronoun', () => {
  expect(acronymEn('US')).toBe('u.s.');
  expect(acronymEn('us')).toBeUndefined();
});
