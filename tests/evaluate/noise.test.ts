import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addNoise } from '../../scripts/noise.js';
import type { SetDocument } from '../../src/evaluate/index.js';

function documents(...sizes: number[]): SetDocument[] {
  return sizes.map((size, number) => {
    const side = (lang: string) =>
      Array.from({ length: size }, (_, at) => `${lang}${number}.${at}`);
    const gold = Array.from({ length: size }, (_, at) => ({ zh: [at], en: [at] }));
    return { name: String(number), zh: side('zh'), en: side('en'), gold };
  });
}
const noises = fc.record({
  kind: fc.constantFrom('drop', 'block', 'insert'),
  side: fc.constantFrom('zh', 'en'),
  share: fc.double({ min: 0, max: 0.5, noNaN: true }),
  seed: fc.nat(),
});
const sizes = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });

describe('addNoise', () => {
  test('gold still joins exactly the sentences that belonged together', () => {
    fc.assert(
      fc.property(sizes, noises, (list, noise) => {
        for (const { zh, en, gold } of addNoise(documents(...list), noise)) {
          for (const link of gold) {
            const names = [...link.zh.map((at) => zh[at]), ...link.en.map((at) => en[at])];
            if (names.length > 1) expect(new Set(names.map((name) => name?.slice(2))).size).toBe(1);
          }
        }
      }),
    );
  });

  test('every sentence that is left is in gold exactly once', () => {
    fc.assert(
      fc.property(sizes, noises, (list, noise) => {
        for (const { zh, en, gold } of addNoise(documents(...list), noise)) {
          const count = (positions: number[]) => positions.sort((a, b) => a - b);
          expect(count(gold.flatMap((link) => [...link.zh]))).toEqual(zh.map((_, at) => at));
          expect(count(gold.flatMap((link) => [...link.en]))).toEqual(en.map((_, at) => at));
        }
      }),
    );
  });

  test.each([
    ['drop', 90],
    ['block', 90],
    ['insert', 110],
  ] as const)('%s changes the number of sentences to %i of 100', (kind, left) => {
    const noisy = addNoise(documents(50, 30, 20), { kind, side: 'en', share: 0.1, seed: 3 });
    expect(noisy.reduce((sum, { en }) => sum + en.length, 0)).toBe(left);
    expect(noisy.reduce((sum, { zh }) => sum + zh.length, 0)).toBe(100);
  });

  test('the seed decides', () => {
    const noisy = (seed: number) =>
      addNoise(documents(40, 40), { kind: 'drop', side: 'zh', share: 0.2, seed });
    expect(noisy(5)).toEqual(noisy(5));
    expect(noisy(5)).not.toEqual(noisy(6));
  });
});
