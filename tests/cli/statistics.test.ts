import { expect, test } from '@jest/globals';
import { showStatistics } from '../../src/cli/statistics.js';
import { statistics } from '../report/support.js';

/** Cells of the table rows that hold a word. */
function row(text: string, word: string): string[] {
  const line = text.split('\n').find((one) => one.includes(word)) ?? '';
  return line.split('│').flatMap((cell) => (cell.trim() === '' ? [] : [cell.trim()]));
}

test('lengths are shown in bands of Chinese characters with the middle English length', () => {
  const lengthSample = [
    { zh: 12, en: 30 },
    { zh: 15, en: 50 },
    { zh: 19, en: 40 },
    { zh: 20, en: 90 },
    { zh: 200, en: 700 },
  ];
  const text = showStatistics(statistics({ lengthSample }));
  expect(row(text, '10–19')).toEqual(['10–19', '3', '40']);
  expect(row(text, '20–39')).toEqual(['20–39', '1', '90']);
  expect(row(text, '80 and more')).toEqual(['80 and more', '1', '700']);
  expect(text).not.toContain('40–79');
});

test('the growth of the vocabulary ends with the whole sample', () => {
  const growth = [10, 20, 30, 40, 50, 60].map((pairs) => ({
    pairs,
    ...{ zh: pairs * 3, zhCharacters: pairs * 2, en: pairs },
  }));
  const text = showStatistics(
    statistics({
      vocabulary: { sampledPairs: 60, growth, frequentZh: [], frequentEn: [], translations: [] },
    }),
  );
  expect(row(text, '180')).toEqual(['60', '180', '120', '60']);
  expect(row(text, '120')).toEqual(['40', '120', '80', '40']);
  expect(row(text, '150')).toEqual([]);
});
