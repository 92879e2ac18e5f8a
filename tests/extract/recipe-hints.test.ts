import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { explainPage, extractPage, visibleText } from '../../src/extract/index.js';
import type { Document, PageHints } from '../../src/model/index.js';
import { EN, page, reasonFor, texts, ZH } from './pages.js';

const PAIRS = ZH.map((zh, i) => `<p>${zh}</p><p>${EN[i] ?? ''}</p>`).join('');
const HTML = `<html><head><title>别的名字</title><meta name="PubDate" content="2020-01-01"></head><body>
  <h1>政务要闻</h1><div class="t">曹某会见<span>Cao Meets Guests</span></div>
  <div class="when">2024年3月18日</div>
  <div class="sidebar"><div id="zoom">${PAIRS}
    <p>上文之外<b class="ad">广告：买一送一。</b>另有说明，请各位读者留意。</p></div></div>
  <div class="more"><p>${ZH[0].replace('韩国', '日本')}</p><p>${EN[0].replace('ROK', 'Japan')}</p></div>
  </body></html>`;

function read(hints: PageHints): Document {
  return extractPage({ ...page(HTML), hints });
}

describe('the selectors of a recipe', () => {
  test('content limits the text, even inside a part that is named like a menu', () => {
    const document = read({ content: '#zoom' });
    expect(texts(document)).toEqual(expect.arrayContaining([...ZH, ...EN]));
    expect(reasonFor(document, '日本')).toBe('outside-main');
    expect(document.meta['recipe-unmatched']).toBeUndefined();
  });

  test('several elements may hold the text', () => {
    expect(texts(read({ content: '#zoom, .more' })).join()).toContain('日本驻广州');
  });

  test('remove takes an element out of the middle of a line, and says where it went', () => {
    const document = read({ remove: ['.ad', '.more'] });
    expect(reasonFor(document, '广告')).toBe('recipe');
    expect(reasonFor(document, '日本')).toBe('recipe');
    const all = [...document.blocks, ...document.setAside].map(({ text }) => text);
    expect(all).toContain('上文之外另有说明，请各位读者留意。');
    const { verdicts } = explainPage({ ...page(HTML), hints: { remove: ['.ad'] } });
    expect(verdicts.find(({ text }) => text.includes('广告'))?.verdict).toBe('recipe');
  });

  test('title and date go before what the page says of itself', () => {
    const document = read({ title: '.t', date: '.when' });
    expect(document.title).toEqual({ zh: '曹某会见', en: 'Cao Meets Guests' });
    expect(document.date).toBe('2024-03-18');
    expect(read({}).date).toBe('2020-01-01');
  });

  test('title and date may be in the head of the page', () => {
    const document = read({ title: 'title', date: 'meta[name=PubDate]' });
    expect(document.title.zh).toBe('别的名字');
    expect(document.date).toBe('2020-01-01');
  });

  test('what matches nothing is left to the general method, and named', () => {
    const hints = { content: '.none', title: '#none', date: '.sidebar', remove: ['.none'] };
    const { meta, ...document } = read(hints);
    const { meta: plain, ...general } = read({});
    expect(document).toEqual(general);
    expect(meta).toEqual({ ...plain, 'recipe-unmatched': 'content title date' });
  });

  test('no selector loses a letter', () => {
    const selectors = ['#zoom', '.ad', 'p', 'div', 'b', 'h1', '.t', 'span', '*', 'p:first-child'];
    const one = fc.constantFrom(...selectors);
    const hints = fc.record(
      { content: one, title: one, date: one, remove: fc.array(one, { maxLength: 3 }) },
      { requiredKeys: [] },
    );
    const letters = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).sort().join('');
    const visible = letters(visibleText(page(HTML)).replace('别的名字', ''));
    fc.assert(
      fc.property(hints, (some) => {
        const { blocks, setAside } = read(some);
        const all = [...blocks, ...setAside].map(({ text }) => text).join('');
        expect(letters(all)).toBe(visible);
      }),
    );
  });
});
