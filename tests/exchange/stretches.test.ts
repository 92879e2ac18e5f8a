import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  loadPairs,
  loadStretches,
  type Boundaries,
  type PairRecord,
  type Stretch,
} from '../../src/exchange/index.js';
import { emptyFolder } from '../support/folder.js';
import { collect } from './samples.js';

/** A document goes on as long as its name does. */
const BY_NAME: Boundaries<string> = {
  step: (name, { doc = '' }) => ({ begins: doc !== name, state: doc }),
};

interface Read {
  readonly records: PairRecord[];
  readonly stretches: Stretch<string>[];
  /** Stretches passed over. */
  passed: number;
  /** Lines that known stretches were looked up by. */
  looked: number;
}

/** Reads a file; of what is passed over come the pairs that were read then. */
async function read(
  file: string,
  known: ReadonlyMap<Stretch<string>, readonly PairRecord[]>,
  { hasOrder = true } = {},
): Promise<Read> {
  const done: Read = { records: [], stretches: [], passed: 0, looked: 0 };
  const all = [...known.keys()];
  let last = -1;
  const how = {
    ...BY_NAME,
    known: (first: string) => {
      done.looked += 1;
      return all.filter((one) => one.first === first);
    },
    ...(hasOrder && { next: (places: number) => all[last + places] }),
  };
  for await (const item of loadStretches(file, {}, how)) {
    if (item.kind === 'pair') done.records.push(item.record);
    else if (item.kind === 'known') {
      item.pass();
      last = all.indexOf(item.stretch);
      done.passed += 1;
      done.records.push(...(known.get(item.stretch) ?? []));
    } else if (item.stretch !== undefined) done.stretches.push(item.stretch);
  }
  return done;
}

/** The stretches of a file and their pairs. */
async function stretchesOf(file: string): Promise<Map<Stretch<string>, PairRecord[]>> {
  const known = new Map<Stretch<string>, PairRecord[]>();
  let records: PairRecord[] = [];
  for await (const item of loadStretches(file, {}, { ...BY_NAME, known: () => [] })) {
    if (item.kind === 'pair') records.push(item.record);
    if (item.kind !== 'end') continue;
    if (item.stretch !== undefined) known.set(item.stretch, records);
    records = [];
  }
  return known;
}

const FILLER = '城'.repeat(400);
const line = (doc: string, n: number): string =>
  JSON.stringify({ zh: `${n}${FILLER}`, en: `Line ${n}`, doc });

/** Lines of documents of some lengths. */
function fileOf(lengths: readonly number[]): string[] {
  return lengths.flatMap((length, at) =>
    Array.from({ length }, (_one, n) => line(`d${at}`, at * 1000 + n)),
  );
}

const lengths = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 15, maxLength: 40 });
const edit = fc.record({
  what: fc.constantFrom('insert', 'remove', 'change', 'blank', 'empty', 'twice', 'rename'),
  at: fc.nat(),
});

