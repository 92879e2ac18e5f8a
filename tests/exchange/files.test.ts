import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  existing,
  findFormat,
  formatFor,
  FORMATS,
  loadPairs,
  savePairs,
  writeText,
  type Loss,
  type PairRecord,
} from '../../src/exchange/index.js';
import { anyText, awkward, collect, once, written } from './samples.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duizhao-exchange-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** Out to files and in again, with the losses on the way. */
async function through(name: string, pairs: readonly PairRecord[]) {
  const losses: Loss[] = [];
  const files = await savePairs(join(folder, name), pairs, { onLoss: (loss) => losses.push(loss) });
  return { files, losses, records: await collect(loadPairs(join(folder, name))) };
}

const sum = (losses: readonly Loss[]): number =>
  losses.reduce((total, { count }) => total + count, 0);

describe('formats of several files', () => {
  test('Moses writes two files of lines; what would break a line becomes a space and is counted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { maxLength: 5 }), async (texts) => {
        const pairs = texts.map(([zh, en]) => ({ zh: `中${zh}`, en: `e${en}` }));
        const { files, losses, records } = await through('a.moses', pairs);
        expect(files).toEqual([join(folder, 'a.zh'), join(folder, 'a.en')]);
        const carried = (text: string) =>
          text.replace(/[\r\n]/g, ' ').replace(/[\uD800-\uDFFF]/gu, '');
        expect(records).toEqual(pairs.map(({ zh, en }) => ({ zh: carried(zh), en: carried(en) })));
        const lost = pairs.flatMap(
          ({ zh, en }) => `${zh}|${en}`.match(/[\r\n\uD800-\uDFFF]/gu) ?? [],
        );
        expect(sum(losses)).toBe(lost.length);
      }),
      { numRuns: 30 },
    );
  });

  test('InterText gives back every text XML can hold, one-sided pairs too', async () => {
    const pairs = [
      ...awkward
        .filter((text) => text.trim() !== '')
        .map((text) => ({ zh: text, en: `e ${text}` })),
      { zh: '只有中文', en: '' },
      { zh: '', en: 'only English' },
    ];
    const { files, losses, records } = await through('b.intertext', pairs);
    expect(records).toEqual(pairs);
    expect(losses).toEqual([]);
    expect(files.map((file) => file.slice(folder.length + 1))).toEqual([
      'b.zh.xml',
      'b.en.xml',
      'b.zh.en.xml',
    ]);
    expect(await readFile(join(folder, 'b.zh.en.xml'), 'utf8')).toContain(
      '<linkGrp toDoc="b.en.xml" fromDoc="b.zh.xml">\n<link type="1-1" xtargets="1:1;1:1" status="auto"/>',
    );
  });

  test('any one of the files names the whole set', async () => {
    await savePairs(join(folder, 'c.moses'), [{ zh: '好', en: 'good' }]);
    expect(await collect(loadPairs(join(folder, 'c.en')))).toEqual([{ zh: '好', en: 'good' }]);
    expect(await existing(formatFor('moses'), join(folder, 'c.moses'))).toHaveLength(2);
  });

  test('files of unequal length are refused with the line', async () => {
    await writeFile(join(folder, 'd.zh'), '一\n二\n');
    await writeFile(join(folder, 'd.en'), 'one\n');
    await expect(collect(loadPairs(join(folder, 'd.zh')))).rejects.toMatchObject({
      failure: { code: 'moses.uneven', at: { line: 2 } },
    });
  });

  test('when the pairs fail half way, no file appears and the error comes out', async () => {
    async function* failing(): AsyncIterable<PairRecord> {
      yield await Promise.resolve({ zh: '好', en: 'good' });
      throw new Error('the source broke');
    }
    for (const name of [
      'e.moses',
      'e.intertext',
      'e.tmx',
      'e.tmx.gz',
      'e.csv',
      'e.xlsx',
      'e.parquet',
    ]) {
      await expect(savePairs(join(folder, name), failing())).rejects.toThrow('the source broke');
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('e.'))).toEqual([]);
  });
});

