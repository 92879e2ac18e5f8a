import { describe, expect, test } from '@jest/globals';
import { fingerprintOf, likeness, sketchOf } from '../../src/text/index.js';

const zh = '市长周三上午在办公室会见了来自友好城市的代表团，双方谈了今后的合作。';
const en =
  'On Wednesday morning the mayor met a delegation from the sister city in his office and talked about future cooperation.';
const other = {
  zh: '公园每天早上六点开门，门票免费。',
  en: 'The park opens at six every morning and is free.',
};

describe('sketches', () => {
  test('of equal texts are equal whatever case and marks', () => {
    expect(
      likeness(sketchOf({ zh, en }), sketchOf({ zh: zh.replace('，', ','), en: en.toUpperCase() })),
    ).toBe(1);
  });

  test('of a text with one word changed are alike', () => {
    const changed = sketchOf({ zh, en: en.replace('Wednesday', 'Thursday') });
    expect(likeness(sketchOf({ zh, en }), changed)).toBeGreaterThan(0.7);
  });

  test('of different texts are not alike', () => {
    expect(likeness(sketchOf({ zh, en }), sketchOf(other))).toBeLessThan(0.2);
  });

  test('estimate the share of equal grams', () => {
    // 60 sentences of 20 words; each differs from the first in its last k words.
    const words = Array.from({ length: 80 }, (_one, n) => `word${String(n * n)}`);
    const first = words.slice(0, 20);
    for (const k of [0, 2, 5, 10, 20]) {
      const texts = { zh: '', en: [...first.slice(k), ...words.slice(20, 20 + k)].join(' ') };
      const one = { zh: '', en: first.join(' ') };
      const jaccard = shareOfGrams(one.en, texts.en);
      expect(Math.abs(likeness(sketchOf(one), sketchOf(texts)) - jaccard)).toBeLessThan(0.25);
    }
  });
});

function shareOfGrams(one: string, two: string): number {
  const gramsOf = (text: string): Set<string> => {
    const bare = text.replace(/ /g, '');
    return new Set(Array.from({ length: bare.length - 2 }, (_x, at) => bare.slice(at, at + 3)));
  };
  const [first, second] = [gramsOf(one), gramsOf(two)];
  const both = [...first].filter((gram) => second.has(gram)).length;
  return both / (first.size + second.size - both);
}

describe('fingerprints', () => {
  test('tell the two sides apart', () => {
    const print = fingerprintOf({ zh: 'one two three', en: 'one two three' });
    expect(print.zh).not.toBe(print.en);
    const [swapped, straight] = [fingerprintOf({ zh: en, en: zh }), fingerprintOf({ zh, en })];
    expect(swapped.pair).not.toBe(straight.pair);
  });

  test('have no key for a side that is too short to tell anything', () => {
    expect(fingerprintOf({ zh: '是。', en: 'Yes.' })).not.toHaveProperty('zh');
    expect(fingerprintOf({ zh, en })).toHaveProperty('zh');
  });

  test('are safe numbers, different for 50,000 texts that differ in a figure', () => {
    const keys = Array.from(
      { length: 50_000 },
      (_one, n) => fingerprintOf({ zh: `第${String(n)}条`, en: `Article ${String(n)}` }).pair,
    );
    expect(keys.every(Number.isSafeInteger)).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