describe('stretches of a JSON Lines file', () => {
  test('passing over what is known gives the same pairs as reading', async () => {
    const folder = emptyFolder();
    let passed = 0;
    await fc.assert(
      fc.asyncProperty(
        lengths,
        fc.array(edit, { maxLength: 6 }),
        fc.boolean(),
        fc.boolean(),
        async (all, edits, hasEnd, hasOrder) => {
          const [before, after] = [join(folder, 'a.jsonl'), join(folder, 'b.jsonl')];
          const lines = fileOf(all);
          writeFileSync(before, lines.join('\n') + (hasEnd ? '\n' : ''));
          const known = await stretchesOf(before);
          for (const { what, at } of edits) apply(lines, what, at % lines.length);
          writeFileSync(after, `${lines.join('\r\n').replaceAll('\r\n', '\n')}\n`);
          const result = await read(after, known, { hasOrder });
          expect(result.records).toEqual(await collect(loadPairs(after)));
          passed += result.passed;
        },
      ),
      { numRuns: 40 },
    );
    expect(passed).toBeGreaterThan(100);
  });

  test('a file that did not change is passed over whole, one with a change but for it', async () => {
    const file = join(emptyFolder(), 'a.jsonl');
    const lines = fileOf(Array.from({ length: 40 }, () => 10));
    writeFileSync(file, `\uFEFF${lines.join('\n')}\n`);
    const known = await stretchesOf(file);
    expect(known.size).toBeGreaterThan(8);
    const all = { passed: known.size, stretches: [] };
    expect(await read(file, known)).toMatchObject({ ...all, looked: 0 });
    expect(await read(file, known, { hasOrder: false })).toMatchObject(all);
    lines.splice(205, 1, line('d20', 7));
    writeFileSync(file, `\uFEFF${lines.join('\n')}\n`);
    const { passed, stretches } = await read(file, known);
    expect([passed, stretches.length]).toEqual([known.size - 1, 1]);
  });

  test('a stretch is read when its last document goes on behind it', async () => {
    const file = join(emptyFolder(), 'a.jsonl');
    const lines = fileOf([30, 30]);
    writeFileSync(file, `${lines.join('\n')}\n`);
    const known = await stretchesOf(file);
    expect(known.size).toBe(2);
    lines.splice(30, 0, line('d0', 7));
    writeFileSync(file, `${lines.join('\n')}\n`);
    expect((await read(file, known)).passed).toBe(1);
  });

  test('a stretch is read when the one before it is gone and its document goes on there', async () => {
    const file = join(emptyFolder(), 'a.jsonl');
    const lines = [...fileOf([30, 30]), ...fileOf([30])];
    writeFileSync(file, `${lines.join('\n')}\n`);
    const known = await stretchesOf(file);
    expect(known.size).toBe(3);
    lines.splice(30, 30);
    writeFileSync(file, `${lines.join('\n')}\n`);
    const { passed, records } = await read(file, known);
    expect([passed, records.length]).toEqual([0, 60]);
  });

  test('behind lines without pairs documents are found by reading', async () => {
    const file = join(emptyFolder(), 'a.jsonl');
    const [first, second] = [fileOf([30]), fileOf([0, 30])];
    writeFileSync(file, [...first, '', '', ...second, ''].join('\n'));
    const known = await stretchesOf(file);
    writeFileSync(file, [...fileOf([0, 29]), '', '', ...second, ''].join('\n'));
    const { records } = await read(file, known);
    expect(records).toEqual(await collect(loadPairs(file)));
  });

  test('what is compressed is read, whatever its name', async () => {
    const file = join(emptyFolder(), 'a.jsonl');
    writeFileSync(file, gzipSync(`${line('d', 1)}\n`));
    const { records, stretches } = await read(file, new Map());
    expect([records.length, stretches]).toEqual([1, []]);
  });

  test('a file may be larger than any that is unpacked', async () => {
    const file = join(emptyFolder(), 'a.jsonl');
    writeFileSync(file, `${line('d', 1)}\n${line('d', 2)}\n`);
    truncateSync(file, 9 * 2 ** 30); // nothing but a hole on the disk
    const numbers: (string | undefined)[] = [];
    for await (const item of loadStretches(file, {}, { ...BY_NAME, known: () => [] })) {
      if (item.kind === 'pair') numbers.push(item.record.en);
      if (numbers.length === 2) break;
    }
    expect(numbers).toEqual(['Line 1', 'Line 2']);
  });

  test('a bad line behind known stretches is told by its number', async () => {
    const file = join(emptyFolder(), 'a.jsonl');
    const lines = fileOf(Array.from({ length: 20 }, () => 10));
    writeFileSync(file, `${lines.join('\n')}\n`);
    const known = await stretchesOf(file);
    writeFileSync(file, `${[...lines, '{"zh": '].join('\n')}\n`);
    await expect(read(file, known)).rejects.toMatchObject({
      failure: { code: 'jsonl.bad-line', at: { file, line: 201 } },
    });
  });
});

function apply(lines: string[], what: string, at: number): void {
  const here = lines[at] ?? '';
  if (what === 'remove') lines.splice(at, 1);
  else if (what === 'change') lines[at] = here.replace('Line', 'A line');
  else if (what === 'blank') lines.splice(at, 0, '');
  else if (what === 'empty') lines.splice(at, 0, '{"zh":"","en":""}');
  else if (what === 'twice') lines.splice(at, 0, here);
  else if (what === 'rename') lines[at] = here.replace(/"doc":"d\d+"/, '"doc":"d3"');
  else lines.splice(at, 0, line('new', at));
}
