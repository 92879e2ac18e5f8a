import { expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEXICON_FILE, learnFromCorpus } from '../../src/pipeline/index.js';
import { variant } from '../support/articles.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

test('learning keeps the same bytes for the same corpus, and a build uses them once', async () => {
  const folder = emptyFolder();
  for (let i = 0; i < 8; i++) writeFileSync(join(folder, `${i}.txt`), variant(i));
  const corpus = join(folder, 'corpus');
  expect((await run(['init', corpus])).code).toBe(0);
  expect(
    (
      await run([
        'add',
        ...Array.from({ length: 8 }, (_, i) => join(folder, `${i}.txt`)),
        '-C',
        corpus,
      ])
    ).code,
  ).toBe(0);
  expect((await run(['build', '-C', corpus])).code).toBe(0);
  const first = await learnFromCorpus(corpus);
  expect(first).toMatchObject({ documents: 8, sentences: 40 });
  expect(first.translations).toBeGreaterThan(0);
  const bytes = readFileSync(join(corpus, LEXICON_FILE), 'utf8');
  await learnFromCorpus(corpus);
  expect(readFileSync(join(corpus, LEXICON_FILE), 'utf8')).toBe(bytes);
  const rebuilt = await run(['build', '-C', corpus, '--json']);
  expect(JSON.parse(rebuilt.out)).toMatchObject({ worked: 8, failed: 0 });
  const again = await run(['build', '-C', corpus, '--json']);
  expect(JSON.parse(again.out)).toMatchObject({ worked: 0 });
});

test('a damaged learned lexicon is refused by file and line', async () => {
  const folder = emptyFolder();
  expect((await run(['init', folder])).code).toBe(0);
  writeFileSync(join(folder, LEXICON_FILE), 'garbage\n');
  const { code, err } = await run(['build', '-C', folder]);
  expect(code).toBe(65);
  expect(err).toContain(LEXICON_FILE);
});
