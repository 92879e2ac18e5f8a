import { beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEWS } from '../align/support/news.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

/** Sentences of a story that has nothing to do with the news. */
const STORY = [
  'Whales sleep upright in cold water.',
  'My grandmother never learned to whistle.',
  'Please return the violin by Thursday, or else pay for it yourself.',
  'Nothing rhymes with orange.',
  'The comet will not be back for seventy years.',
  'Butter the pan first.',
  'Who locked the cellar?',
];
let folder = '';
const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(folder, name), lines.map((line) => `${line}\n`).join(''));
  return join(folder, name);
};
const align = (zh: string, en: string, ...words: string[]): ReturnType<typeof run> =>
  run(['align', zh, en, '--lines', ...words]);
const pairs = (out: string): { shape: string; confidence: number }[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { shape: string; confidence: number })
    .filter(({ shape }) => !shape.includes('0'));

beforeEach(() => {
  folder = emptyFolder();
});

describe('duizhao align', () => {
  test('says nothing of texts that fit', async () => {
    const { code, err } = await align(file('zh.txt', NEWS.zh), file('en.txt', NEWS.en));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('says so when two texts are no translations, and trusts no pair', async () => {
    const { code, out, err } = await align(file('zh.txt', NEWS.zh), file('en.txt', STORY));
    expect(code).toBe(0);
    expect(err).toMatch(/^warning: ".*zh\.txt" and ".*en\.txt" look like no translations/);
    for (const { confidence } of pairs(out)) expect(confidence).toBeLessThan(0.5);
  });

  test.each([
    ['the same Chinese text twice', NEWS.zh, NEWS.zh, /en\.txt" is not in English/],
    ['the same English text twice', NEWS.en, NEWS.en, /zh\.txt" is not in Chinese/],
    ['the sides exchanged', NEWS.en, NEWS.zh, /the Chinese file comes first/],
  ])('says which language is wrong: %s', async (_name, zh, en, expected) => {
    const { code, out, err } = await align(file('zh.txt', zh), file('en.txt', en));
    expect(code).toBe(0);
    expect(err).toMatch(expected);
    for (const { confidence } of pairs(out)) expect(confidence).toBeLessThan(0.5);
  });

  test('refuses a side without text', async () => {
    const { code, out, err } = await align(file('zh.txt', NEWS.zh), file('en.txt', ['', ' ']));
    expect({ code, out }).toEqual({ code: 65, out: '' });
    expect(err).toContain('en.txt');
  });

  test('names the documents of a set that do not fit', async () => {
    for (const side of ['zh', 'en']) mkdirSync(join(folder, side));
    file('zh/good.txt', NEWS.zh);
    file('en/good.txt', NEWS.en);
    file('zh/bad.txt', NEWS.zh);
    file('en/bad.txt', STORY);
    const { err } = await run(['align', '--set', folder, '-o', join(folder, 'out')]);
    expect(err).toMatch(/^2 documents, \d+ beads\nwarning: ".*bad\.txt" and .*\n$/);
  });
});
