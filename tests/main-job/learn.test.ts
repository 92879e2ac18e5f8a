import { expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/kit/index.js';
import { LEXICON_FILE, learnFromCorpus } from '../../src/pipeline/index.js';
import { variant } from '../support/articles.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const BIN = join(packageRoot, 'bin', 'duizhao.js');
/** Enough sentences for word counts to mean something. */
const DOCUMENTS = 30;

test('learning keeps the same bytes for the same corpus, and a build uses them once', async () => {
  const folder = emptyFolder();
  for (let i = 0; i < DOCUMENTS; i++) writeFileSync(join(folder, `${i}.txt`), variant(i));
  const corpus = join(folder, 'corpus');
  expect((await run(['init', corpus])).code).toBe(0);
  expect(
    (
      await run([
        'add',
        ...Array.from({ length: DOCUMENTS }, (_, i) => join(folder, `${i}.txt`)),
        '-C',
        corpus,
      ])
    ).code,
  ).toBe(0);
  expect((await run(['build', '-C', corpus, '--workers', '1'])).code).toBe(0);
  const first = await learnFromCorpus(corpus);
  expect(first).toMatchObject({ documents: DOCUMENTS, sentences: 5 * DOCUMENTS });
  expect(first.translations).toBeGreaterThan(0);
  const bytes = readFileSync(join(corpus, LEXICON_FILE), 'utf8');
  await learnFromCorpus(corpus);
  expect(readFileSync(join(corpus, LEXICON_FILE), 'utf8')).toBe(bytes);
  const rebuilt = await run(['build', '-C', corpus, '--json', '--workers', '1']);
  expect(JSON.parse(rebuilt.out)).toMatchObject({ worked: DOCUMENTS, failed: 0 });
  const again = await run(['build', '-C', corpus, '--json', '--workers', '1']);
  expect(JSON.parse(again.out)).toMatchObject({ worked: 0 });

  const exported = async (name: string): Promise<string> => {
    const file = join(folder, name);
    const { code } = await run(['export', file, '-C', corpus, '--state', 'new,rejected']);
    expect(code).toBe(0);
    return readFileSync(file, 'utf8');
  };
  const alone = await exported('alone.jsonl');
  const words = ['build', '-C', corpus, '--json', '--workers', '2', '--again', 'clean'];
  const parallel = spawnSync(process.execPath, [BIN, ...words], { encoding: 'utf8' });
  expect(JSON.parse(parallel.stdout)).toMatchObject({ worked: DOCUMENTS });
  expect(await exported('parallel.jsonl')).toBe(alone);

  // Other translations, other scores: the pairs are cleaned again.
  const pairs = bytes.trim().split('\n').slice(1);
  const fewer = pairs.slice(0, Math.floor(pairs.length / 2));
  const head = JSON.stringify({ format: 'duizhao-lexicon/1', pairs: fewer.length });
  writeFileSync(join(corpus, LEXICON_FILE), `${[head, ...fewer].join('\n')}\n`);
  const changed = await run(['build', '-C', corpus, '--json', '--workers', '1']);
  expect(JSON.parse(changed.out)).toMatchObject({ worked: DOCUMENTS });
});

test('a damaged learned lexicon is refused by file and line', async () => {
  const folder = emptyFolder();
  expect((await run(['init', folder])).code).toBe(0);
  writeFileSync(join(folder, LEXICON_FILE), 'garbage\n');
  const { code, err } = await run(['build', '-C', folder]);
  expect(code).toBe(65);
  expect(err).toContain(LEXICON_FILE);
});
