import { expect, test } from '@jest/globals';
import { percent } from '../../src/report/count.js';

test.each([
  [0, 0, '0\u00a0%'],
  [1, 3, '33\u00a0%'],
  [1, 1000, '1\u00a0%'],
  [999, 1000, '99\u00a0%'],
  [7, 7, '100\u00a0%'],
])('%i of %i is %s: neither none nor all unless it is', (part, whole, shown) => {
  expect(percent(part, whole)).toBe(shown);
});
