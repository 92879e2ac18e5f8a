import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalUrl, withoutCredentials } from '../../src/crawl/canonical.js';

const base = 'https://www.city.gov.cn/news/list.html';

describe('what is asked for', () => {
  test.each([
    ['../en/a.html#top', 'https://www.city.gov.cn/en/a.html'],
    ['//fao.city.gov.cn/x', 'https://fao.city.gov.cn/x'],
    ['a.html;jsessionid=A1B2C3?x=1', 'https://www.city.gov.cn/news/a.html?x=1'],
    ['a.jsp?PHPSESSID=0123456789abcdef&id=7', 'https://www.city.gov.cn/news/a.jsp?id=7'],
    ['a.jsp?sid=8f14e45fceea167a&id=7', 'https://www.city.gov.cn/news/a.jsp?id=7'],
    ['a.jsp?sid=42', 'https://www.city.gov.cn/news/a.jsp?sid=42'], // a section, not a session
    ['/(S(lit3py55t21z5v55vlm25s55))/a.aspx', 'https://www.city.gov.cn/a.aspx'],
    ['a.html?utm_source=x&spm=1.2.3', 'https://www.city.gov.cn/news/a.html'],
    ['a.html?', 'https://www.city.gov.cn/news/a.html'],
    ['/a//b///c.html', 'https://www.city.gov.cn/a/b/c.html'],
    ['/%7euser/%e6%96%b0', 'https://www.city.gov.cn/~user/%E6%96%B0'],
    ['HTTPS://WWW.City.GOV.cn./', 'https://www.city.gov.cn/'],
    ['https://user:secret@www.city.gov.cn/a', 'https://www.city.gov.cn/a'],
    [' a\n.html ', 'https://www.city.gov.cn/news/a.html'],
  ])('%s → %s', (link, url) => {
    expect(canonicalUrl(link, base)?.url).toBe(url);
  });

  test.each([
    'mailto:a@b.cn',
    'javascript:void(0)',
    'ftp://a.cn/',
    'data:text/html,x',
    'http://',
    'tel:110',
  ])('%s is no page', (link) => {
    expect(canonicalUrl(link, base)).toBeUndefined();
  });
});

describe('what it is known by', () => {
  test.each([
    ['http://a.cn/x', 'https://a.cn/x/'],
    ['http://a.cn:80/x', 'https://a.cn:443/x'],
    ['http://a.cn/', 'http://a.cn/index.html'],
    ['http://a.cn/?b=2&a=1', 'http://a.cn?a=1&b=2'],
  ])('%s and %s are twins', (one, other) => {
    expect(canonicalUrl(one)?.key).toBe(canonicalUrl(other)?.key);
  });

  test.each([
    ['http://a.cn/x', 'http://www.a.cn/x'],
    ['http://a.cn/X', 'http://a.cn/x'],
    ['http://a.cn/x?p=1', 'http://a.cn/x?p=2'],
    ['http://a.cn:8001/', 'http://a.cn:8002/'],
    ['http://a.cn/x/index_1.html', 'http://a.cn/x/index.html'],
  ])('%s and %s are not', (one, other) => {
    expect(canonicalUrl(one)?.key).not.toBe(canonicalUrl(other)?.key);
  });
});

test('canonical form is stable: taking it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      const once = canonicalUrl(url);
      expect(canonicalUrl(once?.url ?? '')).toEqual(once);
    }),
  );
});

test('credentials never reach a log', () => {
  expect(withoutCredentials('https://user:secret@a.cn/x@y')).toBe('https://a.cn/x@y');
  expect(withoutCredentials('//u:p@a.cn')).toBe('//a.cn');
  expect(withoutCredentials('https://u:p@ss@a.cn/@x')).toBe('https://a.cn/@x');
  expect(withoutCredentials('https:u:p@a.cn/')).toBe('https:a.cn/');
  expect(withoutCredentials('https:\\\\u:p@a.cn/')).toBe('https:\\\\a.cn/');
  expect(withoutCredentials('https://u:p/q@a.cn/')).toBe('https://a.cn/');
  expect(withoutCredentials('a@b.html')).toBe('a@b.html');
  expect(withoutCredentials('https://a.cn/x?mail=a@b.cn')).toBe('https://a.cn/x?mail=a@b.cn');
});
