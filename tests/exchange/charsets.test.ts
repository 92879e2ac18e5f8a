import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeGbk } from '../../scripts/site/gbk.js';
import { loadPairs, readPairs } from '../../src/exchange/index.js';
import { collect } from './samples.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'charsets-'));
});
afterAll(() => rm(folder, { recursive: true }));

const ZH = '茶很香，水很清。';
const PAIR = { zh: ZH, en: 'The tea is fragrant' };
/** 茶,tea in Big5, under its Chinese names of the languages. */
const BIG5 = Buffer.concat([
  Buffer.from('a4a4a4e5', 'hex'),
  Buffer.from(','),
  Buffer.from('ad5ea4e5', 'hex'),
  Buffer.from('\n'),
  Buffer.from('aff9', 'hex'),
  Buffer.from(',tea\n'),
]);
/** Korean in EUC-KR: valid GB18030, and no Chinese. */
const KOREAN = Buffer.concat([
  Buffer.from('zh,en\n'),
  Buffer.from(
    'bfecb8aeb4c220bfc0b4c320c7d7b1b8bfa1bcad20c2f7b8a620b8b6bdc3b0ed20b9e8b8a620bab8bed2b4d92e20b9d9b6f7c0ba20c1b6bfebc7cfb0ed20b9b0c0ba20b8bcbed2c0b8b8e720c4a3b1b8b5e9c0ba20b8f0b5ce20c1f1b0c5bff6c7cfbfb4b4d92e',
    'hex',
  ),
  Buffer.from(',x\n'),
]);

async function read(name: string, bytes: string | Uint8Array) {
  await writeFile(join(folder, name), bytes);
  const charsets: string[] = [];
  const pairs = await collect(
    loadPairs(join(folder, name), { onCharset: (charset) => charsets.push(charset) }),
  );
  return { pairs, charsets };
}

describe('tables that are not in UTF-8', () => {
  test.each([
    ['as Excel writes them in China', 'x.csv', encodeGbk(`zh,en\n${ZH},The tea is fragrant\n`)],
    ['with tabs', 'x.tsv', encodeGbk(`中文\t英文\n${ZH}\tThe tea is fragrant\n`)],
    [
      'with the first Chinese far behind the beginning',
      'x.csv',
      encodeGbk(`zh,en\n${',\n'.repeat(200_000)}${ZH},The tea is fragrant\n`),
    ],
  ])('%s are read, and it is told', async (_name, file, bytes) => {
    expect(await read(file, bytes)).toEqual({ pairs: [PAIR], charsets: ['gb18030'] });
  });

  test('Big5 and UTF-16 without a mark are read, too', async () => {
    expect(await read('x.csv', BIG5)).toEqual({
      pairs: [{ zh: '茶', en: 'tea' }],
      charsets: ['big5'],
    });
    const wide = Buffer.from(`zh,en\n${ZH},The tea is fragrant\n`, 'utf16le');
    expect(await read('x.csv', wide)).toEqual({ pairs: [PAIR], charsets: ['utf-16le'] });
  });

  test('UTF-8 and UTF-16 with a mark are not worth a word', async () => {
    const text = `zh,en\n${ZH},The tea is fragrant\n`;
    for (const bytes of [text, `\uFEFF${text}`, Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      expect(await read('x.csv', bytes)).toEqual({ pairs: [PAIR], charsets: [] });
    }
  });

  test('a NUL in UTF-8 does not make it UTF-16', async () => {
    expect(await read('x.csv', 'zh,en\n茶\0,tea\n')).toEqual({
      pairs: [{ zh: '茶\0', en: 'tea' }],
      charsets: [],
    });
    for (const zh of ['a\0', '\0a', 'a\0<!--', '\0\0\0\0', '茶\0\0\0\0\0']) {
      const { pairs, charsets } = await read('x.csv', `zh,en\n${zh},\0t\0e\0a\n`);
      expect({ pairs, charsets }).toEqual({ pairs: [{ zh, en: '\0t\0e\0a' }], charsets: [] });
    }
  });

  test('characters cut by the pieces a file comes in are whole', async () => {
    const bytes = encodeGbk(`zh,en\n${`${ZH}${ZH},tea\n`.repeat(3_000)}`);
    const cut = async function* (): AsyncIterable<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 777) {
        yield await Promise.resolve(bytes.subarray(at, at + 777));
      }
    };
    const pairs = await collect(readPairs('csv', cut(), { file: 'x.csv' }));
    expect([pairs.length, new Set(pairs.map(({ zh }) => zh))]).toEqual([
      3_000,
      new Set([`${ZH}${ZH}`]),
    ]);
  });

  test('plain lines in two files, each in its own', async () => {
    await writeFile(join(folder, 'm.zh'), encodeGbk(`${ZH}\n`));
    await writeFile(join(folder, 'm.en'), 'The tea is fragrant\n');
    const pairs = await collect(loadPairs(join(folder, 'm'), { format: 'moses' }));
    expect(pairs).toEqual([PAIR]);
  });
});

describe('what cannot be decoded beyond doubt is refused with its line', () => {
  const gbk = encodeGbk(`zh,en\n${`${ZH},tea\n`.repeat(20_000)}`);
  test.each([
    [
      'bytes of no charset far behind',
      Buffer.concat([gbk, Buffer.of(0xff, 0xff, 0x0a)]),
      20_002,
      'file.not-in-charset',
    ],
    [
      'UTF-8 behind GBK',
      Buffer.concat([gbk.subarray(0, 60), Buffer.from(`\n${ZH},x\n`)]),
      2,
      'file.not-utf8',
    ],
    ['Korean', KOREAN, 2, 'file.not-utf8'],
    [
      'French as Windows writes it',
      Buffer.from('zh,en\n\xe9t\xe9,caf\xe9 cr\xe8me\n', 'latin1'),
      2,
      'file.not-utf8',
    ],
  ])('%s', async (_name, bytes, line, code) => {
    await expect(read('x.csv', bytes)).rejects.toMatchObject({ failure: { code, at: { line } } });
  });
});
