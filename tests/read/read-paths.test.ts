import { describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GENERATOR_MARK } from '../../src/kit/index.js';
import { readPaths, readText, type ReadItem } from '../../src/read/index.js';
import { emptyFolder } from '../support/folder.js';

const ZH = '3月15日，市外办主任曹某会见了来访的韩国驻广州总领事一行。';
const EN =
  'On March 15, Director General Cao met with a delegation led by the Consul General of ROK.';

interface Answer {
  readonly items: readonly ReadItem[];
  readonly rejects: readonly string[];
}

async function read(paths: readonly string[], options = {}): Promise<Answer> {
  const items: ReadItem[] = [];
  const rejects: string[] = [];
  const run = {
    signal: new AbortController().signal,
    onReject: ({ reason }: { readonly reason: string }) => void rejects.push(reason),
  };
  for await (const item of readPaths(paths, run, options)) items.push(item);
  return { items, rejects };
}

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

function textsOf(item: ReadItem | undefined): readonly string[] {
  return item?.kind === 'document' ? item.document.blocks.map(({ text }) => text) : [];
}

/** What a text or Markdown file of this content holds. */
function understood(name: string, content: string): readonly string[] {
  const origin = { kind: 'path', location: name, sha256: '0'.repeat(64) } as const;
  const { blocks } = readText(origin, new TextEncoder().encode(content));
  return blocks.map(({ text }) => text);
}

describe('folders', () => {
  test('are read in the order of names, what cannot be read reported', async () => {
    const folder = folderWith({
      'b.txt': ZH,
      'a/c.html': `<p>${ZH}</p>`,
      'x.bin': 'x',
      'z.txt': '',
    });
    const { items, rejects } = await read([folder]);
    const names = items.map((item) => (item.kind === 'page' ? item.page.origin.location : ''));
    expect(names).toEqual([join(folder, 'a/c.html'), join(folder, 'b.txt')]);
    expect(rejects).toEqual(['read.unsupported', 'read.empty']);
  });

  test('what duizhao wrote into them is not read: corpora, pages, its own files', async () => {
    const report = `<!doctype html><html><head>${GENERATOR_MARK}</head><p>${ZH}</p></html>`;
    const folder = folderWith({
      'a.txt': ZH,
      'corpus.db': 'x',
      'crawl.db': 'x',
      'duizhao.yaml': '',
      'archive/a.warc.gz': 'x',
      'inner/corpus.db': 'x',
      'inner/b.txt': EN,
      'report.html': report,
    });
    const { items, rejects } = await read([folder]);
    expect(items.map((item) => item.kind === 'page' && item.page.origin.location)).toEqual([
      join(folder, 'a.txt'),
    ]);
    expect(rejects).toEqual(['read.corpus', 'read.own-page']);
    await expect(read([join(folder, 'report.html')])).rejects.toMatchObject({
      failure: { code: 'read.own-page', exit: 'badInput' },
    });
    expect((await read([join(folder, 'inner')])).items).toHaveLength(1);
  });

  test.each([
    ['news.zh.txt', 'news.en.txt'],
    ['news_zh-CN.txt', 'news_en-US.txt'],
    ['zh.txt', 'en.txt'],
    ['zh/news.txt', 'en/news.txt'],
  ])('%s and %s are one document', async (zh, en) => {
    const { items } = await read([folderWith({ [zh]: ZH, [en]: EN })]);
    expect(items).toHaveLength(1);
    expect(textsOf(items[0])).toEqual([ZH, EN]);
  });
});

describe('what is wrong with a file is said by code', () => {
  test.each([
    ['empty.txt', '', 'read.empty'],
    ['blank.txt', ' \n\n', 'read.empty'],
    ['binary.txt', Uint8Array.of(0x7f, 0x45, 3, 4, 0, 0, 0, 1, 2, 0, 7), 'read.binary'],
  ])('%s', async (name, content, code) => {
    await expect(read([join(folderWith({ [name]: content }), name)])).rejects.toMatchObject({
      failure: { code },
    });
  });

  test('a missing file', async () => {
    await expect(read(['/no/such/file.txt'])).rejects.toMatchObject({
      failure: { code: 'file.missing' },
    });
  });

  test('a folder without text', async () => {
    await expect(read([folderWith({ 'x.png': 'x' })])).rejects.toMatchObject({
      failure: { code: 'read.nothing' },
    });
  });

  test('a pair of three', async () => {
    await expect(read(['a', 'b', 'c'], { pair: true })).rejects.toMatchObject({
      failure: { code: 'read.not-a-pair' },
    });
  });
});

test('a pair by lines keeps every line whole', async () => {
  const folder = folderWith({ a: '你好。再见。\n\n谢谢', b: 'Hello. Bye.\nThanks' });
  const { items } = await read([join(folder, 'a'), join(folder, 'b')], { pair: true, lines: true });
  const [item] = items;
  expect(item?.kind === 'document' ? item.document.blocks : []).toEqual([
    { lang: 'zh', kind: 'paragraph', text: '你好。再见。', whole: true },
    { lang: 'zh', kind: 'paragraph', text: '谢谢', whole: true },
    { lang: 'en', kind: 'paragraph', text: 'Hello. Bye.', whole: true },
    { lang: 'en', kind: 'paragraph', text: 'Thanks', whole: true },
  ]);
});

test.each([
  ['utf-16le', 'a text of Chinese and English'],
  ['utf-16be', 'the other way round'],
])('%s without a mark is text: %s', async (charset) => {
  const text = Array.from({ length: 4 }, () => `　　一、${ZH}\r\n${EN}\r\n`).join('');
  const bytes = Buffer.from(text, 'utf16le');
  if (charset === 'utf-16be') bytes.swap16();
  const { items, rejects } = await read([folderWith({ 'wide.html': bytes, 'wide.txt': bytes })]);
  expect(rejects).toEqual([]);
  expect(items).toHaveLength(2);
});

describe('Markdown', () => {
  test('loses its marks, not its words', () => {
    const source = `# Title\n\n标题\n\n**Bold** and [link](http://x.org) \`code\`.\n\n粗体、链接和代码。\n\n1. First item here.\n\n第一项在这里。\n`;
    expect(understood('a.md', source)).toEqual([
      'Title',
      '标题',
      'Bold and link code.',
      '粗体、链接和代码。',
      '1. First item here.',
      '第一项在这里。',
    ]);
  });

  test('code is set aside', () => {
    const source = `${EN}\n\n\`\`\`sql\nSELECT 1;\n\`\`\`\n\n${ZH}\n`;
    expect(understood('a.md', source)).toEqual([EN, ZH]);
  });

  test('tables keep their columns, without the names of the languages above them', () => {
    const source = `| 中文 | English |\n|---|---|\n| 会议 | Meeting |\n`;
    expect(understood('a.md', source)).toEqual(['会议', 'Meeting']);
  });
});

test('lines an editor wrapped are joined between empty lines', () => {
  const wrapped =
    'The Director General of the Foreign Affairs Office of the city\nmet with a delegation led by the Consul General of the country\nand exchanged views with them on trade and culture and on many\nother things of common interest.';
  expect(understood('a.txt', `${wrapped}\n\n${ZH}\n`)).toEqual([wrapped.replaceAll('\n', ' '), ZH]);
});
