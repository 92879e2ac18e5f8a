import { describe, expect, test } from '@jest/globals';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCorpus } from '../../src/store/index.js';
import { ARTICLE } from '../support/articles.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

/** A finished run of the article; `again` runs the same command. */
async function finished(): Promise<{ out: string; again: (...more: string[]) => Promise<string> }> {
  const folder = emptyFolder();
  const article = join(folder, 'news.txt');
  writeFileSync(article, ARTICLE);
  const out = join(folder, 'out');
  const again = async (...more: string[]): Promise<string> =>
    (await run(['run', article, '-o', out, ...more])).err;
  await again();
  return { out, again };
}

const NOTHING = /^nothing is new: /;

describe('the files of a run follow the corpus', () => {
  test('a file that is gone is written again', async () => {
    const { out, again } = await finished();
    rmSync(join(out, 'corpus.csv'));
    expect(await again()).toContain(`wrote ${join(out, 'corpus.csv')}`);
    expect(await again()).toMatch(NOTHING);
  });

  test('a run that was killed before its files were whole writes them again', async () => {
    const { out, again } = await finished();
    const corpus = openCorpus(out);
    corpus.runs.start({ command: 'run', parameters: { name: 'corpus' } }); // never finished
    corpus.close();
    expect(await again()).toContain('wrote ');
    expect(await again()).toMatch(NOTHING);
  });

  test('--excel gives another CSV, although no source is new', async () => {
    const { out, again } = await finished();
    expect(await again('--excel')).toContain('wrote ');
    expect(readFileSync(join(out, 'corpus.csv'), 'utf8').startsWith('\uFEFF')).toBe(true);
    expect(await again('--excel')).toMatch(NOTHING);
  });

  test('a decision by a person reaches the files with the next run', async () => {
    const { out, again } = await finished();
    const corpus = openCorpus(out);
    const [first] = corpus.pairs.stream({});
    if (first === undefined) throw new Error('the corpus is empty');
    corpus.edits.decide(first.pair.id, { zh: first.pair.zh, en: 'Mended by hand.' }, 'Li Hua');
    corpus.close();
    expect(await again()).toContain('wrote ');
    expect(readFileSync(join(out, 'corpus.tmx'), 'utf8')).toContain('Mended by hand.');
  });

  test('what was built by another command is written too', async () => {
    const { out, again } = await finished();
    const other = join(emptyFolder(), 'other.txt');
    writeFileSync(other, '海港很大。\nThe harbour is large.\n');
    await run(['add', other, '-C', out]);
    await run(['build', '-C', out]);
    expect(await again()).toContain('wrote ');
    expect(readFileSync(join(out, 'corpus.csv'), 'utf8')).toContain('The harbour is large.');
  });
});
