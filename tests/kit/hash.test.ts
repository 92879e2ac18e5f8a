import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hashOf, seededRng, sha256, stableJson } from '../../src/kit/index.js';

test('sha256 is the published value for "abc"', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('the order of keys does not change a hash, the border between values does', () => {
  expect(hashOf({ a: 1, b: { d: 2, c: 3 } })).toBe(hashOf({ b: { c: 3, d: 2 }, a: 1 }));
  expect(hashOf('a', 'bc')).not.toBe(hashOf('ab', 'c'));
});

test('stable JSON says the same as JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('stable JSON orders keys at every depth, as JSON does with objects made in that order', () => {
  const value = { b: [{ d: 1, c: new Date(0) }], '10': 1, '9': 2, a: undefined };
  expect(stableJson(value)).toBe('{"9":2,"10":1,"b":[{"c":"1970-01-01T00:00:00.000Z","d":1}]}');
  const hostile: unknown = JSON.parse('{"b":1,"__proto__":{"y":1,"x":2},"a":0}');
  expect(stableJson(hostile)).toBe('{"__proto__":{"x":2,"y":1},"a":0,"b":1}');
});

test('a seed fixes the whole series, and the series spreads over [0, 1)', () => {
  const draw = (seed: number): number[] => {
    const rng = seededRng(seed);
    return Array.from({ length: 2_000 }, () => rng());
  };
  const series = draw(7);
  expect(series).toEqual(draw(7));
  expect(series).not.toEqual(draw(8));
  expect(Math.min(...series)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...series)).toBeLessThan(1);
  const mean = series.reduce((sum, x) => sum + x, 0) / series.length;
  expect(Math.abs(mean - 0.5)).toBeLessThan(0.03); // 4.6 standard errors
});
