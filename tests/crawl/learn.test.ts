import { describe, expect, test } from '@jest/globals';
import { learnSelectors } from '../../src/crawl/learn-selectors.js';
import { learnRecipe, parseRecipe } from '../../src/crawl/index.js';
import { htmlPage, siteKeeper } from './nasty-site.js';

const site = siteKeeper();
const run = { signal: new AbortController().signal, onReject: () => undefined };

/** A text of its own for each number, Chinese and English in turn. */
function body(n: number): string {
  return Array.from(
    { length: 6 },
    (_, i) =>
      `<p>第${n}号文章的第${i}段，说的是${n * 37 + i}件事情。</p><p>Paragraph ${i} of article ${n} tells of ${n * 37 + i} things.</p>`,
  ).join('');
}

/** Pages of a government platform: menu, trail, title, byline, article, buttons, related links. */
function platformPage(n: number): string {
  return `<html><head><title>外宾来访之${n} - 外事办公室</title><meta name="PubDate" content="2024-03-${10 + n} 10:00"></head>
<body><div class="menu"><a href="/">首页</a><a href="/x/">政务公开</a></div>
<div class="wrap"><div class="trail">当前位置：首页 要闻</div><h1>外宾来访之${n}</h1>
<div class="byline">发布时间：2024年3月${10 + n}日 来源：本网</div>
<div class="tools">字体：大 中 小</div><div class="zoom text-${n}000"><div class="hint">视力保护色</div>${body(n)}</div>
<ul class="related"><li><a href="/a${n}">相关文章${n}甲</a></li></ul></div>
<div class="foot">粤ICP备00000000号 主办单位：外事办公室</div></body></html>`;
}

describe('learnSelectors', () => {
  test('finds article, title, date and what is in the way, by comparing pages', () => {
    const learned = learnSelectors([1, 2, 3, 4].map(platformPage));
    expect(learned?.selectors).toEqual({
      content: '.zoom',
      title: 'h1',
      date: 'meta[name="PubDate"]',
      remove: ['.hint'],
    });
    expect(learned?.sample).toEqual({ title: '外宾来访之1', date: '2024-03-11 10:00' });
  });

  test('finds them by ids and times too, on pages of another make', () => {
    const page = (n: number): string =>
      `<title>Visit ${n} | Office</title><nav>Home News</nav><article id="story"><header id="head${n}234"><h2 class="headline">Visit ${n} to the port</h2>
       <span class="when">Published 2023/05/${10 + n}</span></header><div id="story-text">${body(n)}</div></article><footer>Contact us</footer>`;
    const { selectors } = learnSelectors([1, 2, 3].map(page)) ?? {};
    expect(selectors).toEqual({ content: '#story-text', title: 'h2', date: '.when' });
  });

  test('proposes nothing from two pages, from equal pages, or where no element fits', () => {
    expect(learnSelectors([1, 2].map(platformPage))).toBeUndefined();
    expect(learnSelectors([1, 1, 1].map(platformPage))).toBeUndefined();
    const bare = (n: number): string => `<title>${n}</title><body>${body(n)}</body>`;
    expect(learnSelectors([1, 2, 3].map(bare))).toBeUndefined();
    expect(learnSelectors(['', '<', '\0'])).toBeUndefined();
    const deep = '<div class="a">'.repeat(5_000);
    expect(learnSelectors([1, 2, 3].map((n) => `${deep}${body(n)}`))).toBeUndefined();
  });
});

test('crawl --learn reads some articles for their selectors, each once and at the pause', async () => {
  const path = (n: number): string => `/yw/202403/t20240318_10${n}.html`;
  const numbers = Array.from({ length: 9 }, (_, n) => n);
  const columns = Array.from({ length: 11 }, (_, i) => `/column${'abcdefghijk'.charAt(i)}/`);
  const { url, log, paths } = await site({
    '/': htmlPage('首页', ['/yw/', ...columns]),
    '/yw/': htmlPage('要闻', numbers.map(path)),
    ...Object.fromEntries(columns.map((column) => [column, htmlPage(column, [])])),
    ...Object.fromEntries(numbers.map((n) => [path(n), platformPage(n)])),
  });
  const text = await learnRecipe({ seeds: [`${url}/`], allowPrivate: true, delayMs: 20 }, run);
  const recipe = parseRecipe(text, 'site.yaml');
  expect(recipe.article).toEqual(['/yw/*/t*.html']);
  expect(recipe.selectors?.content).toBe('.zoom');
  expect(new Set(paths()).size).toBe(paths().length);
  expect(paths().filter((one) => one.startsWith('/yw/2')).length).toBe(6);
  const gaps = log.slice(1).map(({ at }, i) => at - (log[i]?.endedAt() ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(15);
});
