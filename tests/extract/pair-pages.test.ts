import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { goldRecords } from '../../scripts/extract/site-gold.js';
import { extractPage, pairPages } from '../../src/extract/index.js';
import { packageRoot } from '../../src/kit/index.js';
import { loadLexicon, pageJudge } from '../../src/lexicon/index.js';
import type { Document } from '../../src/model/index.js';
import { EN, page, ZH } from './pages.js';

/** A page in one language; `n` makes its text its own. */
function chinese(path: string, n: number, head = '', menu = ''): Document {
  const body = `<h1>第${n}号新闻</h1>${ZH.map((text) => `<p>${text}编号${n * 7919}，共${n * 31 + 1000}人。</p>`).join('')}`;
  return extractPage(
    page(`<html><head>${head}</head><body>${menu}${body}</body></html>`, `https://x.org${path}`),
  );
}

function english(path: string, n: number, head = '', menu = ''): Document {
  const body = `<h1>News item</h1>${EN.map((text) => `<p>${text} Number ${n * 7919}, ${n * 31 + 1000} people.</p>`).join('')}`;
  return extractPage(
    page(`<html><head>${head}</head><body>${menu}${body}</body></html>`, `https://x.org${path}`),
  );
}

function found(documents: readonly Document[]): readonly string[] {
  return pairPages(documents).map(({ zh, en, reason }) => {
    const path = (key: string): string => key.replace('https://x.org', '');
    return `${path(zh)} ${path(en)} ${reason.split('+')[0] ?? ''}`;
  });
}

describe('pages are paired', () => {
  test('by hreflang', () => {
    const link = '<link rel="alternate" hreflang="en" href="/b.html">';
    expect(found([chinese('/a.html', 1, link), english('/b.html', 2)])).toEqual([
      '/a.html /b.html hreflang',
    ]);
  });

  test('by an entry of a language menu', () => {
    const menu = '<select><option value="/b.html">English</option></select>';
    expect(found([chinese('/a.html', 1, '', menu), english('/b.html', 1)])).toHaveLength(1);
  });

  test('by addresses that differ in the language only', () => {
    expect(found([chinese('/zh/news/1.html', 1), english('/en/news/1.html', 1)])).toHaveLength(1);
    expect(found([chinese('/news-zh.html', 1), english('/news.en.html', 1)])).toHaveLength(1);
  });

  test('by numbers they have in common, each with its own', () => {
    const documents = [1, 2, 3, 4].flatMap((n) => [
      chinese(`/c${n}.html`, n),
      english(`/x${n * 10}.html`, n),
    ]);
    expect(found(documents)).toEqual([
      '/c1.html /x10.html marks',
      '/c2.html /x20.html marks',
      '/c3.html /x30.html marks',
      '/c4.html /x40.html marks',
    ]);
  });

  test('by content where a judge is lent', () => {
    const documents = [chinese('/a.html', 1), english('/b.html', 5), english('/c.html', 9)];
    const judge = {
      zh: () => 0,
      en: (text: string) => (text.includes(`Number ${9 * 7919}`) ? 0.8 : 0.1),
      zhTerms: () => [1, 2],
      enTerms: (en: number) => (en > 0.5 ? [1, 2] : [3]),
      likeness: (_zh: number, en: number) => en,
    };
    expect(pairPages(documents, { judge }).map(({ en }) => en)).toEqual(['https://x.org/c.html']);
  });
});

describe('by what they say alone, with addresses, days and numbers hidden', () => {
  const records = goldRecords(join(packageRoot, 'corpus', 'gold'));
  const pages = records.flatMap(({ blocks }, n) =>
    (['zh', 'en'] as const).map((lang) => {
      const texts = blocks
        .filter((block) => block.lang === lang)
        .map(({ text }) => `<p>${text}</p>`);
      const body = texts.join('').replace(/\d+/gu, '');
      return extractPage(
        page(`<main>${body}</main>`, `https://x.org/${lang === 'zh' ? n : 900 - n}`),
      );
    }),
  );
  const pairs = pairPages(pages, { judge: pageJudge(loadLexicon()) });

  test('the pages of the sample site find their partners', () => {
    const right = pairs.filter(({ zh, en }) => number(zh) + number(en) === 900);
    expect(right.length).toBeGreaterThanOrEqual(records.length - 3);
    expect(right).toHaveLength(pairs.length);
  });

  test('a page whose partner is missing stays alone', () => {
    const half = pages.filter((_, i) => i % 4 !== 3);
    const found = pairPages(half, { judge: pageJudge(loadLexicon()) });
    expect(found.filter(({ zh, en }) => number(zh) + number(en) !== 900)).toEqual([]);
  });
});

function number(key: string): number {
  return Number(key.slice('https://x.org/'.length));
}

describe('pages are not paired', () => {
  test('with the home page every menu leads to', () => {
    const menu = '<a href="/en/">English</a>';
    const pages = [1, 2, 3, 4].map((n) => chinese(`/c${n}.html`, n, '', menu));
    expect(found([...pages, english('/en/', 50)])).toEqual([]);
  });

  test('when nothing speaks for it', () => {
    expect(found([chinese('/a.html', 1), english('/b.html', 2)])).toEqual([]);
  });
});

test('the order of the pages does not matter', () => {
  const documents = [1, 2, 3].flatMap((n) => [
    chinese(`/zh/${n}.html`, n),
    english(`/en/${n}.html`, n),
  ]);
  expect(pairPages([...documents].reverse())).toEqual(pairPages(documents));
});
