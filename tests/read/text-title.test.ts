import { expect, test } from '@jest/globals';
import { readBytes } from '../../src/read/index.js';

/** A document of a text file with these lines. */
async function textOf(...lines: readonly string[]) {
  const origin = { kind: 'path', location: 'a.txt', sha256: '0'.repeat(64) } as const;
  const item = await readBytes(origin, new TextEncoder().encode(lines.join('\n')));
  if (item.kind !== 'document') throw new Error('not read as text');
  return item.document;
}

const ZH = '　　3月15日,市外办主任曹某会见了来访的韩国驻广州总领事一行。';
const EN =
  'On March 15, Director General Cao met with a delegation led by the Consul General of ROK.';

test('the text of a page with its menu has its title above the date line', async () => {
  const document = await textOf(
    '首页 机构概况 政务公开 外事动态',
    '当前位置:首页 > 政务公开 > 要闻',
    '曹主任与总领事座谈Director General Meets with Consul General',
    '发布时间:2024年03月18日',
    '视力保护色: 字体:',
    ZH,
    EN,
  );
  expect(document.title).toEqual({
    zh: '曹主任与总领事座谈',
    en: 'Director General Meets with Consul General',
  });
  expect(document.date).toBe('2024-03-18');
  expect(document.setAside.map(({ reason }) => reason)).toEqual([
    'before-title',
    'navigation',
    'date-line',
    'page-tool',
  ]);
});

test('a footer before the title does not take its place', async () => {
  const document = await textOf(
    '粤公网安备 44号 粤ICP备2099081699号',
    '曹主任与总领事座谈',
    ZH,
    EN,
  );
  expect(document.title).toEqual({ zh: '曹主任与总领事座谈' });
  expect(document.setAside.map(({ reason }) => reason)).toEqual(['footer', 'title-one-language']);
});

test('an article that begins at once has no title', async () => {
  expect((await textOf(ZH, EN)).title).toEqual({});
});
