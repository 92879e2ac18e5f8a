import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { printLearned } from '../../src/lexicon/index.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

describe('duizhao lexicon show', () => {
  test('shows what the dictionary gives, in either script', async () => {
    const out = 'dictionary  0.71  consul\ndictionary  0.71  gener\n';
    const folder = emptyFolder();
    expect(await run(['lexicon', 'show', '总领事', '-C', folder])).toEqual({
      code: 0,
      out,
      err: '',
    });
    expect(await run(['lexicon', 'show', '總領事', '-C', folder])).toMatchObject({ out });
  });

  test('adds what the corpus has taught', async () => {
    const folder = emptyFolder();
    const pair = { zh: '总领事', en: 'consul', zhToEn: 0.4, enToZh: 0.8, seen: 12 };
    writeFileSync(join(folder, 'lexicon.jsonl'), printLearned([pair]));
    const { out } = await run(['lexicon', 'show', '总领事', '-C', folder, '--json']);
    expect(JSON.parse(out)).toMatchObject({ word: '总领事', learned: [pair] });
  });

  test('finds the Chinese words for an English one', async () => {
    const { out } = await run(['lexicon', 'show', 'Consuls', '-C', emptyFolder()]);
    expect(out).toContain('领事');
  });

  test('answers 1 when nothing is known, 64 for another action', async () => {
    const folder = emptyFolder();
    expect(await run(['lexicon', 'show', 'qqqq', '-C', folder])).toMatchObject({
      code: 1,
      out: '',
    });
    expect(await run(['lexicon', 'drop', 'x'])).toMatchObject({ code: 64 });
  });
});

test('duizhao learn needs a corpus', async () => {
  expect(await run(['learn', '-C', join(emptyFolder(), 'none')])).toMatchObject({ code: 66 });
});
