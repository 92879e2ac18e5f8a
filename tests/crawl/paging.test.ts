import { describe, expect, test } from '@jest/globals';
import { findPaging } from '../../src/crawl/paging.js';
import { scanHtml } from '../../src/crawl/scan-html.js';

const list = 'https://fao.city.gov.cn/news/index.html';
const paging = (url: string, html: string) => findPaging(url, scanHtml(html));
const script = (source: string): string => `<script>${source}</script>`;

describe('numbered by script', () => {
  test('total first: page 2 is _1, or _2 if that brings nothing', () => {
    const found = paging(list, script('createPageHTML(25, 0, "index", "html");'));
    expect(found).toMatchObject({ family: 'create-page-html', current: 1, total: 25 });
    expect(found?.urlOf(2)).toBe('https://fao.city.gov.cn/news/index_1.html');
    expect(found?.urlOf(25)).toBe('https://fao.city.gov.cn/news/index_24.html');
    expect(found?.otherUrlOf?.(2)).toBe('https://fao.city.gov.cn/news/index_2.html');
    expect(found?.urlOf(1)).toBe(list);
  });

  test('element first: page 2 is _2, or _1 if that brings nothing', () => {
    const found = paging(
      'https://x.gov.cn/en/dezlist.shtml',
      script("createPageHTML('page_div',10,1,'dezlist','shtml',149);"),
    );
    expect(found).toMatchObject({ family: 'create-page-html-div', current: 1, total: 10 });
    expect(found?.urlOf(2)).toBe('https://x.gov.cn/en/dezlist_2.shtml');
    expect(found?.otherUrlOf?.(2)).toBe('https://x.gov.cn/en/dezlist_1.shtml');
  });

  test('countPage numbers like the first family, by the page’s own name', () => {
    const found = paging(
      'https://x.gov.cn/list_2.html',
      script('var currentPage = 2; var countPage = 7 //共7页'),
    );
    expect(found).toMatchObject({ family: 'count-page', current: 3, total: 7 });
    expect(found?.urlOf(4)).toBe('https://x.gov.cn/list_3.html');
  });

  test('m_nRecordCount counts records; column-index-N counts pages from 1', () => {
    const html = `<a href="column-index-2.shtml">2</a>${script('m_nRecordCount = "95"; var m_nPageSize = 20;')}`;
    const found = paging('https://x.gov.cn/a/column-index-1.shtml', html);
    expect(found).toMatchObject({ family: 'record-count', current: 1, total: 5 });
    expect(found?.urlOf(2)).toBe('https://x.gov.cn/a/column-index-2.shtml');
  });

  test.each([
    ['one page only', 'createPageHTML(1, 0, "index", "html")'],
    ['a definition, not a call', 'function createPageHTML(total, current, name, ext) {}'],
    ['a name that is a path elsewhere', 'createPageHTML(9, 0, "http://evil.example/x", "html")'],
  ])('%s is no paging', (_name, source) => {
    expect(paging(list, script(source))).toBeUndefined();
  });

  test('a total beyond all reason is cut', () => {
    expect(paging(list, script('createPageHTML(999999, 0, "index", "html")'))?.total).toBe(5_000);
  });
});

describe('linked', () => {
  test.each([
    '<a href="?pageNo=2">下一页</a>',
    '<a href="?pageNo=2">下页 &gt;</a>',
    '<a href="?pageNo=2">Next</a>',
    '<a href="?pageNo=2" rel="next">2</a>',
    '<link rel="next" href="?pageNo=2">',
    '<a href="?pageNo=2">»</a>',
  ])('%s', (html) => {
    expect(paging(list, html)?.urlOf(2)).toBe(`${list}?pageNo=2`);
  });

  test.each([
    '<a href="/x">Next steps for investors</a>',
    '<a href="/x">下一篇</a>',
    '<a href="#">下一页</a>',
  ])('%s is no paging', (html) => {
    expect(paging(list, html)).toBeUndefined();
  });
});
