import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { variant } from '../support/articles.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

/** A corpus of three articles, not yet built. */
async function corpusOfThree(): Promise<string> {
  const folder = emptyFolder();
  const corpus = join(folder, 'corpus');
  expect((await run(['init', corpus])).code).toBe(0);
  for (const name of ['apple', 'pear', 'plum']) {
    writeFileSync(join(folder, `${name}.txt`), variant(name.length + name.charCodeAt(1)));
    expect((await run(['add', join(folder, `${name}.txt`), '-C', corpus])).code).toBe(0);
  }
  return corpus;
}

async function worked(corpus: string, ...words: readonly string[]): Promise<number> {
  const { code, out } = await run(['build', '-C', corpus, '--json', ...words]);
  expect(code).toBe(0);
  const summary = JSON.parse(out) as { worked: number };
  return summary.worked;
}

describe('duizhao build', () => {
  test('works on everything once and on nothing the second time', async () => {
    const corpus = await corpusOfThree();
    expect(await worked(corpus)).toBe(3);
    expect(await worked(corpus)).toBe(0);
  });

  test('--only picks by address, --again takes what is up to date as well', async () => {
    const corpus = await corpusOfThree();
    expect(await worked(corpus, '--only', 'pear')).toBe(1);
    expect(await worked(corpus)).toBe(2);
    expect(await worked(corpus, '--only', 'p', '--again')).toBe(3);
    expect(await worked(corpus, '--only', 'apple', '--again')).toBe(1);
  });

  test('--since leaves out what came before', async () => {
    const corpus = await corpusOfThree();
    // The clock of these tests stands at 2 January 2026.
    expect(await worked(corpus, '--since', '2026-01-03')).toBe(0);
    expect(await worked(corpus, '--since', '2026-01-02')).toBe(3);
    expect((await run(['build', '-C', corpus, '--since', '2026-02-30'])).code).toBe(64);
  });

  test('other settings make everything new, and only what they change is different', async () => {
    const corpus = await corpusOfThree();
    await worked(corpus);
    const before = join(corpus, 'before.jsonl');
    await run(['export', before, '-C', corpus]);
    writeFileSync(join(corpus, 'duizhao.yaml'), 'clean:\n  limits:\n    minScore: 1\n');
    expect(await worked(corpus)).toBe(3);
    const after = join(corpus, 'after.jsonl');
    await run(['export', after, '-C', corpus]);
    expect(readFileSync(before, 'utf8').split('\n').length).toBeGreaterThan(
      readFileSync(after, 'utf8').split('\n').length,
    );
  });

  test('a folder that is no corpus: exit 66, and what to do', async () => {
    const { code, err } = await run(['build', '-C', emptyFolder()]);
    expect(code).toBe(66);
    expect(err).toMatch(/^error: .*\nhint: .*duizhao init/);
  });
});
