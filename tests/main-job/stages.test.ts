import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { openCorpus } from '../../src/store/index.js';
import { variant } from '../support/articles.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

/** A built corpus of two articles and a file in both languages side by side. */
async function builtCorpus(): Promise<string> {
  const folder = emptyFolder();
  const corpus = join(folder, 'corpus');
  const [one, two, zh, en] = ['one.txt', 'two.txt', 'x.zh.txt', 'x.en.txt'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  writeFileSync(one, variant(1));
  writeFileSync(two, variant(2));
  writeFileSync(zh, '图书馆周一闭馆。 读者可以在网上预约座位。\n');
  writeFileSync(en, 'The library is closed on Mondays. Readers can book seats online.\n');
  for (const words of [
    ['init', corpus],
    ['add', one, two, '-C', corpus],
  ]) {
    expect((await run(words)).code).toBe(0);
  }
  expect((await run(['add', '--pair', zh, en, '-C', corpus])).code).toBe(0);
  await build(corpus);
  return corpus;
}

async function build(corpus: string, ...words: readonly string[]): Promise<unknown> {
  const { code, out } = await run(['build', '-C', corpus, '--json', ...words]);
  expect(code).toBe(0);
  return JSON.parse(out);
}

async function exported(corpus: string): Promise<string> {
  const file = join(corpus, 'all.jsonl');
  const states = 'new,accepted,edited,rejected';
  expect((await run(['export', file, '-C', corpus, '--force', '--state', states])).code).toBe(0);
  return readFileSync(file, 'utf8');
}

/** Puts a confidence into the corpus that no aligner gives: who aligns again overwrites it. */
function mark(corpus: string): void {
  change(corpus, 'UPDATE pair SET confidence = 0.7654 WHERE confidence > 0.5');
}

function change(corpus: string, sql: string): void {
  const database = new Database(join(corpus, 'corpus.db'));
  database.exec(sql);
  database.close();
}

function isMarked(text: string): boolean {
  return text.includes('"confidence":0.7654');
}

describe('duizhao build --again', () => {
  test.each(['extract', 'align', 'clean'])('%s gives what the first build gave', async (stage) => {
    const corpus = await builtCorpus();
    const before = await exported(corpus);
    expect(await build(corpus, '--again', stage)).toMatchObject({ worked: 3, failed: 0 });
    expect(await exported(corpus)).toBe(before);
  });

  test('clean keeps the alignment, align does not', async () => {
    const corpus = await builtCorpus();
    mark(corpus);
    await build(corpus, '--again', 'clean');
    expect(isMarked(await exported(corpus))).toBe(true);
    await build(corpus, '--again', 'align');
    expect(isMarked(await exported(corpus))).toBe(false);
  });

  test('align keeps the extracted text, extract does not', async () => {
    const corpus = await builtCorpus();
    change(corpus, "UPDATE document SET facts = json_set(facts, '$.meta.x', 'y')");
    const kept = (): number => {
      const opened = openCorpus(corpus, { readOnly: true });
      const documents = [...opened.documents.list()];
      opened.close();
      return documents.filter(({ facts }) => facts.meta['x'] === 'y').length;
    };
    expect(kept()).toBe(3);
    await build(corpus, '--again', 'align');
    expect(kept()).toBe(3);
    await build(corpus, '--again');
    expect(kept()).toBe(0);
  });

  test('refuses a stage it does not know', async () => {
    expect((await run(['build', '--again', 'sweep'])).code).toBe(64);
  });
});

test('other limits redo cleaning only, and the old limits bring the old pairs back', async () => {
  const corpus = await builtCorpus();
  mark(corpus);
  await build(corpus, '--again', 'clean');
  const before = await exported(corpus);
  const settings = join(corpus, 'duizhao.yaml');
  writeFileSync(settings, 'clean:\n  limits:\n    minScore: 1\n');
  expect(await build(corpus)).toMatchObject({ worked: 3 });
  const strict = await exported(corpus);
  expect(strict).not.toBe(before);
  expect(isMarked(strict)).toBe(true);
  writeFileSync(settings, '');
  await build(corpus);
  expect(await exported(corpus)).toBe(before);
});

test("a person's edit is no obstacle to cleaning the machine's text again", async () => {
  const corpus = await builtCorpus();
  const before = await exported(corpus);
  const [line = ''] = before.split('\n');
  const pair = JSON.parse(line) as { id: string; zh: string; en: string };
  const edit = join(corpus, 'edit.jsonl');
  writeFileSync(edit, JSON.stringify({ ...pair, en: 'Quite another text.', state: 'edited' }));
  expect((await run(['import', edit, '-C', corpus, '--who', 'Li'])).code).toBe(0);
  await build(corpus, '--again', 'clean');
  const after = await exported(corpus);
  expect(after).toContain('Quite another text.');
  expect(after.split('\n').slice(1)).toEqual(before.split('\n').slice(1));
  expect((await run(['verify', '-C', corpus])).code).toBe(0);
});
