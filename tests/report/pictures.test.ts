import { describe, expect, test } from '@jest/globals';
import { load } from 'cheerio';
import type { Statistics } from '../../src/search/index.js';
import { reportPage } from '../../src/report/index.js';
import { NOTHING, statistics } from './support.js';

const EMPTY = {
  ...{ title: 'Test', madeAt: '2026-01-02T03:04:05Z', version: '0' },
  ...{ troubles: [], documentCount: 0, documents: [] },
};

function page(patch: Partial<Statistics>): ReturnType<typeof load> {
  const parts = reportPage({ ...EMPTY, statistics: statistics(patch) });
  return load([...parts].join(''));
}

function figure($: ReturnType<typeof load>, title: string) {
  return $('figure').filter((_at, one) => $(one).find('h3').text() === title);
}

function numbers($: ReturnType<typeof load>, title: string, selector: string, name: string) {
  return figure($, title)
    .find(selector)
    .toArray()
    .map((one) => Number($(one).attr(name)));
}

describe('the pictures', () => {
  test('show what each stage handed on, kinds of things by a scale of their own', () => {
    const $ = page({
      yield: { sources: 40, documents: 20, blocks: 100, sentences: 400, pairs: 200, kept: 150 },
      reasons: { duplicate: 30, 'number-mismatch': 20 },
    });
    const bars = numbers($, 'From pages to pairs', 'rect', 'width');
    expect(bars).toEqual([176, 88, 44, 176, 176, 132]);
    const aid = figure($, 'From pages to pairs').find('figcaption').text();
    expect(aid).toContain('75\u00a0% of the pairs were kept');
    expect(aid).toContain('duplicate (30)');
  });

  test('stack refused pairs on the kept ones of the same score', () => {
    const $ = page({
      yield: { ...NOTHING, pairs: 40, kept: 30 },
      scores: [{ from: 0.95, kept: 30, rejected: 10 }],
    });
    const title = 'How the pairs score';
    // The axis ends at 40 = 152 units of height.
    expect(numbers($, title, 'rect.f-good', 'height')).toEqual([114]);
    expect(numbers($, title, 'rect.f-bad', 'height')).toEqual([38]);
    expect(numbers($, title, 'rect.f-bad', 'y')).toEqual([10]);
    expect(figure($, title).text()).toContain('0.95–1.00: 30 kept, 10 refused');
  });

  test('cut the one bar beside which the others would vanish, and write its number', () => {
    const bin = (from: number, kept: number) => ({ from, kept, rejected: 0 });
    const $ = page({
      yield: { ...NOTHING, pairs: 9_110, kept: 9_110 },
      scores: [bin(0.5, 10), bin(0.9, 100), bin(0.95, 9_000)],
    });
    const title = 'How the pairs score';
    // The axis ends at 200: 100 pairs are half of 152 units.
    expect(numbers($, title, 'rect', 'height')).toEqual([7.6, 76, 152]);
    expect(figure($, title).find('.gap')).toHaveLength(1);
    expect(figure($, title).find('text.strong').text()).toBe('9,000');
    expect(figure($, title).find('figcaption').text()).toContain('The highest bar is cut.');
  });

  test('keep every label of an axis inside the picture', () => {
    const year = (name: string) => ({ name, documents: 1, pairs: 10, kept: 10 });
    const $ = page({ years: Array.from({ length: 60 }, (_one, at) => year(String(1965 + at))) });
    const labels = numbers($, 'Pairs by year', 'text[text-anchor="middle"]', 'x');
    expect(Math.max(...labels)).toBeLessThanOrEqual(340 - 4 * 3.4);
  });

  test('shorten counts that have no room', () => {
    const flow = { ...NOTHING, sources: 1_234_567_890, documents: 12_345 };
    const counts = figure(page({ yield: flow }), 'From pages to pairs').find('text.strong');
    expect(counts.first().text()).toBe('1.2bn');
    expect(counts.eq(1).text()).toBe('12,345');
  });

  test('put a dot where both lengths of a pair meet and draw the ratio through the corner', () => {
    const $ = page({ lengthRatio: 4, lengthSample: [{ zh: 50, en: 200 }] });
    const title = 'Lengths side by side';
    expect(figure($, title).find('.dots').attr('d')).toBe('M332 10h0');
    expect(figure($, title).find('.ratio').attr('d')).toBe('M38 162L332 10');
  });

  test('leave out the few longest pairs and say so', () => {
    const many = Array.from({ length: 99 }, () => ({ zh: 10, en: 40 }));
    const $ = page({ lengthRatio: 4, lengthSample: [...many, { zh: 900, en: 40 }] });
    const title = 'Lengths side by side';
    expect(figure($, title).find('.dots').attr('d')?.match(/M/g)).toHaveLength(99);
    expect(figure($, title).find('figcaption').text()).toContain('1 longer');
  });

  test('keep the place of years without a document empty', () => {
    const year = (name: string, pairs: number) => ({ name, documents: 1, pairs, kept: pairs });
    const $ = page({ years: [year('2020', 10), year('2022', 20), year('(undated)', 7)] });
    // Three slots of 98 units: bars in the middle of the first and the third.
    expect(numbers($, 'Pairs by year', 'rect', 'x')).toEqual([70, 266]);
    expect(figure($, 'Pairs by year').find('figcaption').text()).toContain('Without a date: 7');
  });

  test('draw a line each for words of both languages and for characters', () => {
    const vocabulary = {
      ...{ sampledPairs: 100, frequentZh: [], frequentEn: [], translations: [] },
      growth: [{ pairs: 100, zh: 200, zhCharacters: 150, en: 100 }],
    };
    const $ = page({ vocabulary });
    const lines = figure($, 'How the vocabulary grows')
      .find('.line')
      .toArray()
      .map((one) => $(one).attr('d'));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^M38 162L[\d.]+ 10$/); // the longest reaches the top
  });

  test('are folded but for three, and those without numbers are left out', () => {
    const shapes = [{ name: '1-1', pairs: 4, kept: 3 }];
    expect(page({ shapes })('details.more:not([open]) figure h3').text()).toBe('Shapes');
    expect(page({})('details.more')).toHaveLength(0);
    const $ = load(
      [...reportPage({ ...EMPTY, arePicturesOpen: true, statistics: statistics({ shapes }) })].join(
        '',
      ),
    );
    expect($('details.more[open]')).toHaveLength(1);
    expect(page({ shapes })('.bars > i > i').attr('style')).toBe('width:75.0%');
  });

  test('measure rows by the longest single one, not by the sum of the rest', () => {
    const sites = Array.from({ length: 30 }, (_one, n) => ({
      ...{ name: `s${n}.example`, documents: 1 },
      ...{ pairs: n === 0 ? 10 : 5, kept: 5 },
    }));
    const widths = page({ sites })('.bars > i')
      .toArray()
      .map((one) => one.attribs['style']);
    expect(widths).toHaveLength(10);
    expect(widths.slice(0, 2)).toEqual(['width:100.0%', 'width:50.0%']);
    expect(widths.at(-1)).toBe('width:100.0%');
  });

  test('take names from pages as text', () => {
    const $ = page({ sites: [{ name: '<b>"x"&', documents: 1, pairs: 1, kept: 1 }] });
    expect(figure($, 'Pairs by site').find('.bars > span').first().text()).toBe('<b>"x"&');
    expect($('figure b')).toHaveLength(0);
  });

  test('have finite coordinates, whatever is zero', () => {
    const $ = page({
      ...{ lengthRatio: 0.01, lengthSample: [{ zh: 1, en: 1 }] },
      ...{ scores: [{ from: 0, kept: 0, rejected: 1 }] },
      years: [{ name: '2024', documents: 1, pairs: 0, kept: 0 }],
    });
    expect($('svg').length).toBeGreaterThan(2);
    expect($.html('svg')).not.toMatch(/NaN|Infinity/);
  });
});
