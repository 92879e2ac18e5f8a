import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPairs, savePairs, type Loss, type PairRecord } from '../../src/exchange/index.js';
import { collect } from './samples.js';

const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu;

interface Ability {
  /** What goes from a text, or becomes a space. */
  readonly cannotCarry: RegExp;
  readonly becomesSpace?: RegExp;
  /** Whether a byte order mark at the beginning of the first text is taken for the file's own. */
  readonly hasOwnMark?: boolean;
  /** Pairs that come back: those with text on both sides, with a source, with any text. */
  readonly keeps: 'two-sided' | 'with-source' | 'any';
  readonly runs: number;
}

const FORMATS: Readonly<Record<string, Ability>> = {
  'x.tmx': { cannotCarry: NOT_XML, keeps: 'two-sided', runs: 100 },
  'x.tmx.gz': { cannotCarry: NOT_XML, keeps: 'two-sided', runs: 20 },
  'x.csv': { cannotCarry: /[\0\uD800-\uDFFF]/gu, keeps: 'any', runs: 100 },
  'x.tsv': { cannotCarry: /[\0\uD800-\uDFFF]/gu, keeps: 'any', runs: 100 },
  'x.jsonl': { cannotCarry: /(?!)/gu, keeps: 'any', runs: 100 },
  'x.xlf': { cannotCarry: NOT_XML, keeps: 'with-source', runs: 60 },
  'x.xlf2': { cannotCarry: /(?!)/gu, keeps: 'with-source', runs: 60 },
  'x.tei': { cannotCarry: NOT_XML, keeps: 'any', runs: 60 },
  'x.intertext': { cannotCarry: NOT_XML, keeps: 'any', runs: 60 },
  'x.moses': {
    cannotCarry: /[\uD800-\uDFFF]/gu,
    becomesSpace: /[\r\n]/g,
    hasOwnMark: true,
    keeps: 'two-sided',
    runs: 60,
  },
  'x.parquet': { cannotCarry: /[\uD800-\uDFFF]/gu, keeps: 'any', runs: 15 },
  'x.xlsx': { cannotCarry: /(?!)/gu, keeps: 'any', runs: 10 },
  'x.docx': {
    cannotCarry: /[\u0000-\u0008\u000B\u000C\r\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu,
    keeps: 'any',
    runs: 10,
  },
};

/** What breaks careless writers and readers, at the beginning, the end and in the middle of a text. */
const nasty = fc.constantFrom(
  ...['\uFEFF', '\uFFFE', '\uFFFF', '\uFDD0', '\uFDD0\uFDD1', '\uD800', '\uDC00', '\u{1FFFE}'],
  ...['\r', '\n', '\r\n', '\x85', '\u2028', '\u2029', '\t', ' ', '\u3000', '\u00A0', '\u200B'],
  ...['\0', '\x01', '\x0B', '\x1F', '\x7F', '\x9F', '\u202E', '\u200F', '\u00AD', '\uE000'],
  ...['=cmd|x', '+1', '-1', '@a', "'", "''", '"', '""', ',', ';', '|', '\\', '\\n', '%'],
  ...['<', '>', '&', '&amp;', '&#10;', ']]>', '<!--', '_x000D_', '_x0041_', '{{', '${a}'],
  ...['中', 'a', '1', '1e5', 'TRUE', 'null', '#N/A', '😀', 'e\u0301', '\u{10FFFF}', '\u{1F1E8}'],
  ...['مرحبا', '长'.repeat(10_000), 'x'.repeat(10_000)],
);
const text = fc.array(nasty, { maxLength: 4 }).map((parts) => parts.join(''));
const pairsOf = fc.array(fc.record({ zh: text, en: text }), { minLength: 1, maxLength: 5 });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-nasty-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** The pairs that must come back, byte for byte. */
function expected(pairs: readonly PairRecord[], ability: Ability): readonly PairRecord[] {
  const { cannotCarry, becomesSpace, hasOwnMark = false, keeps } = ability;
  const first = hasOwnMark ? pairs.find(({ zh, en }) => zh !== '' && en !== '') : undefined;
  const carried = (given: string, pair: PairRecord): string => {
    const kept = given.replace(cannotCarry, '');
    const line = becomesSpace === undefined ? kept : kept.replace(becomesSpace, ' ');
    return pair === first ? line.replace(/^\uFEFF+/, '') : line;
  };
  const isKept = ({ zh, en }: PairRecord): boolean => {
    if (keeps === 'two-sided') return zh.trim() !== '' && en.trim() !== '';
    if (keeps === 'with-source') return zh !== '' && `${zh}${en}`.trim() !== '';
    return zh !== '' || en !== '';
  };
  return pairs
    .map((pair) => ({ zh: carried(pair.zh, pair), en: carried(pair.en, pair) }))
    .filter(isKept);
}

test.each(Object.entries(FORMATS))(
  '%s brings back any text at all, or tells what it could not',
  async (name, ability) => {
    await fc.assert(
      fc.asyncProperty(pairsOf, async (pairs) => {
        const [path, losses] = [join(folder, name), new Array<Loss>()];
        await savePairs(path, pairs, { onLoss: (loss) => losses.push(loss) });
        let skipped = 0;
        const back = await collect(loadPairs(path, { onSkip: () => (skipped += 1) }));
        const wanted = expected(pairs, ability);
        expect(back).toEqual(wanted);
        const left = losses.filter(({ kind }) => kind === 'pair').length;
        const empty = pairs.filter(({ zh, en }) => zh === '' && en === '').length;
        expect(back.length + skipped + left).toBeGreaterThanOrEqual(pairs.length - empty);
        const isLossless = wanted.length === pairs.length && wanted.every(isAmong(pairs));
        expect(isLossless || losses.length > 0 || skipped > 0 || empty > 0).toBe(true);
      }),
      { numRuns: ability.runs },
    );
  },
);

function isAmong(pairs: readonly PairRecord[]) {
  return ({ zh, en }: PairRecord): boolean =>
    pairs.some((pair) => pair.zh === zh && pair.en === en);
}
