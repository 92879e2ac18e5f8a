import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CleanedPair } from '../../src/clean/index.js';
import type { PairRecord } from '../../src/exchange/index.js';
import { emptyFolder } from '../support/folder.js';
import { run } from '../support/io.js';

/** What `duizhao clean` writes. */
type Cleaned = CleanedPair & {
  readonly doc?: string;
  readonly explanation?: Readonly<Record<string, number>>;
};

/** Pairs that translate each other. */
const RIGHT: readonly PairRecord[] = readFileSync('tests/clean/pairs/right.txt', 'utf8')
  .split('\n\n')
  .map((pair) => pair.split('\n').filter((line) => line !== '' && !line.startsWith('#')))
  .flatMap(([zh, en]) => (zh === undefined || en === undefined ? [] : [{ zh, en }]));

function isRepeated(at: number): boolean {
  return at % 40 === 39;
}

/** Pairs of some documents, some of which lack half, have other words, or were there before. */
function someFile(): PairRecord[] {
  const [first = { zh: '', en: '' }] = RIGHT;
  const spoilt = RIGHT.map((pair, at): PairRecord => {
    if (at % 7 === 3) return { ...pair, en: pair.en.slice(0, pair.en.length / 2) };
    if (at % 31 === 5) return { ...pair, en: '' };
    if (at % 23 === 9) return { ...pair, en: `${pair.en} They paid 77 yuan.` };
    if (isRepeated(at)) return first;
    return at % 5 === 1 ? { ...pair, confidence: 0.1 } : pair;
  });
  const third = Math.floor(spoilt.length / 3);
  const named = (doc: string) => (pair: PairRecord) => ({ ...pair, doc });
  return [
    ...spoilt.slice(0, third).map(named('one')),
    ...spoilt.slice(third, 2 * third).map((pair) => ({ ...pair, url_or_path: 'two.html' })),
    { zh: `${first.zh}又来了。`, en: first.en, doc: 'three' },
    ...spoilt.slice(2 * third),
    ...RIGHT.map(({ zh, en }) => ({ zh: `${zh}（续）`, en: `${en} (continued)` })),
  ];
}

