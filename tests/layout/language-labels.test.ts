import { expect, test } from '@jest/globals';
import { withoutLabels } from '../../src/layout/language-labels.js';

const lines = [
  '中文：港口开放了。英文：The port opened.',
  '中文：船到了。  英文：The ship came in.',
];

test('labels of both languages on one line are taken off, with the space between', () => {
  const blocks = lines.map((text) => ({ text, kind: 'paragraph' as const }));
  expect(lines.map(withoutLabels(blocks))).toEqual([
    { labels: ['中文：', '英文：'], texts: ['港口开放了。', 'The port opened.'] },
    { labels: ['中文：', '英文：'], texts: ['船到了。', 'The ship came in.'] },
  ]);
});

test('lines with hundreds of thousands of spaces are read at once', () => {
  const space = ' '.repeat(300_000);
  const blocks = [`中文：港${space}口`, `英文：a${space}port`, '中文：船', '英文：ship'].map(
    (text) => ({ text, kind: 'paragraph' as const }),
  );
  const from = process.cpuUsage();
  const unlabelled = withoutLabels(blocks);
  for (const { text } of blocks) expect(unlabelled(text).labels).toHaveLength(1);
  const { user, system } = process.cpuUsage(from);
  expect((user + system) / 1e6).toBeLessThan(2); // with the square of the length: minutes
});
