import { expect, test } from '@jest/globals';
import {
  explainDocument,
  explainPage,
  explanationAsHtml,
  explanationAsText,
} from '../../src/extract/index.js';
import { EN, page, ZH } from './pages.js';

const explained = explainPage(
  page(
    `<html><body><nav><a href="/">首页</a></nav><div id="zoom" class="text"><p>${ZH[0]}</p><p>${EN[0]}</p>
     <p>a &lt;script&gt; 标签</p></div><div class="footer">版权所有：某市外办</div></body></html>`,
  ),
);

test('every block has its verdict, place and numbers', () => {
  const [menu, zh] = explained.verdicts;
  expect(menu).toMatchObject({ verdict: 'navigation', linkShare: 1, isInMain: false });
  expect(zh).toMatchObject({ verdict: 'kept', linkShare: 0, isInMain: true });
  expect(zh?.path).toBe('html > body > div#zoom.text > p');
  expect(explained.main).toBe('html > body > div#zoom.text');
  expect(explained.verdicts.at(-1)?.verdict).toBe('footer');
});

test('blocks that belong together name the same section', () => {
  const places = explained.verdicts.map(({ verdict, place }) => `${verdict} ${place}`);
  expect(places.slice(1, 3)).toEqual(['kept zh 1', 'kept en 1']);
});

test('a block in both languages names both', () => {
  const { verdicts } = explainPage(
    page(`<h1>Spring 春天</h1><p>${ZH[0]}</p><p>${EN[0]}</p><p>${ZH[1]}</p><p>${EN[1]}</p>`),
  );
  expect(verdicts.map(({ place }) => place)).toEqual(['zh+en 1', 'zh 2', 'en 2', 'zh 3', 'en 3']);
});

test('a title that a menu names too is kept with its place', () => {
  const { verdicts } = explainPage(
    page(
      `<nav><b>渡口</b></nav><h1>渡口</h1><p>${ZH[0]}</p><p>${ZH[1]}</p><div class="footer">渡口</div>`,
    ),
  );
  expect(verdicts.map(({ verdict, place }) => `${verdict} ${place}`.trim())).toEqual([
    'navigation',
    'kept zh 1',
    'kept zh 2',
    'kept zh 2',
    'footer',
  ]);
});

test('a file that is no page is explained by what was kept and what was not', () => {
  const { verdicts } = explainDocument(explained.document);
  expect(verdicts.map(({ verdict, place }) => `${verdict} ${place}`.trim())).toEqual([
    'kept zh 1',
    'kept en 1',
    ...explained.document.blocks.slice(2).map(({ lang }, k) => `kept ${lang} ${k + 2}`),
    'navigation',
    'footer',
  ]);
});

test('as text it names verdict and text of each block', () => {
  const lines = explanationAsText(explained).split('\n');
  expect(lines.find((line) => line.includes('首页'))).toMatch(/^navigation/);
  expect(lines.find((line) => line.includes('曹某'))).toMatch(/^kept/);
});

test('as HTML it lets no markup of the page through', () => {
  const html = explanationAsHtml([explained]);
  expect(html).toContain('a &lt;script&gt; 标签');
  expect(html).not.toContain('<script');
});
