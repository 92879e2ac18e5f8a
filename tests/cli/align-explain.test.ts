import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { EVIDENCE_NAMES } from '../../src/align/index.js';
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
    expect(out).toMatch(/^1-2 {2}confidence (?:1\.00|0\.99)\d\n {2}zh 2: 霍桑港市议员/);
    expect(out).toContain('  en 2,3: Councillor Margaret Allbright');
    expect(out).toMatch(/\n {4}shape prior +−\d+\.\d\d\n {4}word-order/);
    expect(out).toMatch(/\n {4}dictionary +\+\d+\.\d\d {2}\(zh→en \+\d+\.\d\d, en→zh \+/);
    expect(out).toContain('图书 → book 1.00');
    expect(out).toContain('  rival: 1-1 zh 2 with en 2, probability 0.000');
    expect(out).toMatch(/\n {2}rival path: 2 with 2, – with 3: \d+\.\d\d nats worse\n/);
  });

  test('leaves out evidence that is switched off', async () => {
    const { out } = await explain(
      '--explain',
      '2',
      '--without',
      'numbers,latin',
      '--without=names',
    );
    expect(out).toContain('dictionary');
    expect(out).not.toMatch(/^ {4}(?:numbers|latin|names) /m);
  });

  test('names the evidence there is when one is unknown', async () => {
    const { code, err } = await explain('--without', 'luck');
    expect(code).toBe(64);
    for (const name of EVIDENCE_NAMES) expect(err).toContain(name);
    const help = await run(['align', '--help']);
    for (const name of EVIDENCE_NAMES) expect(help.out).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test.each([
    ['a sentence that is not there', ['--explain', '9999']],
    ['something that is no number', ['--explain', 'two']],
    ['--json alone', ['--json']],
  ])('refuses %s', async (_name, words) => {
    expect(await explain(...words)).toMatchObject({ code: 64, out: '' });
  });
});
