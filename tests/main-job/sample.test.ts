import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { sampleOf } from '../../src/pipeline/sample.js';

const keys = fc.uniqueArray(fc.string(), { maxLength: 40 });

test('a sample depends on the keys alone, not on their order', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 20 }), (all, most) => {
      const sample = sampleOf(all, most);
      expect(sampleOf(all.toReversed(), most)).toEqual(sample);
      expect(sample).toHaveLength(Math.min(most, all.length));
      expect(new Set([...sample, ...all]).size).toBe(all.length);
    }),
  );
});

test('a sample is taken from all over a list, not from its beginning', () => {
  const all = Array.from({ length: 10_000 }, (_, at) => `https://example.org/${at}`);
  const places = sampleOf(all, 1_000).map((key) => all.indexOf(key));
  const late = places.filter((at) => at >= 5_000).length;
  expect(late).toBeGreaterThan(400);
  expect(late).toBeLessThan(600);
});
