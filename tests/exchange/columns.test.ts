import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPairs, savePairs, type ReadOptions } from '../../src/exchange/index.js';
import { collect } from './samples.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'columns-'));
});
afterAll(() => rm(folder, { recursive: true }));

const PAIR = { zh: '茶，很香', en: 'Fragrant tea; very' };

async function read(name: string, text: string, options: Partial<ReadOptions> = {}) {
  await writeFile(join(folder, name), text);
  return collect(loadPairs(join(folder, name), options));
}

describe('what separates the cells', () => {
  test.each([
    [
      'semicolons, as Excel writes them in much of Europe',
      'x.csv',
      'zh;en\n茶，很香;"Fragrant tea; very"\n',
    ],
    ['tabs in a file called CSV', 'x.csv', 'zh\ten\r\n茶，很香\tFragrant tea; very\r\n'],
    ['bars', 'x.csv', '"zh"|"en"|note\n茶，很香|Fragrant tea; very|\n'],
    ['commas in a file called TSV', 'x.tsv', 'en,zh\nFragrant tea; very,茶，很香\n'],
    ['what a row for Excel says', 'x.csv', 'sep=^\r\nzh^en\r\n茶，很香^Fragrant tea; very\r\n'],
  ])('%s', async (_name, file, text) => {
    expect(await read(file, text)).toEqual([PAIR]);
  });

  test.each([';', '|', '\t', '~', '^'])(
    'a table written with %j is read again',
    async (delimiter) => {
      const file = join(folder, 'own.csv');
      await savePairs(file, [PAIR], { delimiter, columns: ['zh', 'en', 'score'] });
      expect(await collect(loadPairs(file))).toEqual([PAIR]);
    },
  );

  test('a header cut into single characters is one row all the same', async () => {
    await writeFile(join(folder, 'slow.csv'), '');
    const { readPairs } = await import('../../src/exchange/index.js');
    const slow = async function* (): AsyncIterable<string> {
      for (const character of 'zh;en\n茶;tea\n') yield await Promise.resolve(character);
    };
    const pairs = readPairs('csv', slow(), { file: 'slow.csv' });
    expect(await collect(pairs)).toEqual([{ zh: '茶', en: 'tea' }]);
  });
});

describe('columns that a person names', () => {
  const TABLE = 'No,Source text,Target text\n7,茶,tea\n';

  test('as the first row does', async () => {
    const stated = { zhColumn: 'Source text', enColumn: 'Target text' };
    expect(await read('x.csv', TABLE, stated)).toEqual([{ zh: '茶', en: 'tea' }]);
  });

  test('by their places, of a table whose first row is a pair', async () => {
    const stated = { zhColumn: '2', enColumn: '1' };
    expect(await read('x.tsv', 'tea\t茶\nwater\t水\n', stated)).toEqual([
      { zh: '茶', en: 'tea' },
      { zh: '水', en: 'water' },
    ]);
  });

  test('by their places, in the first sheet of a workbook', async () => {
    const file = join(folder, 'x.xlsx');
    await savePairs(file, [{ zh: '茶', en: 'tea' }], { columns: ['en', 'zh'] });
    expect(await collect(loadPairs(file, { zhColumn: '2', enColumn: '1' }))).toEqual([
      { zh: 'zh', en: 'en' },
      { zh: '茶', en: 'tea' },
    ]);
  });

  test.each([
    [
      'a name that is not there',
      { zhColumn: 'Quelle', enColumn: 'Target text' },
      'table.no-columns',
    ],
    ['a place beyond the row', { zhColumn: '2', enColumn: '9' }, 'table.no-columns'],
    ['one number', { zhColumn: '2' }, 'table.half-numbered'],
    ['one place for both', { zhColumn: '2', enColumn: '2' }, 'table.half-numbered'],
  ])('%s is refused', async (_name, stated, code) => {
    await expect(read('x.csv', TABLE, stated)).rejects.toMatchObject({ failure: { code } });
  });

  test('of a format without columns, it is a usage error', async () => {
    await writeFile(join(folder, 'x.tmx'), '<tmx/>');
    expect(() => loadPairs(join(folder, 'x.tmx'), { zhColumn: 'zh' })).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ code: 'exchange.no-columns' }),
      }),
    );
  });
});

