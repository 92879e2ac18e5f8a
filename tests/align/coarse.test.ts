import { describe, expect, test } from '@jest/globals';
import { loadLexicon } from '../../src/lexicon/index.js';
import { fullBand } from '../../src/align/band.js';
import { sketchPath } from '../../src/align/coarse.js';
import { bandAlong, emptyGuide, openGuide, setPath } from '../../src/align/guide.js';
import { knowledgeOf, readSet } from '../../src/align/model.js';
import { NEWS } from './support/news.js';

/** Positions after each bead of NEWS: 1-1 1-2 1-1 2-1 1-1 1-1. */
const ENDS = [
  [1, 1],
  [2, 3],
  [3, 4],
  [5, 5],
  [6, 6],
  [7, 7],
] as const;

function sketch(zh: readonly string[], en: readonly string[]) {
  const model = readSet([{ zh, en }], knowledgeOf({}, loadLexicon()));
  const [pair] = model.documents;
  if (pair === undefined) throw new Error('no document');
  return sketchPath(pair, model, fullBand(zh.length, en.length));
}

describe('the sketch of a path', () => {
  test('holds the beads a translator would draw, and leaves out most else', () => {
    const { low, high } = sketch(NEWS.zh, NEWS.en);
    for (const [i, j] of ENDS) {
      expect(low[i]).toBeLessThanOrEqual(j);
      expect(high[i]).toBeGreaterThanOrEqual(j);
    }
    const kept = low.reduce((sum, from, i) => sum + (high[i] ?? 0) - from + 1, 0);
    expect(kept).toBeLessThan(0.7 * (NEWS.zh.length + 1) * (NEWS.en.length + 1));
  });

  test('passes over a block that only one side has', () => {
    const block = Array.from({ length: 60 }, (_, k) => `Whales number ${k + 100} snore upright.`);
    const en = [...NEWS.en.slice(0, 4), ...block, ...NEWS.en.slice(4)];
    const { low, high } = sketch(NEWS.zh, en);
    for (const [i, j] of ENDS) {
      const shifted = j <= 4 ? j : j + block.length;
      expect(low[i]).toBeLessThanOrEqual(shifted);
      expect(high[i]).toBeGreaterThanOrEqual(shifted);
    }
  });

  test('rules nothing out where there is nothing to go by', () => {
    const { low, high } = sketch(Array<string>(9).fill('——'), Array<string>(9).fill('--'));
    expect([...low.subarray(1, 9)]).toEqual(Array(8).fill(0));
    expect([...high.subarray(1, 9)]).toEqual(Array(8).fill(9));
  });
});

describe('a guide', () => {
  test('holds the path written into it, however wrong its bounds', () => {
    const guide = emptyGuide(4, 5);
    setPath(
      guide,
      [
        { a: 1, b: 2 },
        { a: 2, b: 1 },
        { a: 1, b: 2 },
      ].map((shape) => ({ ...shape, probability: 1, score: 0 })),
    );
    expect([...guide.path]).toEqual([0, 2, 2, 3, 5]);
    const band = bandAlong(guide, { i: 1, j: 2 }, { i: 4, j: 5 }, 0);
    expect(band).toMatchObject({ m: 3, n: 3 });
    expect([...band.low]).toEqual([0, 0, 1, 1]);
    expect([...band.high]).toEqual([0, 1, 1, 3]);
  });

  test('of a tiny text is open', () => {
    const { low, high } = openGuide(2, 3);
    expect([...low]).toEqual([0, 0, 0]);
    expect([...high]).toEqual([3, 3, 3]);
  });
});