function linesOf<Line>(text: string): Line[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

/** The pairs of a file after an import and a build. */
async function built(file: string): Promise<PairRecord[]> {
  const folder = emptyFolder();
  await run(['init', folder]);
  await run(['import', file, '-C', folder, '--build']);
  const all = join(folder, 'all.jsonl');
  const { code } = await run(['export', all, '-C', folder, '--state', 'new,rejected']);
  expect(code).toBe(0);
  return linesOf<PairRecord>(readFileSync(all, 'utf8'));
}

function judgementsOf(records: readonly PairRecord[], unit: string): object[] {
  const places = new Map(records.map(({ id = '' }, at) => [id, `${unit} ${at + 1}`]));
  const named = (checks: string): string =>
    checks.replace(/\b[0-9a-f]{32}\b/g, (id) => places.get(id) ?? id);
  return records.map(({ zh, en, score, state, reason = '', checks = '' }) => {
    return { zh, en, score, state, reason, checks: named(checks) };
  });
}

function cleanedAs(cleaned: readonly Cleaned[]): object[] {
  return cleaned.map(({ zh, en, score, state, reason = '', findings }) => {
    const checks = findings.map(({ check, detail }) => `${check}: ${detail}`).join('; ');
    return { zh, en, score, state, reason, checks };
  });
}

/** A file of that format with these pairs. */
async function fileOf(records: readonly object[], ending: 'jsonl' | 'csv'): Promise<string> {
  const folder = emptyFolder();
  const lines = join(folder, 'pairs.jsonl');
  writeFileSync(lines, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  if (ending === 'jsonl') return lines;
  const columns = 'zh,en,doc,url_or_path,confidence';
  const table = join(folder, 'pairs.csv');
  expect((await run(['convert', lines, table, '--columns', columns])).code).toBe(0);
  return table;
}

describe('duizhao clean judges a file as an import and a build of it', () => {
  test.each([
    ['jsonl', 'line'],
    ['csv', 'pair'],
  ] as const)('of .%s, pair by pair', async (ending, unit) => {
    const file = await fileOf(someFile(), ending);
    const expected = judgementsOf(await built(file), unit);
    const { code, out } = await run(['clean', file]);
    const cleaned = linesOf<Cleaned>(out);
    expect(code).toBe(0);
    expect(cleanedAs(cleaned)).toEqual(expected);
    const found = new Set(cleaned.flatMap(({ findings }) => findings.map(({ check }) => check)));
    expect([...found]).toEqual(expect.arrayContaining(['duplicate', 'one-sided']));
    expect(cleaned.filter(({ reason }) => reason === 'low-score').length).toBeGreaterThan(2);
  });

  test('also of a stream, with the settings of a corpus', async () => {
    const rule = '{ name: sure, when: shape = "1-1" and confidence = 1, action: note }';
    const settings = `clean:\n  limits: { minScore: 0.6 }\n  rules: [${rule}]\n`;
    const folder = emptyFolder();
    await run(['init', folder]);
    writeFileSync(join(folder, 'duizhao.yaml'), settings);
    const file = await fileOf(someFile(), 'jsonl');
    await run(['import', file, '-C', folder, '--build']);
    const all = join(folder, 'all.jsonl');
    await run(['export', all, '-C', folder, '--state', 'new,rejected']);
    const expected = judgementsOf(linesOf<PairRecord>(readFileSync(all, 'utf8')), 'line');
    const { out } = await run(['clean', '-', '-C', folder], readFileSync(file));
    const cleaned = linesOf<Cleaned>(out);
    expect(cleanedAs(cleaned)).toEqual(expected);
    const isSure = ({ findings }: Cleaned) => findings.some(({ check }) => check === 'sure');
    expect(cleaned.map(isSure)).toEqual(someFile().map(({ en }) => en !== ''));
  });

  test('whatever its document was: lines without text play no part', async () => {
    const pairs = someFile().slice(0, 20);
    const empty = { zh: '', en: '', doc: 'other' };
    const file = await fileOf([empty, ...pairs.flatMap((pair) => [pair, empty])], 'jsonl');
    const { out } = await run(['clean', file]);
    const cleaned = linesOf<Cleaned>(out);
    expect(cleaned.filter(({ doc }) => doc === 'other').length).toBe(pairs.length + 1);
    const scores = (some: readonly { score?: number }[]) => some.map(({ score }) => score);
    expect(scores(cleaned.filter(({ doc }) => doc !== 'other'))).toEqual(scores(await built(file)));
  });

  test('a document that comes again is refused as a whole, and is no other document', async () => {
    const pairs = RIGHT.slice(0, 12);
    const copies = ['a', 'b', 'c', 'd', 'e', 'f'].map((doc) =>
      pairs.map((one) => ({ ...one, doc })),
    );
    const last = { zh: RIGHT[0]?.zh, en: RIGHT[0]?.en, doc: 'last' };
    const file = await fileOf([...copies.flat(), last], 'jsonl');
    const cleaned = linesOf<Cleaned>((await run(['clean', file])).out);
    const [first, again] = [cleaned.slice(0, 12), cleaned.slice(12, -1)];
    const records = await built(file);
    expect(cleanedAs([...first, ...cleaned.slice(-1)])).toEqual(judgementsOf(records, 'line'));
    expect(again.every(({ reason }) => reason === 'duplicate')).toBe(true);
  });
});

describe('duizhao clean --explain', () => {
  const logitOf = (score: number): number => Math.log(score / (1 - score));
  const sumOf = (parts: Readonly<Record<string, number>> = {}): number =>
    Object.values(parts).reduce((sum, nats) => sum + nats, 0);

  test('explains the score a pair has in its document, with what the document adds', async () => {
    const file = await fileOf(someFile(), 'jsonl');
    const cleaned = linesOf<Cleaned>((await run(['clean', file, '--explain'])).out);
    const document = cleaned.filter(
      ({ doc, score, zh, en }) =>
        doc === 'one' && score > 0.05 && score < 0.98 && zh !== '' && en !== '',
    );
    const gaps = document.map(({ score, explanation }) => logitOf(score) - sumOf(explanation));
    expect(gaps.length).toBeGreaterThan(5);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.3); // each part is rounded
    const names = new Set(document.flatMap(({ explanation = {} }) => Object.keys(explanation)));
    expect([...names]).toEqual(expect.arrayContaining(['words-zh', 'words-zh-here']));
  });

  test('a pair alone in its document is compared with nothing, half a pair has no score', async () => {
    const [pair] = RIGHT;
    const file = await fileOf(
      [
        { ...pair, doc: 'a' },
        { ...pair, en: '', doc: 'b' },
      ],
      'jsonl',
    );
    const [alone, half] = linesOf<Cleaned>((await run(['clean', file, '--explain'])).out);
    expect(Object.keys(alone?.explanation ?? {}).filter((name) => name.endsWith('-here'))).toEqual(
      [],
    );
    expect(sumOf(alone?.explanation)).not.toBe(0);
    expect(half?.explanation).toEqual({});
  });
});

test('an aligner’s confidence counts when it is asked for, and is explained', async () => {
  const [pair] = RIGHT;
  const input = [0.1, 0.99].map((confidence) =>
    JSON.stringify({ ...pair, doc: confidence, confidence }),
  );
  const scores = async (...flags: string[]): Promise<Cleaned[]> =>
    linesOf<Cleaned>((await run(['clean', '-', '--explain', ...flags], input.join('\n'))).out);
  const [low, high] = await scores('--with-confidence');
  expect(high?.score).toBeGreaterThan(low?.score ?? Number.NaN);
  expect(low?.explanation).toMatchObject({ confidence: -1.1 }); // ½·ln(0.1 / 0.9)
  const [one, other] = await scores();
  expect(one?.score).toBe(other?.score);
  expect(one?.explanation).not.toHaveProperty('confidence');
});
