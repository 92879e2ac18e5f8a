import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { showStatistics } from '../../src/cli/statistics.js';
import { openCorpus } from '../../src/store/index.js';
import { statistics } from '../report/support.js';
import { saveLines } from '../search/support.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

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

test('names are cut to fit a terminal, Chinese ones counted twice as wide', () => {
  const site = { documents: 1, pairs: 7, kept: 7 };
  const text = showStatistics(statistics({ sites: [{ ...site, name: '语'.repeat(60) }] }));
  expect(row(text, '语')).toEqual([`${'语'.repeat(23)}…`, '7', '7']);
  const rows = text.split('\n').filter((line) => line.startsWith('│'));
  expect(Math.max(...rows.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('a long row of years is summed up by decade, the last ones included', () => {
  const years = Array.from({ length: 40 }, (_one, at) => ({
    ...{ name: String(1985 + at), documents: 1, pairs: 1, kept: 1 },
  }));
  const text = showStatistics(statistics({ years: years.slice(0, 20) }));
  expect(row(text, '2004')).toEqual(['2004', '1', '1']);
  const long = showStatistics(statistics({ years }));
  expect(row(long, '1980s')).toEqual(['1980s', '5', '5']);
  expect(row(long, '2020s')).toEqual(['2020s', '5', '5']);
});

test('stats --html writes the report with its pictures open, and overwrites nothing', async () => {
  const folder = emptyFolder();
  const corpus = openCorpus(folder, { create: true });
  saveLines(corpus, 'https://a.example/1', [['双方交换意见。', 'They exchanged views.']]);
  corpus.close();
  const file = join(folder, 'report.html');
  expect((await run(['stats', '--html', file, '-C', folder])).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toContain('<details class="more" open>');
  expect(await run(['stats', '--html', file, '-C', folder])).toMatchObject({ code: 73 });
  expect((await run(['stats', '--html', file, '-C', folder, '--force'])).code).toBe(0);
});

test('the page and the JSON can be had at once; the page needs a file', async () => {
  const folder = emptyFolder();
  await run(['init', folder]);
  const html = join(folder, 'report.html');
  const { code, out } = await run(['stats', '-C', folder, '--html', html, '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ counts: { pairs: 0 } });
  expect(readFileSync(html, 'utf8')).toContain('<!doctype html>');
  expect((await run(['stats', '-C', folder, '--html', '-'])).code).toBe(64);
});

test('init, add, learn and export tell programs what they did', async () => {
  const folder = join(emptyFolder(), 'corpus');
  const said = async (...words: string[]): Promise<unknown> => {
    const { out, err } = await run([...words, '--json']);
    expect(err).toBe('');
    return JSON.parse(out);
  };
  const made = ['corpus.db', 'duizhao.yaml'].map((name) => join(folder, name));
  expect(await said('init', folder)).toEqual({ folder, made });
  const text = join(emptyFolder(), 'a.txt');
  writeFileSync(text, '海港很大。\n\nThe harbour is large.\n');
  expect(await said('add', text, '-C', folder)).toMatchObject({ new: 1, passedOver: [] });
  expect(await said('learn', '-C', folder)).toMatchObject({ translations: 0 });
  const file = join(folder, 'x.tmx');
  expect(await said('export', file, '-C', folder)).toMatchObject({ pairs: 0, files: [file] });
});
