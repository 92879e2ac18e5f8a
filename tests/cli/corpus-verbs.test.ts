import { describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCorpus } from '../../src/store/index.js';
import { saveLines } from '../search/support.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

/** A corpus of two pairs. */
function filled(): string {
  const folder = emptyFolder();
  const corpus = openCorpus(folder, { create: true });
  saveLines(
    corpus,
    'https://a.example/1',
    [
      ['外办主任会见客人。', 'The director met guests.'],
      ['双方交换意见。', 'They exchanged views.'],
    ],
    { date: '2024-03-18' },
  );
  corpus.close();
  return folder;
}

describe('duizhao search', () => {
  test('shows what it found with its origin', async () => {
    expect(await run(['search', '外办', '-C', filled()])).toEqual({
      code: 0,
      out: '1. 0.90  2024-03-18  https://a.example/1\n   外办主任会见客人。\n   The director met guests.\n\n',
      err: '1 of 1 pair\n',
    });
  });

  test('writes keywords in context as tab-separated lines', async () => {
    const { out } = await run(['search', 'exchange', '--kwic', '-C', filled()]);
    expect(out).toMatch(
      /^en\tThey \texchanged\t views\.\t双方交换意见。\t[0-9a-f]{32}\thttps:\/\/a\.example\/1\n$/,
    );
  });

  test('writes JSON Lines with the places of the words', async () => {
    const { out } = await run(['search', '意见', '--json', '-C', filled()]);
    expect(JSON.parse(out)).toMatchObject({ spans: { zh: [{ start: 4, end: 6 }], en: [] } });
  });

  test('answers 1 when there is nothing', async () => {
    expect(await run(['search', '火星', '-C', filled()])).toMatchObject({ code: 1, out: '' });
  });

  test.each([
    [['search', '。'], 64],
    [['search', '外办', '--state', 'good'], 64],
    [['search', '外办', '--side', 'fr'], 64],
  ])('refuses %j', async (words, code) => {
    expect(await run([...words, '-C', filled()])).toMatchObject({ code, out: '' });
  });
});

describe('duizhao stats', () => {
  test('gives everything as JSON and the most of it as tables', async () => {
    const folder = filled();
    const { out } = await run(['stats', '--json', '-C', folder]);
    expect(JSON.parse(out)).toMatchObject({
      yield: { pairs: 2, kept: 2 },
      vocabulary: { sampledPairs: 2 },
    });
    const tables = await run(['stats', '--no-words', '-C', folder]);
    expect(tables.out).toContain('a.example');
    expect(tables.out).not.toContain('Words in');
  });
});

describe('duizhao verify', () => {
  test('says that a corpus is sound', async () => {
    expect(await run(['verify', '-C', filled()])).toEqual({
      code: 0,
      out: '',
      err: 'sound: 1 source, 1 document, 2 pairs\n',
    });
  });

  test('lists what is wrong and answers 1', async () => {
    const folder = filled();
    const file = join(folder, 'corpus.db');
    const bytes = readFileSync(file);
    bytes.write('They exchanged votes.', bytes.indexOf('They exchanged views.'), 'latin1');
    bytes.write('https://a.example/9', bytes.indexOf('https://a.example/1'), 'latin1');
    writeFileSync(file, bytes);
    const { code, out } = await run(['verify', '-C', folder]);
    expect(code).toBe(1);
    expect(out).not.toBe('');
  });

  test.each([
    ["UPDATE source SET facts = ''", 'source-facts'],
    ["UPDATE source SET facts = '{}'", 'source-facts'],
    ['UPDATE source SET facts = \'{"origins":[]}\'', 'source-facts'],
    ["UPDATE source_version SET facts = 'x'", 'source-facts'],
    ["UPDATE document SET facts = '{}'", 'document-text'],
    ["UPDATE document SET date = '1999-01-01'", 'document-text'],
    ["UPDATE document SET host = 'b.example'", 'document-text'],
    ["UPDATE document SET layout = 'inline'", 'document-text'],
    ["UPDATE document SET tally = ''", 'tally'],
    ["UPDATE pair SET detail = ''", 'pair-record'],
    ["UPDATE pair SET findings = '{}'", 'pair-record'],
    ['UPDATE pair SET score = 7', 'pair-record'],
    ["UPDATE pair SET checks = ',size,'", 'pair-checks'],
    ["UPDATE decision SET machine = ''", 'decision-record'],
    ["UPDATE decision SET conflict = 'x'", 'decision-record'],
  ])('%s: %s is told', async (damage, check) => {
    const folder = filled();
    const corpus = openCorpus(folder);
    const [first] = corpus.pairs.stream();
    if (first !== undefined) corpus.edits.decide(first.pair.id, {}, 'Li Hua');
    corpus.close();
    expect((await run(['verify', '-C', folder])).code).toBe(0);
    const database = new Database(join(folder, 'corpus.db'));
    database.exec(damage);
    database.close();
    const { code, out } = await run(['verify', '-C', folder]);
    expect([code, out]).toEqual([1, expect.stringContaining(check)]);
  });

  test('refuses a damaged file with advice', async () => {
    const folder = filled();
    const file = join(folder, 'corpus.db');
    truncateSync(file, readFileSync(file).length - 5000);
    const { code, err } = await run(['verify', '-C', folder]);
    expect(code).toBe(65);
    expect(err).toMatch(/^error: .*\nhint: .*backup/);
  });

  test('needs a corpus', async () => {
    expect((await run(['verify', '-C', emptyFolder()])).code).toBe(66);
  });
});

describe('duizhao backup', () => {
  test('copies database and settings into a folder that works as a corpus', async () => {
    const folder = filled();
    writeFileSync(join(folder, 'duizhao.yaml'), 'split: { srx: own.srx } # settings\n');
    for (const name of ['lexicon.jsonl', 'own.srx']) writeFileSync(join(folder, name), name);
    const target = join(emptyFolder(), 'copy');
    expect((await run(['backup', target, '-C', folder])).code).toBe(0);
    expect(readFileSync(join(target, 'duizhao.yaml'), 'utf8')).toMatch(/# settings\n$/);
    for (const name of ['lexicon.jsonl', 'own.srx']) {
      expect(readFileSync(join(target, name), 'utf8')).toBe(name);
    }
    expect((await run(['backup', folder, '-C', folder, '--force'])).code).toBe(64);
    expect((await run(['verify', '-C', target])).code).toBe(0);
    expect((await run(['backup', target, '-C', folder])).code).toBe(73);
    const { code, out } = await run(['backup', target, '-C', folder, '--force', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ pairs: 2 });
  });
});