describe('JSON Lines of other makers', () => {
  test.each([
    ['the translations of a Hugging Face set', '{"id":"7","translation":{"en":"tea","zh":"茶"}}'],
    ['codes of languages', '{"zho_Hans":"茶","eng_Latn":"tea","id":"7"}'],
    ['one name as ours, one not', '{"zh-CN":"茶","en":"tea","id":"7"}'],
    ['names of languages', '{"English":"tea","Chinese":"茶","id":"7"}'],
  ])('%s', async (_name, line) => {
    expect(await read('x.jsonl', `${line}\n`)).toEqual([{ zh: '茶', en: 'tea', id: '7' }]);
  });

  test.each([
    '{"source":"茶","target":"tea"}',
    '{"translation":["茶","tea"]}',
    '{"zh-CN":7,"en":"x"}',
  ])('%s is refused with its line', async (line) => {
    await expect(read('x.jsonl', `${line}\n`)).rejects.toMatchObject({
      failure: { code: 'jsonl.not-a-pair', at: { line: 1 } },
    });
  });
});

describe('fields of JSON Lines that a person names', () => {
  test.each([
    ['by their names', '{"s":"tea","t":"茶"}', { zhColumn: 't', enColumn: 's' }],
    [
      'inside objects',
      '{"translation":{"zh":"茶","en":"tea"},"id":"7"}',
      { zhColumn: 'translation.zh', enColumn: 'translation.en' },
    ],
    ['one of them, the other as usual', '{"x":{"t":"茶"},"en":"tea"}', { zhColumn: 'x.t' }],
    [
      'in a list',
      '{"turns":[{"t":"tea"},{"t":"茶"}]}',
      { zhColumn: 'turns.1.t', enColumn: 'turns.0.t' },
    ],
    ['whose name has a dot', '{"a.b":"茶","en":"tea"}', { zhColumn: 'a.b' }],
    [
      'over those with the usual names',
      '{"zh":"tea","en":"茶"}',
      { zhColumn: 'en', enColumn: 'zh' },
    ],
  ])('%s', async (_name, line, stated) => {
    expect(await read('x.jsonl', `${line}\n`, stated)).toEqual([
      { zh: '茶', en: 'tea', ...(line.includes('"id"') ? { id: '7' } : {}) },
    ]);
  });

  test('null is a side without text', async () => {
    const lines = '{"s":"tea","t":null}\n{"s":null,"t":null}\n';
    expect(await read('x.jsonl', lines, { zhColumn: 't', enColumn: 's' })).toEqual([
      { zh: '', en: 'tea' },
    ]);
  });

  test.each(['{"s":"tea","T":"茶"}', '{"s":"tea","t":7}', '{"s":"tea","t":{"x":"茶"}}'])(
    '%s after a good line is refused with its line',
    async (line) => {
      const text = `{"s":"water","t":"水"}\n${line}\n`;
      await expect(read('x.jsonl', text, { zhColumn: 't', enColumn: 's' })).rejects.toMatchObject({
        failure: { code: 'jsonl.no-field', at: { line: 2 } },
      });
    },
  );
});

describe('columns that no pair is made of are told', () => {
  async function unused(name: string, text: string, options: Partial<ReadOptions> = {}) {
    const told = new Set<string>();
    await read(name, text, { ...options, onUnused: (column) => told.add(column) });
    return [...told];
  }

  test.each([
    ['of a table', 'x.csv', 'zh,备注,en,zh-TW,\n茶,x,tea,茶,\n', ['备注', 'zh-TW']],
    [
      'of objects',
      'x.jsonl',
      '{"zh":"茶","en":"tea","a":null}\n{"zh":"水","en":"x","b":{"c":1}}\n',
      ['b'],
    ],
    [
      'beside a translation',
      'x.jsonl',
      '{"translation":{"zh":"茶","en":"tea","fr":"thé"}}\n',
      ['fr'],
    ],
    [
      'of cells behind the last column',
      'x.csv',
      'zh,en\n茶,tea,\n水,clear, cold water\n酒,wine, red\n',
      ['behind the last, first in row 3'],
    ],
    ['none', 'x.tsv', 'zh\ten\tscore\n茶\ttea\t1\n', []],
  ])('%s', async (_name, file, text, told) => {
    expect(await unused(file, text)).toEqual(told);
  });

  test('by their places where the first row is a pair', async () => {
    const stated = { zhColumn: '2', enColumn: '3' };
    expect(await unused('x.tsv', '7\t茶\ttea\tx\n', stated)).toEqual(['1', '4']);
  });
});
