import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isSelected, partition, samplePairs, type Selection } from '../../src/exchange/index.js';
import { seededRng } from '../../src/kit/index.js';
import { collect } from './samples.js';

describe('selection', () => {
  const record = {
    zh: '增长百分之五',
    en: 'Growth of Five Percent',
    score: 0.8,
    state: 'new',
    date: '2024-03-18',
    site: '示例网',
    url_or_path: 'https://example.org/1.html',
    doc: 'd1',
    checks: 'number-mismatch: zh 5; untranslated: en',
  };
  test.each<[Selection, boolean]>([
    [{}, true],
    [{ states: ['rejected'] }, false],
    [{ minScore: 0.8 }, true],
    [{ minScore: 0.81 }, false],
    [{ maxScore: 0.79 }, false],
    [{ since: '2024-03-18', until: '2024-03-18' }, true],
    [{ since: '2024-03-19' }, false],
    [{ site: 'example.org' }, true],
    [{ document: 'd1' }, true],
    [{ document: 'd' }, false],
    [{ check: 'untranslated' }, true],
    [{ check: 'number' }, false],
    [{ query: 'five percent' }, true],
    [{ query: '百分之五' }, true],
    [{ query: '百分之六' }, false],
    [{ query: '百分之五', states: ['rejected'] }, false],
  ])('%j → %p', (selection, expected) => {
    expect(isSelected(record, selection)).toBe(expected);
  });
});

describe('sampling', () => {
  test('takes the number asked for, each at most once, in order, the same for the same seed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(60), fc.nat(20), fc.nat(), async (size, count, seed) => {
        const items = Array.from({ length: size }, (_, index) => index);
        const sample = await samplePairs(items, count, seededRng(seed));
        expect(sample).toHaveLength(Math.min(size, count));
        expect(sample).toEqual([...new Set(sample)].sort((a, b) => a - b));
        expect(await samplePairs(items, count, seededRng(seed))).toEqual(sample);
      }),
    );
  });

  test('prefers nothing: each of 10 items is taken about 300 times in 1,000 samples of 3', async () => {
    const taken = new Array<number>(10).fill(0);
    const random = seededRng(1);
    for (let round = 0; round < 1_000; round += 1) {
      for (const item of await samplePairs(taken.keys(), 3, random))
        taken[item] = (taken[item] ?? 0) + 1;
    }
    expect(Math.min(...taken)).toBeGreaterThan(250);
    expect(Math.max(...taken)).toBeLessThan(350);
  });
});

describe('partition', () => {
  const pair = fc.record({
    zh: fc.string({ minLength: 1, maxLength: 2 }),
    en: fc.string({ minLength: 1, maxLength: 2 }),
    doc: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  });

  test('keeps documents whole and texts in one part, and loses no pair', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 40 }), fc.nat(), async (pairs, seed) => {
        const parted = await collect(partition(pairs, { dev: 0.3, test: 0.3, seed }));
        expect(parted.map(({ record }) => record)).toEqual(pairs);
        const partOf = new Map<string, string>();
        for (const item of parted) {
          if (item.kind === 'leak') continue;
          const { doc = '', zh, en } = item.record;
          for (const key of [`doc ${doc}`, `zh ${zh}`, `en ${en}`]) {
            expect(partOf.get(key) ?? item.part).toBe(item.part);
            partOf.set(key, item.part);
          }
        }
      }),
    );
  });

  test('gives each part about its share of the documents', async () => {
    const pairs = Array.from({ length: 2_000 }, (_, index) => ({
      zh: `中${index}`,
      en: `e${index}`,
      doc: `d${index}`,
    }));
    const parted = await collect(partition(pairs, { dev: 0.1, test: 0.2, seed: 1 }));
    const count = (part: string) =>
      parted.filter((item) => item.kind === 'part' && item.part === part).length;
    expect(Math.abs(count('dev') - 200)).toBeLessThan(50);
    expect(Math.abs(count('test') - 400)).toBeLessThan(70);
  });
});
