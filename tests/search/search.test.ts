import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { concordance, highlight, inContext, parseQuery } from '../../src/search/index.js';
import { enTerms, openCorpus, zhTerms, type Corpus } from '../../src/store/index.js';
import { emptyFolder } from '../support/folder.js';
import { saveLines, type Line } from './support.js';

const LINES: readonly Line[] = [
  ['市外办主任会见了韩国客人。', 'The Director General of the Office met guests from South Korea.'],
  ['雙方就經貿合作交換了意見。', 'Both sides visited the city’s port and talked about trade.'],
  ['他访问了ＡＰＥＣ会议的城市。', 'He visits cities of the APEC meeting; 3,000 people came.'],
];

function corpusOf(lines: readonly Line[]): Corpus {
  const corpus = openCorpus(emptyFolder(), { create: true });
  saveLines(corpus, 'a.txt', lines);
  return corpus;
}

function found(corpus: Corpus, question: string): number[] {
  return [...concordance(corpus, parseQuery(question))].map(({ pair }) => pair.position);
}

describe('search', () => {
  test.each([
    ['办', [1]],
    ['外办主任', [1]],
    ['外 办', [1]],
    ['办外', []],
    ['双方', [2]], // simplified question, traditional text
    ['經貿', [2]],
    ['APEC', [3]],
    ['apec会议', [3]], // full-width letters in the text
    ['visit', [2, 3]],
    ['visited', [2, 3]],
    ['city', [2, 3]],
    ['"south korea"', [1]],
    ['"korea south"', []],
    ['korea south', [1]],
    ['客人 guest', [1]],
    ['客人 trade', []],
    ['3,000', [3]],
    ['3000', [3]],
    ['。', []],
    ['', []],
    ['"', []],
    ['NOT* AND (', []],
  ])('for %p finds pairs %j', (question, expected) => {
    const corpus = corpusOf(LINES);
    expect(found(corpus, question)).toEqual(expected);
    corpus.close();
  });

  test('narrows down by filter, and count agrees', () => {
    const corpus = corpusOf(LINES);
    saveLines(corpus, 'https://www.a.example/1', LINES, { date: '2024-03-18' });
    const filters = [
      [{}, 4],
      [{ site: 'a.example' }, 2],
      [{ since: '2024-03' }, 2],
      [{ states: ['rejected'] }, 0],
      [{ minScore: 0.95 }, 0],
    ] as const;
    for (const [filter, expected] of filters) {
      expect([...concordance(corpus, parseQuery('city'), filter)]).toHaveLength(expected);
      expect(corpus.search.count({ en: ['city'] }, filter)).toBe(expected);
    }
    corpus.close();
  });
});

describe('the index', () => {
  const word = fc.constantFrom('你', '好', '城', '市', 'city', 'port', '，', ' ', '𠮷');
  const side = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
  const lines = fc.array(fc.tuple(side, side), { maxLength: 5 });
  const step = fc.oneof(
    fc.record({ kind: fc.constant('build' as const), key: fc.constantFrom('a', 'b'), lines }),
    fc.record({ kind: fc.constant('edit' as const), at: fc.nat(9), zh: side, en: side }),
    fc.record({ kind: fc.constant('forget' as const), key: fc.constantFrom('a', 'b') }),
  );

  test('answers as reading every pair would, after any builds, edits and takedowns', () => {
    const corpus = openCorpus(emptyFolder(), { create: true });
    const all = (): { zh: string; en: string }[] =>
      [...corpus.pairs.stream()].map((one) => one.pair);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 5 }), side, side, (steps, zh, en) => {
        for (const one of steps) {
          if (one.kind === 'build') saveLines(corpus, one.key, one.lines);
          else if (one.kind === 'forget') {
            corpus.forget({ kind: 'location', location: one.key }, 'test');
          } else {
            const target = [...corpus.pairs.stream()].at(one.at);
            if (target !== undefined) corpus.edits.decide(target.pair.id, one, 'test');
          }
        }
        const holds = (text: string, phrase: string): boolean =>
          ` ${text} `.includes(` ${phrase} `);
        for (const [phrases, terms, pick] of [
          [{ zh: [zh] }, zhTerms(zh), (pair: { zh: string }) => zhTerms(pair.zh)],
          [{ en: [en] }, enTerms(en), (pair: { en: string }) => enTerms(pair.en)],
        ] as const) {
          const expected =
            terms === '' ? 0 : all().filter((pair) => holds(pick(pair), terms)).length;
          expect(corpus.search.count(phrases)).toBe(expected);
          expect([...corpus.search.find(phrases)]).toHaveLength(expected);
        }
        expect(corpus.verify().problems).toEqual([]);
      }),
      { numRuns: 40 },
    );
    corpus.close();
  });

  test('holds the terms this schema was filled with: other terms need a migration', () => {
    expect(zhTerms('市外辦主任（Ｃａｏ）2024年，𠮷。')).toBe('市 外 办 主 任 cao 2024 年 𠮷');
    expect(zhTerms('市外辦主任（Ｃａｏ）2024年，〇。')).toBe('市 外 办 主 任 cao 2024 年 〇');
    expect(enTerms("The city's 3,000 visitors went; U.S. co-operation")).toBe(
      'the citi be 3000 visitor go us co oper',
    );
  });
});

describe('parseQuery', () => {
  test.each([
    ['外办 visit', { zh: ['外办'], en: ['visit'] }],
    ['“外 办” "foreign affairs"', { zh: ['外 办'], en: ['foreign affairs'] }],
    ['— ... "" visit', { zh: [], en: ['visit'] }],
    ['A股', { zh: ['A股'], en: [] }],
  ])('takes %p apart', (question, expected) => {
    expect(parseQuery(question)).toEqual(expected);
  });

  test('puts everything on the side that is named', () => {
    expect(parseQuery('APEC 会议', 'zh')).toEqual({ zh: ['APEC', '会议'], en: [] });
  });
});

describe('highlight', () => {
  test.each([
    ['zh', '雙方經貿', ['经贸'], ['經貿']],
    ['zh', '城市，城，市', ['城市'], ['城市', '城，市']],
    ['zh', '𠮷城市', ['城市'], ['城市']],
    ['en', 'He visits; visited cities.', ['visit', 'city'], ['visits', 'visited', 'cities']],
    ['en', 'South Korea, south', ['south korea'], ['South Korea']],
    ['en', 'nothing', ['port'], []],
    ['zh', 'ABC', ['...'], []],
  ] as const)('on the %s side of %p marks %j as %j', (side, text, phrases, expected) => {
    expect(highlight(text, phrases, side).map(({ start, end }) => text.slice(start, end))).toEqual(
      expected,
    );
  });

  test('marks something in every pair that was found', () => {
    const corpus = corpusOf(LINES);
    for (const question of ['外办', '经贸', 'apec会议', 'visit', '3000', '"south korea"']) {
      for (const { spans } of concordance(corpus, parseQuery(question))) {
        expect(spans.zh.length + spans.en.length).toBeGreaterThan(0);
      }
    }
    corpus.close();
  });
});

test('a keyword stands in its context, cut at the width', () => {
  const text = '一二三四五六七';
  expect(inContext(text, { start: 3, end: 4 }, 2)).toEqual({
    left: '…二三',
    match: '四',
    right: '五六…',
  });
  expect(inContext(text, { start: 0, end: 7 }, 2)).toEqual({ left: '', match: text, right: '' });
});
