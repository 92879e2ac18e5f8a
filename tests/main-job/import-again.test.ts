import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCorpus } from '../../src/store/index.js';
import { Sql } from '../../src/store/sqlite.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const DISHES = ['面条', '饺子', '豆腐', '米饭', '青菜', '鱼', '汤', '茶'];
const WORDS = ['noodles', 'dumplings', 'tofu', 'rice', 'greens', 'fish', 'soup', 'tea'];

interface Line {
  zh: string;
  en: string;
  doc?: string;
  url_or_path?: string;
}

/** A menu a day: long enough that a file of them is several stretches. */
function pair(n: number): Line {
  const [one, two] = [n % 8, Math.floor(n / 8) % 8];
  const zh = `第${n}天的菜单上有${DISHES[one] ?? ''}和${DISHES[two] ?? ''}，价格是${n + 10}元。`;
  const en = `The menu of day ${n} has ${WORDS[one] ?? ''} and ${WORDS[two] ?? ''}, at ${n + 10} yuan.`;
  return { zh, en };
}

/** `documents` documents of ten pairs. */
function named(documents: number): Line[] {
  return Array.from({ length: documents * 10 }, (_one, n) => ({
    ...pair(n),
    doc: `d${Math.floor(n / 10)}`,
    url_or_path: `https://menus.example.org/${Math.floor(n / 10)}`,
  }));
}

