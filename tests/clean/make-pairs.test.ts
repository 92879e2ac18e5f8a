import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  makePairs,
  markDuplicates,
  repairText,
  type AlignedDocument,
} from '../../src/clean/index.js';
import {
  documentId,
  unitScore,
  type Bead,
  type Block,
  type Document,
  type Sentence,
} from '../../src/model/index.js';
import { fingerprintOf } from '../../src/text/index.js';

function documentOf(blocks: readonly Block[]): Document {
  return {
    id: documentId('a'.repeat(64)),
    key: 'a.txt',
    origins: [{ kind: 'path', location: 'a.txt', sha256: 'b'.repeat(64) }],
    title: {},
    meta: {},
    layout: 'interleaved',
    layoutConfidence: unitScore(1),
    blocks,
    sections: [],
    setAside: [],
  };
}

function bead(zh: [number, number], en: [number, number]): Bead {
  return {
    zh: { from: zh[0], to: zh[1] },
    en: { from: en[0], to: en[1] },
    score: 10,
    confidence: unitScore(0.9),
  };
}

function sentence(document: Document, block: number, start: number, end: number): Sentence {
  return { block, start, end, text: document.blocks[block]?.text.slice(start, end) ?? '' };
}

const blocks: readonly Block[] = [
  { lang: 'zh', kind: 'paragraph', text: '他来了。 我们谈了。' },
  { lang: 'en', kind: 'paragraph', text: 'He came.  We talked.' },
  { lang: 'zh', kind: 'paragraph', text: '再见。' },
  { lang: 'en', kind: 'paragraph', text: 'Goodbye.' },
];
const document = documentOf(blocks);
const aligned: AlignedDocument = {
  document,
  zh: [sentence(document, 0, 0, 4), sentence(document, 0, 5, 10), sentence(document, 2, 0, 3)],
  en: [sentence(document, 1, 0, 8), sentence(document, 1, 10, 20), sentence(document, 3, 0, 8)],
  beads: [bead([0, 2], [0, 3]), bead([2, 3], [3, 3])],
};

describe('makePairs', () => {
  test('joins sentences as the page has them, repairs spaces and keeps the original', () => {
    expect(makePairs(aligned)[0]).toMatchObject({
      position: 1,
      zh: '他来了。我们谈了。',
      en: 'He came. We talked. Goodbye.',
      original: { zh: '他来了。 我们谈了。', en: 'He came.  We talked. Goodbye.' },
      repairs: ['space-between-han', 'white-space'],
      shape: '2-3',
      state: 'new',
      blocks: { zh: [1], en: [2, 4] },
    });
  });

  test('keeps one-sided beads as rejected pairs with a score of 0', () => {
    expect(makePairs(aligned)[1]).toMatchObject({
      zh: '再见。',
      en: '',
      shape: '1-0',
      state: 'rejected',
      reason: 'one-sided',
      score: 0,
      findings: [{ check: 'one-sided' }],
    });
  });

  test('gives the same ids for the same texts and others for a repeated sentence', () => {
    const twice = { ...aligned, beads: [bead([2, 3], [2, 3]), bead([2, 3], [2, 3])] };
    const ids = makePairs(twice).map(({ id }) => id);
    expect(ids[0]).not.toBe(ids[1]);
    expect(makePairs(twice).map(({ id }) => id)).toEqual(ids);
  });

  test('a check that is switched off says nothing; a limit that is moved decides otherwise', () => {
    const only = { ...aligned, beads: [bead([0, 2], [0, 3])] };
    expect(makePairs(only, { limits: { minConfidence: 0.95 } })[0]?.reason).toBe('low-confidence');
    expect(
      makePairs(only, { limits: { minConfidence: 0.95 }, off: ['low-confidence'] })[0]?.state,
    ).toBe('new');
  });
});

describe('markDuplicates', () => {
  const pairs = makePairs({
    ...aligned,
    beads: [bead([0, 1], [0, 1]), bead([2, 3], [2, 3]), bead([0, 1], [0, 1])],
  });

  test('refuses the second of two equal pairs of a document and names the first', () => {
    const marked = markDuplicates(pairs, { find: () => undefined });
    expect(marked.map(({ state, reason }) => [state, reason])).toEqual([
      ['new', undefined],
      ['new', undefined],
      ['rejected', 'duplicate'],
    ]);
    expect(marked[2]?.findings.at(-1)?.detail).toContain(pairs[0]?.id ?? 'none');
  });

  test('refuses what an earlier document has, whatever the punctuation and width', () => {
    const [first] = pairs;
    const wide = { zh: '他来了', en: 'HE CAME!' };
    const [other] = first === undefined ? [] : [{ ...first, ...wide }];
    expect(other).toBeDefined();
    if (other === undefined || first === undefined) return;
    expect(fingerprintOf(other).pair).toBe(fingerprintOf(first).pair);
  });
});

describe('repairText', () => {
  test.each([
    ['双 方 会 谈 。', '双方会谈。', ['space-between-han']],
    ['参加 APEC 会议', '参加 APEC 会议', []],
    [
      'in\u00adter\u200bnational\n\ttalks ',
      'international talks',
      ['invisible-characters', 'white-space'],
    ],
    [' 　前言', '前言', ['white-space']],
  ])('%j → %j', (text, repaired, applied) => {
    expect(repairText(text)).toEqual({ text: repaired, applied });
  });

  test('repairing twice is repairing once', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('汉', 'a', ' ', '\u3000', '\u00ad', '。', '\n') }),
        (text) => {
          const once = repairText(text).text;
          expect(repairText(once)).toEqual({ text: once, applied: [] });
        },
      ),
    );
  });
});
