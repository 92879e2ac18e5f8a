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

  test('says what is in the corpus then, and why there is nothing if so', async () => {
    const corpus = await corpusOfThree();
    const { err } = await run(['build', '-C', corpus]);
    expect(err).toMatch(/^3 sources worked on\nin the corpus: 3 sources → 3 documents → /);
    const folder = emptyFolder();
    const [other, file] = [join(folder, 'c'), join(folder, 'one.txt')];
    writeFileSync(file, 'The library is open every day. Children are welcome.\n');
    await run(['init', other]);
    await run(['add', file, '-C', other]);
    expect((await run(['build', '-C', other])).err).toContain('no pairs: no Chinese text met');
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

test('one build settles what pages that find their partners change for others', async () => {
  const folder = emptyFolder();
  const corpus = join(folder, 'corpus');
  const head = (lang: string, title: string): string =>
    `<html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1>`;
  const zh = [
    '图书馆周一闭馆，周二开放。',
    '读者可以在网上预约座位和会议室。',
    '儿童阅览室在三楼的东侧。',
  ];
  const en = [
    'The library is closed on Mondays and open on Tuesdays.',
    'Readers can book seats and meeting rooms online.',
    'The reading room for children is on the east side of the third floor.',
  ];
  const page = (lang: string, title: string, texts: readonly string[]): string =>
    `${head(lang, title)}${texts.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
  const files = {
    'a.en.html': page('en', 'The library', en),
    'a.zh-hans.html': page('zh-Hans', '图书馆', zh),
    'a.zh-hant.html': page('zh-Hant', '圖書館', ['圖書館週一閉館，週二開放。', ...zh.slice(1)]),
    'z.txt': zh.map((text, at) => `${text}\n\n${en[at] ?? ''}\n`).join('\n'),
  };
  await run(['init', corpus]);
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text);
    await run(['add', join(folder, name), '-C', corpus]);
  }
  await worked(corpus);
  const { out } = await run(['build', '-C', corpus, '--json']);
  expect(JSON.parse(out)).toMatchObject({ worked: 0, compared: 0 });
  expect((await run(['stats', '-C', corpus, '--no-words'])).out).toContain('paired-pages');
});
