import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { load } from 'cheerio';
import {
  documentId,
  pairId,
  unitScore,
  type DocumentFacts,
  type Pair,
} from '../../src/model/index.js';
import { NOTHING, statistics } from './support.js';
import { reportPage, type ReportData, type ReportDocument } from '../../src/report/index.js';

const facts: DocumentFacts = {
  id: documentId('a'.repeat(64)),
  key: 'a.txt',
  origins: [{ kind: 'path', location: 'a.txt', sha256: 'b'.repeat(64) }],
  title: { zh: '标题', en: 'Title' },
  meta: {},
  layout: 'interleaved',
  layoutConfidence: unitScore(1),
};

function pair(zh: string, en: string, position: number): Pair {
  return {
    id: pairId(position.toString(16).padStart(32, '0')),
    document: facts.id,
    position,
    zh,
    en,
    repairs: [],
    shape: '1-1',
    confidence: unitScore(0.9),
    score: unitScore(0.9),
    findings: [],
    state: 'new',
    layout: 'interleaved',
    blocks: { zh: [1], en: [2] },
  };
}

function data(documents: readonly ReportDocument[]): ReportData {
  return {
    title: 'Test',
    madeAt: '2026-01-02T03:04:05Z',
    version: '0',
    statistics: statistics({ yield: { ...NOTHING, sources: 1_234_567 } }),
    troubles: [],
    documentCount: documents.length,
    documents,
  };
}

function page(documents: readonly ReportDocument[]): string {
  return [...reportPage(data(documents))].join('');
}

test('a pair shows its text before repair where that is another, and who decided', () => {
  const repaired: Pair = {
    ...pair('图书馆 2楼', 'Floor 2', 1),
    original: { zh: '图书馆　２楼', en: 'Floor 2' },
    repairs: ['spaces', 'width'],
    state: 'accepted',
  };
  const $ = load(page([{ facts, setAside: [], pairs: [repaired, pair('一', 'One', 2)] }]));
  const cells = $('table.pairs td').toArray();
  expect($('.before')).toHaveLength(1);
  expect($(cells[0]).text()).toBe('图书馆 2楼before repair 图书馆　２楼');
  expect($('.before b').attr('title')).toBe('spaces, width');
  expect($('.tag.hand').text()).toBe('accepted');
});

describe('reportPage', () => {
  test('shows each pair side by side with its texts unchanged, whatever they hold', () => {
    const texts = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => !/[\u0000-\u0020]/.test(text) && text.isWellFormed());
    fc.assert(
      fc.property(texts, texts, (zh, en) => {
        const $ = load(page([{ facts, pairs: [pair(zh, en, 1)], setAside: [] }]));
        const cells = $('table.pairs tbody td');
        expect(cells.eq(0).text()).toBe(zh);
        expect(cells.eq(1).text()).toBe(en);
      }),
      { numRuns: 40 },
    );
  });

  test('says which check refused a pair', () => {
    const refused: Pair = {
      ...pair('三千家。', 'Thirty.', 1),
      state: 'rejected',
      reason: 'number-mismatch',
      findings: [{ check: 'number-mismatch', detail: 'zh 3000', rejects: true }],
    };
    const $ = load(page([{ facts, pairs: [refused, pair('好。', 'Good.', 2)], setAside: [] }]));
    expect($('tr.rejected .why').text()).toBe('number-mismatch: zh 3000');
  });

  test('stops at some thousand pairs and says how many documents it left out', () => {
    const many = {
      facts,
      pairs: Array.from({ length: 900 }, (_, i) => pair('好。', 'Good.', i + 1)),
      setAside: [],
    };
    const $ = load(page([many, many, many, many]));
    expect($('details')).toHaveLength(2);
    expect($('p').last().text()).toContain('2 more documents');
  });

  test('needs nothing from elsewhere', () => {
    const html = page([
      { facts, pairs: [pair('好。', 'Good.', 1)], setAside: [{ text: 'x', reason: 'footer' }] },
    ]);
    expect(html).not.toMatch(/<script|<link|src=|@import|url\(/);
    expect(html).toContain('1,234,567');
  });
});
