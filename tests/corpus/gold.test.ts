import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtFiles } from '../../scripts/site/build.js';
import { visibleText } from '../../scripts/site/html.js';
import { corpusFolder, readGold, readSitePage, type Gold } from './gold.js';

const gold = readGold();
const bilingual = gold.filter((record) => record.layout !== 'one-language');

function blockText(record: Gold, lang: 'zh' | 'en'): string {
  const blocks = record.blocks.filter((block) => block.lang === lang);
  return blocks.map((block) => block.text.replace(/\s/g, '')).join('');
}

function pageText(record: Gold): string {
  return record.pages.map((path) => visibleText(readSitePage(path, record.charset))).join(' ');
}

describe('the sample site and its gold', () => {
  test('are what the sources give, byte for byte', () => {
    const stale = builtFiles(join(corpusFolder, 'source'))
      .filter(({ path, bytes }) => !readFileSync(join(corpusFolder, path)).equals(bytes))
      .map(({ path }) => path);
    expect(stale).toEqual([]);
  });

  test('hold at least 16 bilingual articles and 240 pairs, in every layout', () => {
    const pairs = bilingual
      .flatMap((record) => record.beads)
      .filter((b) => b.zh.length * b.en.length > 0);
    expect(bilingual.length).toBeGreaterThanOrEqual(16);
    expect(pairs.length).toBeGreaterThanOrEqual(240);
    expect([...new Set(gold.map((record) => record.layout))].sort()).toEqual([
      'interleaved',
      'one-language',
      'paired-pages',
      'sequential',
      'side-by-side',
    ]);
  });

  test('use the bead shapes of the field, one-sided ones included', () => {
    const shapes = bilingual.flatMap((r) => r.beads.map((b) => `${b.zh.length}-${b.en.length}`));
    expect([...new Set(shapes)].sort()).toEqual([
      '0-1',
      '1-0',
      '1-1',
      '1-2',
      '1-3',
      '2-1',
      '2-2',
      '3-1',
    ]);
  });

  test('the page in GBK says so nowhere but in its meta tag', () => {
    const [record] = gold.filter(({ charset }) => charset === 'gbk');
    const path = record?.pages[0] ?? '';
    expect(() => readSitePage(path, 'utf-8')).toThrow('not valid for encoding utf-8');
    expect(readSitePage(path, 'gbk')).toContain('content="text/html; charset=gb2312"');
  });

  test('the data card gives its counts', () => {
    const card = readFileSync(join(corpusFolder, 'README.md'), 'utf8');
    const beads = gold.flatMap((record) => record.beads);
    const pairs = beads.filter((bead) => bead.zh.length * bead.en.length > 0);
    const [zh, en] = (['zh', 'en'] as const).map(
      (lang) => gold.flatMap((record) => record.sentences[lang]).length,
    );
    expect(card).toContain(`| articles | ${gold.length}: ${bilingual.length} bilingual,`);
    expect(card).toContain(`| beads | ${beads.length}, of which ${pairs.length} with text`);
    expect(card).toContain(`| sentences | ${zh ?? 0} Chinese, ${en ?? 0} English |`);
    expect(gold.filter(({ doc }) => !card.includes(`| \`${doc}\` |`))).toEqual([]);
  });

  test.each([
    ['zwgk/yw/index.html', 'zwgk/yw/index_1.html', 'zwgk/yw/index_2.html'],
    ['news/list.shtml', 'news/list_2.shtml', 'news/list_3.shtml'],
    ['fwzn/index.html', 'fwzn/column-index-2.shtml'],
  ])('the column %s goes on over its later pages', (...pages) => {
    const titles = pages.flatMap((page) =>
      [...readSitePage(page, 'utf-8').matchAll(/<li><a href="[^"]+" title="([^"]+)"/g)].map(
        (m) => m[1],
      ),
    );
    expect(titles.length).toBeGreaterThan(2);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('one link of the whole site is dead', () => {
    const site = join(corpusFolder, 'site');
    const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.s?html$/.test(name),
    );
    const targets = pages.flatMap((name) => {
      const html = readFileSync(join(site, name), 'latin1');
      const links = [...html.matchAll(/<(?:a|link)\b[^>]*\bhref="([^"]+)"/g)];
      return links.map((link) => new URL(link[1] ?? '', `http://x/${name}`).pathname);
    });
    const dead = targets.filter(
      (path) => !existsSync(join(site, path.endsWith('/') ? `${path}index.html` : path)),
    );
    expect(pages.length).toBeGreaterThan(30);
    expect([...new Set(dead)]).toEqual(['/ztzl/2019/index.html']);
  });
});

describe.each(gold.map((record): [string, Gold] => [record.doc, record]))('%s', (doc, record) => {
  test('every block stands on its page', () => {
    const page = pageText(record);
    expect(record.blocks.filter(({ text }) => !page.includes(text))).toEqual([]);
  });

  test('titles and set-aside texts stand on its page, outside every block', () => {
    const page = pageText(record);
    const outside = [
      ...record.setAside.map(({ text }) => text),
      record.title.zh,
      record.title.en ?? '',
    ];
    expect(outside.filter((text) => !page.includes(text))).toEqual([]);
    const blocks = record.blocks.map(({ text }) => text);
    expect(
      record.setAside.filter(({ text }) => blocks.some((block) => block.includes(text))),
    ).toEqual([]);
  });

  test('sentences join to the blocks of their side', () => {
    for (const lang of ['zh', 'en'] as const) {
      const joined = record.sentences[lang].map((sentence) => sentence.replace(/\s/g, '')).join('');
      expect(joined).toBe(blockText(record, lang));
    }
  });

  test('beads cover each side once, in order', () => {
    const zh = record.beads.flatMap((bead) => bead.zh);
    const en = record.beads.flatMap((bead) => bead.en);
    expect(zh).toEqual(record.sentences.zh.map((_, index) => index + 1));
    expect(en).toEqual(record.sentences.en.map((_, index) => index + 1));
  });

  test('a copy under a second address differs only outside the article', () => {
    const copies = record.duplicates.map((path) => visibleText(readSitePage(path, record.charset)));
    for (const copy of copies) {
      expect(record.blocks.filter(({ text }) => !copy.includes(text))).toEqual([]);
    }
    expect(record.duplicates).not.toContain(record.pages[0]);
  });

  if (record.layout === 'one-language') return;

  test('the alignment normal form says the same', () => {
    const read = (path: string): string =>
      readFileSync(join(corpusFolder, 'gold/align', path), 'utf8');
    expect(read(`zh/${doc}.txt`).trimEnd().split('\n')).toEqual(record.sentences.zh);
    expect(read(`en/${doc}.txt`).trimEnd().split('\n')).toEqual(record.sentences.en);
    const beads = record.beads.map(({ zh, en }) => `${zh.join(',')}\t${en.join(',')}\n`);
    expect(read(`gold/${doc}.tsv`)).toBe(beads.join(''));
  });
});
