import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { formatFor, loadPairs, savePairs, type PairRecord } from '../../src/exchange/index.js';
import { collect } from './samples.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-packed-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

function numberedPairs(count: number, length = 1): PairRecord[] {
  return Array.from({ length: count }, (_, index) => ({
    zh: `${index}${'中'.repeat(length)}`,
    en: `${index} ${'e'.repeat(length)}`,
  }));
}

/** A workbook as Excel writes it: texts in a table of their own, each once. */
async function asExcelWrites(path: string, pairs: readonly PairRecord[]): Promise<void> {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('Sheet1');
  sheet.addRow(['Chinese (Simplified)', 'comment', 'English']);
  sheet.addRow([]);
  for (const { zh, en } of pairs) sheet.addRow([zh, 'seen', en]);
  await book.xlsx.writeFile(path);
}

describe('XLSX', () => {
  test('reads shared strings, more than memory is given for them, and repeated ones', async () => {
    const path = join(folder, 'shared.xlsx');
    const pairs = numberedPairs(640, 7_000); // 9 million characters: some go to disk
    await asExcelWrites(path, [...pairs, ...pairs.slice(0, 5)]);
    expect(await collect(loadPairs(path))).toEqual([...pairs, ...pairs.slice(0, 5)]);
  });

  test('reads the same from a pipe as from the disk', async () => {
    const path = join(folder, 'piped.xlsx');
    await asExcelWrites(path, numberedPairs(10));
    const format = formatFor('xlsx');
    const piped =
      format.kind === 'file' ? format.read?.(bytesOf(path), { file: '<stdin>' }) : undefined;
    expect(await collect(piped ?? nothing())).toEqual(numberedPairs(10));
  });
});

async function* bytesOf(path: string): AsyncIterable<Uint8Array> {
  for await (const chunk of createReadStream(path)) if (chunk instanceof Uint8Array) yield chunk;
}

async function* nothing(): AsyncIterable<never> {
  // no such reader
}

describe('containers that are damaged', () => {
  test.each(['xlsx', 'docx'])(
    '%s cut off at every twentieth is refused with a reason',
    async (name) => {
      const path = join(folder, `whole.${name}`);
      await savePairs(path, numberedPairs(50));
      const whole = await readFile(path);
      for (let part = 0; part < 20; part += 1) {
        const cut = join(folder, `cut.${name}`);
        await writeFile(cut, whole);
        await truncate(cut, Math.floor((whole.length * part) / 20));
        await expect(collect(loadPairs(cut))).rejects.toMatchObject({
          failure: { code: 'zip.malformed', exit: 'badInput' },
        });
      }
    },
  );

  test('a byte changed in the texts does not pass', async () => {
    const path = join(folder, 'changed.xlsx');
    await savePairs(path, numberedPairs(200));
    const bytes = await readFile(path);
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 400;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    await writeFile(path, bytes);
    await expect(collect(loadPairs(path))).rejects.toMatchObject({
      failure: { code: expect.stringMatching(/^(zip|xml)\./), exit: 'badInput' },
    });
  });
});

describe('Parquet', () => {
  const rows = numberedPairs(5_000, 20);

  test.each([
    ['one group of many pages', { rowGroupSize: 5_000, pageSize: 4_096 }],
    ['many groups', { rowGroupSize: 700 }],
    ['gzip', { codec: 'GZIP', compressors: { GZIP: (bytes: Uint8Array) => gzipSync(bytes) } }],
    ['no compression', { codec: 'UNCOMPRESSED' }],
  ] as const)('reads files of other programs: %s', async (_, settings) => {
    const path = join(folder, 'other.parquet');
    const column = (name: keyof PairRecord, title: string) => ({
      name: title,
      data: rows.map((row) => row[name]),
      type: 'STRING' as const,
    });
    const buffer = parquetWriteBuffer({
      columnData: [
        { name: 'n', data: rows.map((_row, index) => index), type: 'INT32' },
        column('en', 'english'),
        column('zh', 'Chinese'),
      ],
      ...settings,
    });
    await writeFile(path, Buffer.from(buffer));
    expect(await collect(loadPairs(path))).toEqual(rows);
  });

  test('a file cut off is refused with a reason', async () => {
    const path = join(folder, 'cut.parquet');
    await savePairs(path, rows);
    await truncate(path, 5_000);
    await expect(collect(loadPairs(path))).rejects.toMatchObject({
      failure: { code: 'parquet.malformed', exit: 'badInput' },
    });
  });
});
