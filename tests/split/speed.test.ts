import { describe, expect, test } from '@jest/globals';
import type { Lang } from '../../src/model/index.js';
import { splitSentences } from '../../src/split/index.js';

/** Processor time of splitting, in milliseconds: other work on the machine does not count. */
function costMs(text: string, lang: Lang): number {
  const before = process.cpuUsage();
  splitSentences(text, lang);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Cost of `unit` repeated to `length` units, the best of three. */
function bestCostMs(unit: string, length: number, lang: Lang): number {
  const text = unit.repeat(Math.ceil(length / unit.length));
  return Math.min(costMs(text, lang), costMs(text, lang), costMs(text, lang));
}

const ORDINARY: readonly (readonly [Lang, string])[] = [
  ['zh', '他说：“我明天去（如果不下雨）。”她点点头，没有回答……'],
  ['en', 'Mr. Smith of Acme Inc. said, "We go (if it is dry)." She nodded, e.g. twice. '],
];

/** Marks that nobody closes and stops that never end: the worst a page can hold. */
const HOSTILE = [
  '(',
  '“',
  '"',
  '《啊',
  '...',
  '。“',
  'A.',
  '1. ',
  '[1',
  ' . .',
  '啊……',
  "。'啊",
  ' :)',
  '😀',
  '"a ',
  '(b) ',
  '…………',
  '！😀',
];

describe('time grows with the length of the text, not with its square', () => {
  test.each(ORDINARY)('in one %s paragraph', (lang, unit) => {
    const [one, four] = [bestCostMs(unit, 300_000, lang), bestCostMs(unit, 1_200_000, lang)];
    expect(four).toBeLessThan(10 * Math.max(one, 5));
  });

  test.each(HOSTILE)('over %j and nothing else', (unit) => {
    const [one, four] = [bestCostMs(unit, 25_000, 'zh'), bestCostMs(unit, 100_000, 'zh')];
    expect(four).toBeLessThan(12 * Math.max(one, 5));
  });
});

test('a paragraph of ten megabytes is cut into all of its sentences', () => {
  const unit = '他来了。';
  const text = unit.repeat(850_000);
  expect(Buffer.byteLength(text)).toBeGreaterThan(10_000_000);
  expect(splitSentences(text, 'zh')).toHaveLength(850_000);
});
