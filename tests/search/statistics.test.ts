import { describe, expect, test } from '@jest/globals';
import { sha256 } from '../../src/kit/index.js';
import { loadLexicon } from '../../src/lexicon/index.js';
import { unitScore } from '../../src/model/index.js';
import { statisticsOf, withRest } from '../../src/search/index.js';
import { openCorpus, type Corpus } from '../../src/store/index.js';
import { stemEn } from '../../src/text/index.js';
import { emptyFolder } from '../support/folder.js';
import { saveLines, type Line } from './support.js';

const refused = {
  state: 'rejected',
  reason: 'number-mismatch',
  score: unitScore(0.1),
  findings: [{ check: 'number-mismatch', detail: 'zh 3, en 4', rejects: true }],
} as const;

const LINES: readonly Line[] = [
  ['经贸合作。', 'Cooperation in trade.', { shape: '1-2' }],
  ['合作很好。', 'Good cooperation.', { score: unitScore(1) }],
  ['有3人。', 'Four people.', refused],
  ['只有中文。', '', { shape: '1-0' }],
];

function filled(): Corpus {
  const corpus = openCorpus(emptyFolder(), { create: true });
  saveLines(corpus, 'https://a.example/1', LINES, { date: '2024-03-18' });
  saveLines(corpus, 'https://a.example/2', LINES.slice(0, 2), { date: '2023-01-01' });
  saveLines(corpus, 'b.txt', LINES.slice(1, 2));
  return corpus;
}

