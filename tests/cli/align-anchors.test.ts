import { beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const ZH = '桥很长。河很宽。\n学校开学了。\n天黑了。';
const EN = 'The bridge is long. The river is wide.\nSchool has begun.\nNight fell.';
let folder = '';
const file = (name: string): string => join(folder, name);
const write = (name: string, text: string): void => {
  writeFileSync(file(name), text);
};
const align = (...words: string[]): ReturnType<typeof run> =>
  run(['align', file('zh.txt'), file('en.txt'), '--beads', ...words]);

beforeEach(() => {
  folder = emptyFolder();
  write('zh.txt', ZH);
  write('en.txt', EN);
});

describe('duizhao align --anchors', () => {
  test('keeps the sentences of a line in one bead', async () => {
    write('known.tsv', '# checked by hand\n\n3\t2,3\n');
    const { code, out } = await align('--anchors', file('known.tsv'));
    expect(code).toBe(0);
    expect(out.split('\n').some((line) => /(?:^|,)3(?:,|\t).*2,3/.test(line))).toBe(true);
  });

  test.each([
    ['that is no anchor', '1\t1\nthree\t3\n', 2],
    ['without a partner', '3\t\n', 1],
    ['that names a sentence that is not there', '1\t1\n2\t9\n', 2],
    ['that crosses another', '2\t3\n\n3\t1\n', 3],
  ])('refuses a line %s, by its number', async (_name, text, line) => {
    write('known.tsv', text);
    const { code, out, err } = await align('--anchors', file('known.tsv'));
    expect({ code, out }).toEqual({ code: 65, out: '' });
    expect(err).toContain(`known.tsv: line ${line} `);
    expect(err).toContain('hint: ');
  });

  test('takes a folder of them with a set', async () => {
    for (const side of ['zh', 'en', 'known']) mkdirSync(file(side));
    write('zh/a.txt', '甲。\n乙。\n丙。\n');
    write('en/a.txt', 'One.\nTwo.\nThree.\n');
    write('known/a.tsv', '3\t2\n');
    const words = ['align', '--set', folder, '-o', file('out')];
    expect((await run([...words, '--anchors', file('known')])).code).toBe(0);
    const beads = readFileSync(file('out/a.tsv'), 'utf8').split('\n');
    expect(beads.some((line) => /\b3\b.*\t.*\b2\b/.test(line))).toBe(true);
    expect((await run([...words, '--anchors', file('none')])).code).toBe(66);
  });
});

describe('duizhao align --paragraphs', () => {
  test('aligns inside lines of the same number', async () => {
    write('en.txt', 'School has begun.\nThe bridge is long. The river is wide.\nNight fell.');
    const { out } = await align('--paragraphs');
    for (const line of out.trim().split('\n')) expect(line).not.toMatch(/^[12](?:,2)?\t[23]/);
    expect(out).toMatch(/^4\t4$/m);
  });

  test('says so when the files have not as many lines', async () => {
    write('en.txt', `${EN}\nMore.\n`);
    const { code, err } = await align('--paragraphs');
    expect(code).toBe(65);
    expect(err).toMatch(/has 3 lines and ".*en\.txt" 4/);
  });

  test('does not go with --lines or --set', async () => {
    expect((await align('--paragraphs', '--lines')).code).toBe(64);
    const set = await run(['align', '--paragraphs', '--set', folder, '-o', file('out')]);
    expect(set.code).toBe(64);
  });
});
