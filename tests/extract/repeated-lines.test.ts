import { describe, expect, test } from '@jest/globals';
import { extractPage, repeatedLines } from '../../src/extract/index.js';
import type { Page } from '../../src/model/index.js';
import { page, texts, ZH } from './pages.js';

const SLOGAN = '讲好澜江故事，服务开放发展，欢迎各界人士关注本站并提出宝贵意见。';

/** A Chinese article whose text is its own, with a slogan in the middle of it. */
function article(n: number, slogan = SLOGAN): Page {
  const own = `<p>第${n}届论坛共有${n * 31 + 1000}人参加，会期${n}天。</p>`;
  const body = `<div><h1>第${n}届论坛开幕</h1><p>${ZH[0]}${n}</p><p>${slogan}</p>${own}</div>`;
  return page(`<html><body>${body}</body></html>`, `https://lanjiang.example/${n}.html`);
}

function english(n: number): Page {
  const own = `<p>The forum of year ${n} was attended by ${n * 31 + 1000} people and lasted ${n} days.</p>`;
  return page(`<html><body><p>Welcome to Lanjiang Online</p>${own}</body></html>`);
}

const numbers = [1, 2, 3, 4, 5, 6, 7, 8];

describe('lines that stand on most pages of a site', () => {
  test('are learned from eight pages on', () => {
    expect(repeatedLines(numbers.map((n) => article(n)))).toEqual([SLOGAN]);
    expect(repeatedLines(numbers.slice(1).map((n) => article(n)))).toEqual([]);
  });

  test('must stand on three of five', () => {
    const pages = numbers.map((n) => article(n, n > 4 ? `${n}号` : SLOGAN));
    expect(repeatedLines(pages)).toEqual([]);
  });

  test('of the fewer pages in the other language count by themselves', () => {
    const pages = [...numbers, 9, 10, 11, 12].map((n) => article(n));
    expect(repeatedLines([...pages, ...numbers.map(english)])).toEqual([
      'Welcome to Lanjiang Online',
      SLOGAN,
    ]);
  });

  test('are not learned from one page at many addresses', () => {
    expect(repeatedLines(numbers.map(() => article(1)))).toEqual([]);
  });

  test('are set aside as such', () => {
    const document = extractPage(article(9), { isRepeated: (text) => text === SLOGAN });
    expect(texts(document)).not.toContain(SLOGAN);
    expect(document.setAside).toContainEqual({ text: SLOGAN, reason: 'repeated' });
  });
});
