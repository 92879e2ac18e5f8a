import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatFor, recordOf } from '../../src/exchange/index.js';
import { anyText, awkward, roundTrip, tracedPair } from './samples.js';

/** What a format cannot hold at all; everything else must come back byte for byte. */
const CANNOT_CARRY: Readonly<Record<string, RegExp>> = {
  tmx: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu,
  csv: /[\u0000\uD800-\uDFFF]/gu,
  tsv: /[\u0000\uD800-\uDFFF]/gu,
  jsonl: /(?!)/gu,
  xliff: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu,
  xliff2: /(?!)/gu,
  tei: /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu,
  parquet: /[\uD800-\uDFFF]/gu,
  xlsx: /(?!)/gu,
  docx: /[\u0000-\u0008\u000B\u000C\r\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu,
};

/** Formats that are slow to open and close. */
const PACKED = new Set(['parquet', 'xlsx', 'docx']);

describe.each(Object.keys(CANNOT_CARRY))('%s', (name) => {
  const format = formatFor(name);
  const lost = CANNOT_CARRY[name] ?? /(?!)/gu;

  test('gives back every field of a pair with everything known of it', async () => {
    const pairs = awkward
      .map((text) => text.replace(lost, ''))
      .filter((text) => text.trim() !== '')
      .map((text, index) => tracedPair(text, `en ${text}`, { position: index + 1 }));
    const { records, losses } = await roundTrip(format, pairs);
    const known = pairs.map(recordOf);
    const texts = known.map(({ zh, en }) => ({ zh, en }));
    expect(records).toEqual(format.carries === 'everything' ? known : texts);
    expect(losses).toEqual([]);
  });

  test('carries any text byte for byte, or reports each character it cannot carry', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { maxLength: 5 }), async (texts) => {
        const pairs = texts.map(([zh, en]) => ({ zh: `中${zh}`, en: `e${en}` }));
        const { records, losses } = await roundTrip(format, pairs);
        const expected = pairs.map(({ zh, en }) => ({
          zh: zh.replace(lost, ''),
          en: en.replace(lost, ''),
        }));
        expect(records).toEqual(expected);
        const removed = pairs.flatMap(({ zh, en }) => (zh + '\n' + en).match(lost) ?? []).length;
        expect(losses.reduce((sum, { count }) => sum + count, 0)).toBe(removed);
      }),
      { numRuns: PACKED.has(name) ? 20 : 150 },
    );
  });
});

test('CSV for spreadsheets guards formulas and gives them back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("'", "''", ''),
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', 'a'),
      async (quotes, first) => {
        const pairs = [{ zh: `${quotes}${first}cmd`, en: `${first}x` }];
        const { records } = await roundTrip(formatFor('csv'), pairs, { excel: true });
        expect(records).toEqual(pairs);
      },
    ),
  );
});
