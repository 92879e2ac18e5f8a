import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseLearned, printLearned, type LearnedPair } from '../../src/lexicon/index.js';

const share = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 10_000);
const pair: fc.Arbitrary<LearnedPair> = fc.record({
  zh: fc.string({ minLength: 1, unit: 'grapheme' }),
  en: fc.string({ minLength: 1 }),
  zhToEn: share,
  enToZh: share,
  seen: fc.nat(),
});
const key = ({ zh, en }: LearnedPair): string => JSON.stringify([zh, en]);

describe('a learned lexicon on disk', () => {
  test('comes back as it was written, in code-unit order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pair, { selector: key }), (pairs) => {
        const back = parseLearned(printLearned(pairs), 'x');
        expect(new Set(back.map((p) => JSON.stringify(p)))).toEqual(
          new Set(pairs.map((p) => JSON.stringify(p))),
        );
        expect(printLearned(back)).toBe(printLearned([...pairs].reverse()));
      }),
    );
  });

  test.each([
    ['', 1],
    ['{"format":"other"}\n', 1],
    ['{"format":"duizhao-lexicon/1","pairs":1}\n["桥","bridg",1]\n', 2],
    ['{"format":"duizhao-lexicon/1","pairs":1}\n["桥","bridg",1,1,3]\n{"zh"\n', 3],
  ])('names the bad line of %j', (text, line) => {
    expect(() => parseLearned(text, 'lexicon.jsonl')).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({
          code: 'lexicon.bad-learned',
          at: { file: 'lexicon.jsonl', line },
        }),
      }),
    );
  });
});