describe('single files', () => {
  test.each(['f.tmx.gz', 'f.jsonl.gz', 'f.csv.gz'])('%s is packed and unpacked', async (name) => {
    const pairs = [{ zh: '好', en: 'good' }];
    const { records } = await through(name, pairs);
    expect(records).toEqual(pairs);
    expect((await readFile(join(folder, name))).subarray(0, 2)).toEqual(Buffer.of(0x1f, 0x8b));
  });

  test.each([
    ['g.tmx.gz', 'exchange.not-gzip'],
    ['g.xlsx', 'zip.malformed'],
    ['g.docx', 'zip.malformed'],
    ['g.parquet', 'parquet.malformed'],
    ['g.csv', 'table.no-columns'],
    ['g.jsonl', 'jsonl.bad-line'],
    ['g.xlf', 'xml.malformed'],
    ['g.tei', 'xml.malformed'],
  ])('%s with rubbish in it is refused', async (name, code) => {
    await writeFile(join(folder, name), 'this is rubbish');
    await expect(collect(loadPairs(join(folder, name)))).rejects.toMatchObject({
      failure: { code, exit: 'badInput' },
    });
  });

  test('CSV of bytes that are not UTF-8 is refused with a way out', async () => {
    await writeFile(join(folder, 'h.csv'), Buffer.of(0x7a, 0x68, 0x0a, 0xc4, 0x20, 0xff));
    await expect(collect(loadPairs(join(folder, 'h.csv')))).rejects.toMatchObject({
      failure: { code: 'file.not-utf8', at: { line: 2 } },
    });
  });

  test.each([
    ['zh-CN,en-US\n好,good\n'],
    ['English,Chinese\ngood,好\n'],
    ['id,原文,译文\n1,好,good\n'],
    ['\uFEFFZH,EN\r\n好,good\r\n'],
  ])('a foreign table is understood by its first row: %j', async (text) => {
    await writeFile(join(folder, 'i.csv'), text);
    const [record] = await collect(loadPairs(join(folder, 'i.csv')));
    expect(record).toMatchObject({ zh: '好', en: 'good' });
  });

  test.each([
    ['names', 'en,zh\n'],
    ['sketch-engine', 'Chinese,English\n'],
    ['codes', 'zh-CN,en-US\n'],
  ] as const)('the first row can be %s', async (header, expected) => {
    const bytes = await written(formatFor('csv'), [{ zh: '好', en: 'good' }], {
      header,
      columns: ['en', 'zh'],
    });
    expect(new TextDecoder().decode(bytes)).toMatch(new RegExp(`^${expected}`));
  });

  test('an unknown column is named in the error', async () => {
    await expect(written(formatFor('csv'), [], { columns: ['zh', 'sore'] })).rejects.toMatchObject({
      failure: { code: 'exchange.unknown-column', exit: 'usage' },
    });
  });

  test('a cell longer than Excel takes is cut and reported', async () => {
    const { losses, records } = await through('j.xlsx', [{ zh: '长'.repeat(40_000), en: 'long' }]);
    expect(records[0]?.zh).toHaveLength(32_767);
    expect(losses).toMatchObject([{ reason: 'too-long-for-cell', count: 40_000 - 32_767 }]);
  });

  test('the page for reading escapes what it shows and runs nothing', async () => {
    const pairs = [{ zh: '<script>alert(1)</script>', en: '"&', title_en: '<b>' }];
    const page = new TextDecoder().decode(
      await written(formatFor('html'), pairs, { title: '</title>' }),
    );
    expect(page).not.toMatch(/<script|<b>|<title><\/title>/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain("default-src 'none'");
  });

  test('the same pairs give the same bytes', async () => {
    for (const format of FORMATS) {
      if (format.kind !== 'file' || format.name === 'docx' || format.name === 'xlsx') continue;
      const pairs = [{ zh: '好', en: 'good', score: 0.5 }];
      expect(await written(format, pairs)).toEqual(await written(format, pairs));
    }
  });
});

describe('names', () => {
  test.each([
    ['tmx', 'tmx'],
    ['a/b.TMX', 'tmx'],
    ['x.tmx.gz', 'tmx'],
    ['x.zh.xml', 'intertext'],
    ['x.tei.xml', 'tei'],
    ['x.zh', 'moses'],
    ['x.xlf', 'xliff'],
    ['x.doc', undefined],
  ])('%s is %s', (path, name) => {
    expect(findFormat(path)?.name).toBe(name);
  });

  test('an unknown ending is a usage error', () => {
    expect(() => formatFor('x.doc')).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({ code: 'exchange.unknown-format', exit: 'usage' }),
      }),
    );
  });

  test('what is not text cannot go into a stream of text', async () => {
    await expect(collect(writeText('xlsx', [], {}))).rejects.toMatchObject({
      failure: { code: 'exchange.binary' },
    });
    await expect(collect(writeText('moses', [], {}))).rejects.toMatchObject({
      failure: { code: 'exchange.several-files' },
    });
  });

  test('XLIFF of other languages is refused', async () => {
    const xliff = formatFor('xliff');
    const text =
      '<xliff version="1.2"><file source-language="de" target-language="fr"><body/></file></xliff>';
    const read = xliff.kind === 'file' ? xliff.read : undefined;
    await expect(collect(read?.(once(text), { file: 'x' }) ?? once())).rejects.toMatchObject({
      failure: { code: 'xliff.languages' },
    });
  });
});