function write(file: string, lines: readonly Line[]): void {
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

async function imported(corpus: string, file: string, ...more: readonly string[]): Promise<object> {
  const { code, out, err } = await run(['import', file, '-C', corpus, '--json', ...more]);
  expect([code, err.startsWith('error')]).toEqual([0, false]);
  return JSON.parse(out) as object;
}

async function built(corpus: string): Promise<string> {
  expect((await run(['build', '-C', corpus, '--workers', '1'])).code).toBe(0);
  const file = join(corpus, 'all.jsonl');
  const states = 'new,accepted,edited,rejected';
  await run(['export', file, '-C', corpus, '--force', '--state', states]);
  return readFileSync(file, 'utf8');
}

function shas(corpus: string): ReadonlyMap<string, string> {
  const opened = openCorpus(corpus, { readOnly: true });
  const found = new Map([...opened.sources.list()].map(({ key, sha256 }) => [key, sha256]));
  opened.close();
  return found;
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): number {
  return [...after].filter(([key, sha256]) => before.get(key) !== sha256).length;
}

async function newCorpus(folder: string, name: string): Promise<string> {
  const corpus = join(folder, name);
  expect((await run(['init', corpus])).code).toBe(0);
  return corpus;
}

describe('the same file imported again', () => {
  test('comes out as if it were imported for the first time, whatever changed in it', async () => {
    const folder = emptyFolder();
    const file = join(folder, 'menus.jsonl');
    const grown = await newCorpus(folder, 'grown');
    const lines = named(60);
    write(file, lines);
    expect(await imported(grown, file)).toMatchObject({ same: 0, new: 600 });
    await built(grown);
    expect(await imported(grown, file)).toMatchObject({ same: 600, changed: 0, new: 0 });
    const edited = lines.map((line, n) =>
      n === 305 ? { ...line, en: 'No menu on day 305.' } : line,
    );
    edited.splice(400, 0, ...named(62).slice(610)); // another document in the middle
    write(file, edited);
    const before = shas(grown);
    expect(await imported(grown, file)).toMatchObject({ same: 599, new: 11 });
    expect(changed(before, shas(grown))).toBe(2);
    const fresh = await newCorpus(folder, 'fresh');
    await imported(fresh, file);
    const sorted = (text: string): string[] => text.split('\n').sort();
    expect(sorted(await built(grown))).toEqual(sorted(await built(fresh)));
  });

  test('a document that lost its place to another of the same name is read again', async () => {
    const folder = emptyFolder();
    const [file, corpus] = [join(folder, 'menus.jsonl'), await newCorpus(folder, 'c')];
    const lines = named(60);
    write(file, lines);
    await imported(corpus, file);
    const first = lines.slice(0, 10).map((line) => ({ ...line, doc: 'd50', url_or_path: 'x' }));
    const again = first.map((line) => ({ ...line, url_or_path: lines[500]?.url_or_path ?? '' }));
    write(file, [...again, ...lines]);
    await imported(corpus, file);
    const fresh = await newCorpus(folder, 'fresh');
    await imported(fresh, file);
    expect(shas(corpus)).toEqual(shas(fresh));
  });

  test('an edit somebody made of its pairs stands', async () => {
    const folder = emptyFolder();
    const [file, corpus] = [join(folder, 'menus.jsonl'), await newCorpus(folder, 'c')];
    write(file, named(30));
    await imported(corpus, file);
    const [row = ''] = (await built(corpus)).split('\n');
    const edit = join(folder, 'edit.jsonl');
    const theirs = { ...(JSON.parse(row) as object), en: 'A menu of Li’s.', state: 'edited' };
    writeFileSync(edit, JSON.stringify(theirs));
    await imported(corpus, edit, '--who', 'Li');
    expect(await imported(corpus, file)).toMatchObject({ same: 300, changed: 0, new: 0 });
    expect(await built(corpus)).toContain('A menu of Li’s.');
  });

  test('told other things about it, or after a takedown, it is read', async () => {
    const folder = emptyFolder();
    const [file, corpus] = [join(folder, 'menus.jsonl'), await newCorpus(folder, 'c')];
    write(file, named(30));
    await imported(corpus, file);
    const before = shas(corpus);
    await imported(corpus, file, '--who', 'Wang');
    expect(changed(before, shas(corpus))).toBe(30);
    const key = `${file}#https://menus.example.org/7`;
    const opened = openCorpus(corpus);
    opened.forget({ kind: 'location', location: key }, 'Wang');
    opened.close();
    expect(shas(corpus).has(key)).toBe(false);
    await imported(corpus, file, '--who', 'Wang');
    expect(shas(corpus).size).toBe(30);
  });

  test('a pair put into a file without names of documents changes few of them', async () => {
    const folder = emptyFolder();
    const [file, corpus] = [join(folder, 'menus.jsonl'), await newCorpus(folder, 'c')];
    const lines = Array.from({ length: 3_000 }, (_one, n) => pair(n));
    write(file, lines);
    await imported(corpus, file);
    const before = shas(corpus);
    expect(before.size).toBeGreaterThan(6);
    lines.splice(20, 0, { zh: '今天没有菜单。', en: 'There is no menu today.' });
    write(file, lines);
    expect(await imported(corpus, file)).toMatchObject({ new: expect.any(Number) });
    expect(changed(before, shas(corpus))).toBeLessThanOrEqual(2);
  });
});

test('what a file says was decided on new pairs is taken over after the build', async () => {
  const folder = emptyFolder();
  const file = join(folder, 'decided.jsonl');
  const pairs = [
    { zh: '图书馆周一闭馆。', en: 'The library is closed on Mondays.', state: 'rejected' },
    { zh: '渡轮每小时一班。', en: 'There is a ferry every hour.', state: 'new' },
  ];
  writeFileSync(file, pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(''));
  await run(['init', folder]);
  const first = await run(['import', file, '-C', folder, '--json']);
  expect(JSON.parse(first.out)).toMatchObject({ new: 2, undecided: 1 });
  expect(first.err).toContain('import the file again');
  await run(['build', '-C', folder]);
  const again = await run(['import', file, '-C', folder, '--json']);
  expect(JSON.parse(again.out)).toMatchObject({ new: 0, undecided: 0, changed: 1 });
  const corpus = openCorpus(folder);
  expect([...corpus.pairs.stream({})].map(({ pair }) => pair.state)).toEqual(['rejected', 'new']);
  corpus.close();
});

test('a document that is not what was put in ends the build, and nothing comes in its place', async () => {
  const folder = emptyFolder();
  const file = join(folder, 'menus.jsonl');
  write(file, named(4));
  await run(['init', folder]);
  await imported(folder, file);
  const database = join(folder, 'corpus.db');
  const sql = new Sql(database, database, 1_000);
  sql.run('UPDATE body SET packed = ? WHERE rowid = 3', Buffer.from('rubbish'));
  sql.close();
  const { code, err } = await run(['build', '-C', folder, '--workers', '1']);
  expect([code, err]).toEqual([
    65,
    expect.stringContaining('packed bytes that cannot be unpacked'),
  ]);
  expect(err).toMatch(/menus\.jsonl#https.*\n.*duizhao verify/);
});
