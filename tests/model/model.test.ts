import { expect, test } from '@jest/globals';
import { beadShape, documentId, pairId, unitScore } from '../../src/model/index.js';

test('a score outside [0, 1] or not a number is refused', () => {
  expect(unitScore(0)).toBe(0);
  expect(unitScore(1)).toBe(1);
  for (const bad of [-0.01, 1.01, NaN]) expect(() => unitScore(bad)).toThrow(RangeError);
});

test('ids are hex of their own length', () => {
  expect(documentId('a'.repeat(64))).toHaveLength(64);
  expect(pairId('0'.repeat(32))).toHaveLength(32);
  expect(() => documentId('a'.repeat(63))).toThrow(RangeError);
  expect(() => pairId('G'.repeat(32))).toThrow(RangeError);
});

test('a shape counts sentences, Chinese first', () => {
  expect(beadShape({ zh: { from: 2, to: 3 }, en: { from: 5, to: 7 } })).toBe('1-2');
  expect(beadShape({ zh: { from: 2, to: 2 }, en: { from: 5, to: 6 } })).toBe('0-1');
});
