import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { drawAlignment, evaluateAlignment, linksOf, regionsOf } from '../../src/evaluate/index.js';
import type { Link } from '../../src/evaluate/index.js';

const link = (zh: number[], en: number[]): Link => ({ zh, en });

describe('regionsOf', () => {
  test('a disagreement is one region, however many links it holds', () => {
    const gold = [link([0], [0]), link([1], [1, 2]), link([2], [3]), link([3], [4])];
    const system = [link([0], [0]), link([1], [1]), link([2], [2, 3]), link([3], [4])];
    expect(regionsOf(gold, system).map(({ zh, en, agrees }) => [zh, en, agrees])).toEqual([
      [[0], [0], true],
      [[1, 2], [1, 2, 3], false],
      [[3], [4], true],
    ]);
  });

  test('a lone English sentence stands where it belongs', () => {
    const links = [link([0], [0]), link([], [1]), link([1], [2])];
    expect(regionsOf(links, links).map(({ en }) => en)).toEqual([[0], [1], [2]]);
  });

  test('every link is in exactly one region', () => {
    const shape = fc.tuple(fc.nat(2), fc.nat(3)).filter(([a, b]) => a + b > 0);
    const alignment = fc.array(shape, { minLength: 1, maxLength: 12 }).map((shapes) => {
      let [i, j] = [0, 0];
      return linksOf(
        shapes.map(([a, b]) => ({ zh: { from: i, to: (i += a) }, en: { from: j, to: (j += b) } })),
      );
    });
    fc.assert(
      fc.property(alignment, alignment, (gold, system) => {
        const regions = regionsOf(gold, system);
        expect(regions.flatMap((region) => region.gold).length).toBe(gold.length);
        expect(regions.flatMap((region) => region.system).length).toBe(system.length);
        const zh = regions.flatMap((region) => region.zh);
        expect(new Set(zh).size).toBe(zh.length);
      }),
    );
  });
});

test('the picture shows errors with their texts, escaped, and folds what is right', () => {
  const sentences = ['零', '一 <b>', '二', '三', '四'];
  const gold = sentences.map((_, at) => link([at], [at]));
  const system = [link([0, 1], [0, 1]), ...gold.slice(2)];
  const report = evaluateAlignment([{ name: 'x', gold, system }], { resamples: 1 });
  const page = [
    ...drawAlignment([{ name: 'a&b', zh: sentences, en: sentences, gold, system }], report),
  ].join('');
  expect(page).toContain('<h2>a&amp;b</h2>');
  expect(page).toContain('一 &lt;b&gt;');
  expect(page).toContain('gold 1 → 1 (1-1) · 2 → 2 (1-1)<br>found 1,2 → 1,2 (2-2)');
  expect(page).toContain('… 2 right …');
  expect(page).not.toContain('<script');
});
