import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  calibrationError,
  countCrossing,
  reliability,
  scoreBoundaries,
  scoreContent,
  scoreUnits,
} from '../../src/evaluate/index.js';

describe('countCrossing', () => {
  const paragraphs = [
    { zh: [0], en: [0] },
    { zh: [1], en: [1] },
  ];

  test('a link inside one paragraph pair does not cross, one over the border does', () => {
    const links = [
      { zh: [0], en: [0] },
      { zh: [1, 2], en: [1] },
      { zh: [3], en: [2] },
    ];
    // Chinese sentences 0 and 1 are paragraph 0; English sentences 0 and 1 are paragraph 0
    expect(countCrossing(paragraphs, links, [0, 0, 1, 1], [0, 0, 1])).toEqual({
      links: 3,
      crossing: 1,
      missed: 0,
    });
  });

  test('a paragraph whose sentences all stay alone is missed', () => {
    const links = [
      { zh: [0], en: [] },
      { zh: [], en: [0] },
      { zh: [1], en: [1] },
    ];
    expect(countCrossing(paragraphs, links, [0, 1], [0, 1])).toEqual({
      links: 3,
      crossing: 0,
      missed: 1,
    });
  });
});

describe('scoreBoundaries', () => {
  test('white space and the end of the text do not matter', () => {
    const text = '一。 二。三。';
    const gold = [
      { start: 0, end: 2 },
      { start: 3, end: 5 },
      { start: 5, end: 7 },
    ];
    const system = [
      { start: 0, end: 3 },
      { start: 3, end: 7 },
    ];
    expect(scoreBoundaries(text, gold, system)).toEqual({
      gold: 2,
      system: 1,
      both: 1,
      precision: 1,
      recall: 0.5,
      f1: 2 / 3,
    });
  });
});

describe('scoreContent', () => {
  test('counts Han characters and words with their number', () => {
    expect(scoreContent('深圳 APEC', '深圳深 apec')).toEqual({
      precision: 0.75,
      recall: 1,
      f1: 6 / 7,
    });
  });

  test('two empty texts agree, one empty text does not', () => {
    expect(scoreContent('', '').f1).toBe(1);
    expect(scoreContent('', '深').f1).toBe(0);
  });

  test('exchanging the sides exchanges precision and recall', () => {
    const units = fc.array(fc.constantFrom('a', 'b', '中', '文'), { maxLength: 12 });
    fc.assert(
      fc.property(units, units, (one, other) => {
        const [there, back] = [scoreUnits(one, other), scoreUnits(other, one)];
        expect(there.precision).toBeCloseTo(back.recall, 12);
        expect(there.f1).toBeCloseTo(back.f1, 12);
      }),
    );
  });
});

describe('reliability', () => {
  test('bins forecasts and measures how far they are off', () => {
    const table = reliability(
      [
        { confidence: 1, right: true },
        { confidence: 0.9, right: false },
        { confidence: 0.2, right: false },
      ],
      2,
    );
    expect(table).toEqual([
      { from: 0, to: 0.5, count: 1, confidence: 0.2, right: 0 },
      { from: 0.5, to: 1, count: 2, confidence: 0.95, right: 0.5 },
    ]);
    expect(calibrationError(table)).toBeCloseTo((0.2 + 2 * 0.45) / 3, 12);
  });
});
