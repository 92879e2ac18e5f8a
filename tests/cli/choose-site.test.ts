import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../support/io.js';

/** One corpus for all tests of this file. */
const folder = mkdtempSync(join(tmpdir(), 'duizhao-site-'));
const PAIR = { zh: '会议在海边的大厅举行。', en: 'The meeting was held in the hall by the sea.' };

/** Imports a file with one pair of its own. */
async function imported(name: string, mark: string, facts: object): Promise<void> {
  const file = join(folder, name);
  const pair = { zh: `${mark}${PAIR.zh}`, en: `${mark} ${PAIR.en}`, ...facts };
  writeFileSync(file, `${JSON.stringify(pair)}\n`);
  await run(['import', file, '-C', folder]);
}

beforeAll(async () => {
  await run(['init', folder]);
  await imported('a.jsonl', 'A', {
    url_or_path: 'https://www.lan.example/1.html',
    site: '澜江外办',
  });
  await imported('b.jsonl', 'B', { url_or_path: 'http://News.Lan.example:8080/2.html' });
  await imported('memory.v2.jsonl', 'C', {});
  await imported('d.jsonl', 'D', { site: '望潮日报' });
  writeFileSync(join(folder, 'e.txt'), `E${PAIR.zh}\n\nE ${PAIR.en}\n`);
  await run(['add', join(folder, 'e.txt'), '-C', folder]);
  await run(['build', '-C', folder]);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** First letters of the pairs of a site. */
async function pairsOf(site: string): Promise<string> {
  const file = join(folder, 'out.csv');
  await run(['export', file, '-C', folder, '--site', site, '--columns', 'zh', '--force']);
  const rows = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
  return rows.map((row) => row.charAt(0)).join('');
}

test.each([
  ['www.lan.example', 'A'],
  ['lan.example', 'AB'],
  ['LAN.example', 'AB'],
  ['news.lan.example:8080', 'B'],
  ['澜江外办', 'A'],
  ['外办', 'A'],
  ['memory.v2.jsonl', 'C'],
  ['望潮日报', 'D'],
  ['(files)', 'E'],
  ['an.example', ''],
  ['v2.jsonl', ''],
])('--site %s → %s', async (site, letters) => {
  expect(await pairsOf(site)).toBe(letters);
});

test('every site that stats shows can be chosen and has as many pairs as it says', async () => {
  const { out } = await run(['stats', '--json', '--no-words', '-C', folder]);
  const { sites } = JSON.parse(out) as { sites: { name: string; kept: number }[] };
  expect(sites).toHaveLength(5);
  for (const { name, kept } of sites) expect((await pairsOf(name)).length).toBe(kept);
});

test('search knows the same sites', async () => {
  const { err } = await run(['search', 'hall', '--site', 'memory.v2.jsonl', '-C', folder]);
  expect(err).toBe('1 of 1 pair\n');
});

test('a site without pairs is answered with those there are', async () => {
  const file = join(folder, 'none.csv');
  const { err } = await run(['export', file, '-C', folder, '--site', 'nowhere.example']);
  expect(err).toContain('sites of this corpus: ');
  expect(err).toContain('memory.v2.jsonl');
});