describe('statistics', () => {
  test('count pairs by place, time, shape and check', () => {
    const corpus = filled();
    expect(statisticsOf(corpus)).toMatchObject({
      yield: { sources: 3, documents: 3, sentences: 3 + 2 + 2 + 1 + 3 + 2 + 2, pairs: 7, kept: 6 },
      sites: [
        { name: 'a.example', documents: 2, pairs: 6, kept: 5 },
        { name: '(files)', documents: 1, pairs: 1, kept: 1 },
      ],
      years: [
        { name: '2023', documents: 1, pairs: 2, kept: 2 },
        { name: '2024', documents: 1, pairs: 4, kept: 3 },
        { name: '(undated)', documents: 1, pairs: 1, kept: 1 },
      ],
      layouts: [{ name: 'interleaved', pairs: 7, kept: 6 }],
      shapes: [
        { name: '1-1', pairs: 4, kept: 3 },
        { name: '1-2', pairs: 2, kept: 2 },
        { name: '1-0', pairs: 1, kept: 1 },
      ],
      checks: [{ name: 'number-mismatch', pairs: 1, kept: 0 }],
      reasons: { 'number-mismatch': 1 },
      scores: [
        { from: 0.1, kept: 0, rejected: 1 },
        { from: 0.9, kept: 3, rejected: 0 },
        { from: 0.95, kept: 3, rejected: 0 },
      ],
    });
    corpus.close();
  });

  test('count imported pairs under the host their source names, else the site or file', () => {
    const corpus = openCorpus(emptyFolder(), { create: true });
    const line: readonly Line[] = [['合作很好。', 'Good cooperation.']];
    const save = (key: string, from: string | undefined, site?: string): void => {
      const origin = { kind: 'path', location: key, sha256: sha256(key) } as const;
      saveLines(corpus, key, line, {
        origins: [{ ...origin, ...(site === undefined ? {} : { site }) }],
        meta: { importedBy: 'me', ...(from === undefined ? {} : { importedFrom: from }) },
      });
    };
    save('/data/one.tmx', 'https://a.example/1');
    save('/data/two.tmx', 'news.doc', 'A Site');
    save('/data/memory.tmx', undefined);
    expect(
      statisticsOf(corpus)
        .sites.map(({ name }) => name)
        .sort(),
    ).toEqual(['A Site', 'a.example', 'memory.tmx']);
    corpus.close();
  });

  test('add up: every grouping holds every pair', () => {
    const corpus = filled();
    const { counts, sites, years, layouts, shapes, scores } = statisticsOf(corpus);
    for (const rows of [sites, years, layouts, shapes]) {
      expect(rows.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(counts.pairs);
    }
    expect(scores.reduce((sum, { kept, rejected }) => sum + kept + rejected, 0)).toBe(counts.pairs);
    corpus.close();
  });

  test('know words and their translations, rejected pairs left out', () => {
    const corpus = filled();
    const { vocabulary } = statisticsOf(corpus, { lexicon: loadLexicon() });
    expect(vocabulary?.sampledPairs).toBe(6);
    expect(vocabulary?.frequentZh[0]).toEqual({ word: '合作', pairs: 5 });
    expect(vocabulary?.frequentEn[0]).toEqual({ word: 'cooperation', pairs: 5 });
    expect(vocabulary?.translations[0]).toEqual({
      ...{ zh: '合作', en: 'cooperation', pairs: 5 },
      learned: false,
    });
    // 经贸合作很好只有中文: each once, marks not counted.
    expect(vocabulary?.growth.at(-1)).toMatchObject({ pairs: 6, zhCharacters: 10 });
    expect(vocabulary?.frequentEn.map(({ word }) => word)).not.toContain('four');
    corpus.close();
  });

  test('count what the corpus taught beside the dictionary, if it is sure both ways', () => {
    const corpus = filled();
    const both = { zhToEn: 0.9, enToZh: 0.9, seen: 3 };
    const learned = [
      { zh: '合作', en: stemEn('good'), ...both },
      { zh: '合作', en: stemEn('trade'), ...both, enToZh: 0.1 },
    ];
    const { vocabulary } = statisticsOf(corpus, { lexicon: loadLexicon(), learned });
    const found = vocabulary?.translations.filter(({ zh }) => zh === '合作');
    expect(found).toEqual([
      { zh: '合作', en: 'cooperation', pairs: 5, learned: false },
      { zh: '合作', en: 'good', pairs: 3, learned: true },
    ]);
    corpus.close();
  });

  test('give the lengths of both sides of some kept pairs, one-sided ones left out', () => {
    const corpus = filled();
    const { lengthSample } = statisticsOf(corpus);
    expect(lengthSample).toEqual([
      { zh: 5, en: 21 },
      { zh: 5, en: 17 },
      { zh: 5, en: 21 },
      { zh: 5, en: 17 },
      { zh: 5, en: 17 },
    ]);
    corpus.close();
  });

  test('of an empty corpus are zeros', () => {
    const corpus = openCorpus(emptyFolder(), { create: true });
    expect(statisticsOf(corpus, { lexicon: loadLexicon() })).toMatchObject({
      yield: { sources: 0, pairs: 0, kept: 0 },
      sites: [],
      scores: [],
      vocabulary: { sampledPairs: 0, growth: [] },
    });
    corpus.close();
  });
});

test('a sample is spread over the corpus and always the same', () => {
  const corpus = openCorpus(emptyFolder(), { create: true });
  const lines = Array.from({ length: 100 }, (_one, n): Line => [`第${n}句`, `${n}`]);
  saveLines(corpus, 'a.txt', lines);
  const positions = (limit: number): number[] =>
    Array.from(corpus.pairs.sample(limit), ({ position }) => position);
  expect(positions(4)).toEqual([1, 41, 56, 97]); // one from each quarter
  expect(positions(4)).toEqual(positions(4));
  expect(positions(1000)).toHaveLength(100);
  corpus.close();
});

test('lengths of a large corpus are those of 800 pairs spread evenly over it', () => {
  const corpus = openCorpus(emptyFolder(), { create: true });
  const lines = Array.from({ length: 1600 }, (_one, n): Line => ['好', 'x'.repeat(n + 1)]);
  saveLines(corpus, 'a.txt', lines);
  const lengths = statisticsOf(corpus).lengthSample.map(({ en }) => en);
  expect(lengths).toHaveLength(800);
  expect(lengths.slice(0, 3)).toEqual([1, 3, 5]);
  expect(lengths.at(-1)).toBe(1599);
  corpus.close();
});

test('rows that do not fit are summed up in the last one', () => {
  const row = (name: string, pairs: number, kept: number) => ({ name, pairs, kept });
  const rows = [row('a', 5, 4), row('b', 3, 3), row('c', 2, 0)];
  expect(withRest(rows, 2)).toEqual([row('a', 5, 4), row('(2 more)', 5, 3)]);
  expect(withRest(rows, 3)).toEqual(rows);
});
