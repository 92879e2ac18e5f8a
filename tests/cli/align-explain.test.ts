import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { packageRoot } from '../../src/kit/index.js';
import { run } from '../support/io.js';

const side = (lang: 'zh' | 'en'): string =>
  join(packageRoot, 'corpus', 'gold', 'align', lang, 'library-books.txt');
const explain = (...words: string[]): ReturnType<typeof run> =>
  run(['align', side('zh'), side('en'), '--lines', ...words]);

/** The fields of a line of `--explain --json` that the tests look at. */
interface Line {
  readonly zh: { readonly numbers: readonly number[] };
  readonly en: { readonly numbers: readonly number[] };
}

const linesOf = (out: string): Line[] =>
  out
    .trim()
    .split('\n')
    .map((line): Line => JSON.parse(line) as Line);

describe('duizhao align --explain', () => {
  test('explains the very beads that align finds', async () => {
    const beads = await explain('--beads');
    const { code, out } = await explain('--explain', '--json');
    expect(code).toBe(0);
    const pairs = linesOf(out).map(
      ({ zh, en }) => `${zh.numbers.join(',')}\t${en.numbers.join(',')}\n`,
    );
    expect(pairs.join('')).toBe(beads.out);
  });

  test('explains only the bead of one sentence', async () => {
    const [line, ...more] = linesOf((await explain('--explain', '2', '--json')).out);
    expect(more).toEqual([]);
    expect(line?.zh.numbers).toContain(2);
  });

  test('prints texts, evidence, words and the rival for people', async () => {
    const { out } = await explain('--explain', '2');
    expect(out).toMatch(/^1-2 {2}confidence 1\.000\n {2}zh 2: 霍桑港市议员/);
    expect(out).toContain('  en 2,3: Councillor Margaret Allbright');
    expect(out).toMatch(/shape prior −\d+\.\d\d, words zh→en \+\d+\.\d\d, words en→zh/);
    expect(out).toContain('图书 → book 1.00');
    expect(out).toContain('  rival: 1-1 zh 2 with en 2, probability 0.000');
  });

  test.each([
    ['a sentence that is not there', ['--explain', '9999']],
    ['something that is no number', ['--explain', 'two']],
    ['--json alone', ['--json']],
  ])('refuses %s', async (_name, words) => {
    expect(await explain(...words)).toMatchObject({ code: 64, out: '' });
  });
});
