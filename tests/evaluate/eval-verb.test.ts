import { beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

const ZH = [
  '2月9日，市外办主任林若兰接待了来访的韩国驻沈阳总领事朴成俊。',
  '澜江与韩国往来很多，近700家韩国公司在此落户。',
  '她盼望两地多办青年交流。',
];
const EN = [
  'On February 9, Director General Lin Ruolan received Park Sungjun, Consul General of ROK in Shenyang.',
  'Lanjiang has many links with Korea, and nearly 700 Korean companies have settled here.',
  'She looked forward to more youth exchanges between the two places.',
];
let folder = '';

beforeEach(() => {
  folder = emptyFolder();
  for (const part of ['zh', 'en', 'gold', 'found', 'rival']) mkdirSync(join(folder, part));
  write('zh/a.txt', ZH.map((line) => `${line}\n`).join(''));
  write('en/a.txt', EN.map((line) => `${line}\n`).join(''));
  write('gold/a.tsv', '1\t1\n2\t2\n3\t3\n');
  write('found/a.tsv', '1\t1\n2,3\t2,3\n');
  write('rival/a.tsv', '1\t1\n2\t2\n3\t3\n');
});

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

describe('duizhao eval', () => {
  test('aligns and scores a set by itself', async () => {
    const { code, out } = await run(['eval', folder, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      report: { documents: 1, goldLinks: 3, strict: { f1: 1 }, lax: { f1: 1 } },
    });
  });

  test('scores the links it is given', async () => {
    const { out } = await run(['eval', folder, join(folder, 'found'), '--json']);
    expect(JSON.parse(out)).toMatchObject({
      report: { strict: { precision: 0.5, recall: 1 / 3 }, lax: { f1: 1 } },
    });
  });

  test('links alone are enough when links are given', async () => {
    const gold = join(folder, 'gold', 'a.tsv');
    const { code, out } = await run(['eval', gold, join(folder, 'found', 'a.tsv')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^strict {2}P 0\.5000 {2}R 0\.3333 {2}F1 0\.4000/);
    expect(out).toMatch(/signature: duizhao \S+ \| gold [0-9a-f]{12} \| seed 1/);
  });

  test('compares two alignments', async () => {
    const [found, rival] = [join(folder, 'found'), join(folder, 'rival')];
    const { out } = await run(['eval', folder, found, '--against', rival, '--json']);
    expect(JSON.parse(out)).toMatchObject({ comparison: { difference: -0.6, shuffles: 10_000 } });
  });

  test('draws the errors', async () => {
    const page = join(folder, 'errors.html');
    await run(['eval', folder, join(folder, 'found'), '--html', page]);
    expect(readFileSync(page, 'utf8')).toContain('found 2,3 → 2,3 (2-2)');
  });

  test('counts links that cross a gold paragraph', async () => {
    write('zh/a.txt', `${ZH[0] ?? ''}${ZH[1] ?? ''}\n${ZH[2] ?? ''}\n`);
    write('en/a.txt', `${EN[0] ?? ''} ${EN[1] ?? ''}\n${EN[2] ?? ''}\n`);
    write('gold/a.tsv', '1\t1\n2\t2\n');
    const { out } = await run(['eval', folder, '--paragraphs', '--json']);
    expect(JSON.parse(out)).toEqual({ crossing: { links: 3, crossing: 0, missed: 0 } });
  });

  test('a score below the floor is exit 1', async () => {
    const found = join(folder, 'found');
    expect((await run(['eval', folder, found, '--floor', '0.5'])).code).toBe(1);
    expect((await run(['eval', folder, found, '--floor', '0.4'])).code).toBe(0);
  });

  test('gold links without texts cannot be aligned: exit 64', async () => {
    const { code, err } = await run(['eval', join(folder, 'gold')]);
    expect(code).toBe(64);
    expect(err).toContain('hint: ');
  });

  test.each([
    ['no link', '', /no link with sentences on both sides/],
    ['one-sided links only', '1\t\n\t2\n', /no link with sentences on both sides/],
    ['a sentence that is not there', '1\t1\n\n2\t9\n', /a\.tsv: line 3 names sentence 9/],
    ['a line that is no link', '1\t1\ntwo\t2\n', /a\.tsv: line 2 is no link/],
    ['bytes', '\u0000\u0001', /a\.tsv: line 1 is no link/],
  ])('gold with %s is refused', async (_name, text, expected) => {
    write('gold/a.tsv', text);
    const { code, out, err } = await run(['eval', folder]);
    expect({ code, out }).toEqual({ code: 65, out: '' });
    expect(err).toMatch(expected);
  });

  test('a folder that is not there is exit 66', async () => {
    expect((await run(['eval', join(folder, 'nowhere'), folder])).code).toBe(66);
  });
});
