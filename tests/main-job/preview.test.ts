import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PairRecord } from '../../src/exchange/index.js';
import { previewClean } from '../../src/pipeline/index.js';
import { openCorpus } from '../../src/store/index.js';
import { variant } from '../support/articles.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const RULES = `clean:
  limits:
    minScore: 0.9
  rules:
    - name: keep-memories
      when: layout = "paired-files" and score > 0.2
      action: keep
    - name: no-guests
      when: en contains "guests" and zh.length < 30
      action: reject
`;

const MEMORY = [
  ['外办主任会见了客人。', 'The director of the office met the guests.'],
  ['今天天气很好。', 'The library is closed on Mondays, as everybody knows.'],
  ['图书馆周一闭馆。', 'The library is closed on Mondays.'],
  ['读者可以在网上预约座位。', 'Readers can book seats online.'],
];

/** Two articles, a memory, and a text that repeats it, built. */
async function builtCorpus(): Promise<string> {
  const folder = emptyFolder();
  await run(['init', folder]);
  for (const [at, name] of ['one.txt', 'two.txt'].entries()) {
    writeFileSync(join(folder, name), variant(at));
    await run(['add', join(folder, name), '-C', folder]);
  }
  const memory = join(folder, 'memory.jsonl');
  writeFileSync(memory, MEMORY.map(([zh, en]) => `${JSON.stringify({ zh, en })}\n`).join(''));
  await run(['import', memory, '-C', folder]);
  const again = join(folder, 'again.txt');
  writeFileSync(again, MEMORY.map(([zh, en]) => `${zh}\n\n${en}\n`).join('\n'));
  await run(['add', again, '-C', folder]);
  await run(['build', '-C', folder]);
  return folder;
}

/** What became of every pair, by its id. */
async function outcomes(folder: string): Promise<Map<string, string>> {
  const file = join(folder, 'all.jsonl');
  const states = 'new,accepted,edited,rejected';
  await run(['export', file, '-C', folder, '--state', states, '--force']);
  const records = readFileSync(file, 'utf8').trimEnd().split('\n');
  return new Map(
    records.map((line) => {
      const { id = '', reason = 'kept' } = JSON.parse(line) as PairRecord;
      return [id, reason];
    }),
  );
}

async function preview(folder: string): Promise<{ lines: string[]; notes: string[]; err: string }> {
  const { out, err } = await run(['clean', '--preview', '-C', folder]);
  const lines = out.split('\n').filter((line) => /^\d/.test(line));
  const isNote = (line: string): boolean => /^\d+\t(no longer )?noted: /.test(line);
  return { lines: lines.filter((line) => !isNote(line)), notes: lines.filter(isNote), err };
}

test('a build does exactly what the preview showed, repetitions included', async () => {
  const folder = await builtCorpus();
  expect((await preview(folder)).lines).toEqual([]);
  writeFileSync(join(folder, 'duizhao.yaml'), RULES);
  const { lines, err } = await preview(folder);
  const before = await outcomes(folder);
  await run(['build', '-C', folder]);
  const after = await outcomes(folder);
  const changes = new Map<string, number>();
  for (const [id, reason] of before) {
    const now = after.get(id) ?? 'gone';
    if (now === reason) continue;
    const name = `${reason} → ${now}`;
    changes.set(name, (changes.get(name) ?? 0) + 1);
  }
  expect(changes.get('kept → no-guests')).toBeGreaterThan(0);
  expect(changes.get('duplicate → no-guests')).toBeGreaterThan(0);
  expect([...lines].sort()).toEqual([...changes].map(([name, n]) => `${n}\t${name}`).sort());
  const total = [...changes.values()].reduce((sum, count) => sum + count, 0);
  const kept = [before, after].map(
    (all) => [...all.values()].filter((one) => one === 'kept').length,
  );
  expect(err).toBe(
    `${total} of ${before.size} pairs would change: ${kept[0]} kept now, ${kept[1]} then\n`,
  );
  expect((await preview(folder)).lines).toEqual([]);
});

test('pairs are previewed beside the others of their document, with the scores of a build', async () => {
  const corpus = openCorpus(await builtCorpus());
  const previewed = [...previewClean(corpus, {})];
  corpus.close();
  expect(previewed.length).toBeGreaterThan(10);
  for (const { before, after } of previewed) expect(after).toEqual(before);
});

test('what a person decided is not among the changes', async () => {
  const folder = await builtCorpus();
  const corpus = openCorpus(folder);
  for (const { pair } of corpus.pairs.stream({})) {
    if (pair.en.includes('guests'))
      corpus.edits.decide(pair.id, { zh: `${pair.zh}（改）` }, 'Li Hua');
  }
  corpus.close();
  writeFileSync(join(folder, 'duizhao.yaml'), RULES);
  expect((await preview(folder)).lines.join()).not.toContain('kept → no-guests');
});

test('what a rule only notes is shown, too, and no longer once it is built', async () => {
  const folder = await builtCorpus();
  const rule = '{ name: short-one, when: zh.length < 9, action: note }';
  writeFileSync(join(folder, 'duizhao.yaml'), `clean:\n  rules: [${rule}]\n`);
  const { lines, notes, err } = await preview(folder);
  expect(lines).toEqual([]);
  expect(notes).toEqual([expect.stringMatching(/^[1-9]\d*\tnoted: short-one$/)]);
  expect(err).toMatch(/^0 of \d+ pairs would change: (\d+) kept now, \1 then\n$/);
  await run(['build', '-C', folder]);
  expect((await preview(folder)).notes).toEqual([]);
  writeFileSync(join(folder, 'duizhao.yaml'), '');
  expect((await preview(folder)).notes.join()).toContain('no longer noted: short-one');
});
