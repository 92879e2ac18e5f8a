import { expect, test } from '@jest/globals';
import { load } from 'cheerio';
import { loadLexicon } from '../../src/lexicon/index.js';
import { unitScore } from '../../src/model/index.js';
import { gatherReport, reportPage } from '../../src/report/index.js';
import { openCorpus, type Corpus } from '../../src/store/index.js';
import { saveLines, type Line } from '../search/support.js';
import { emptyFolder } from '../support/folder.js';

const MADE_AT = '2026-01-02T03:04:05Z';
const refused = { state: 'rejected', reason: 'low-score', score: unitScore(0.1) } as const;

function page(corpus: Corpus): ReturnType<typeof load> {
  const data = gatherReport(corpus, 'Test', MADE_AT, { lexicon: loadLexicon() });
  return load([...reportPage(data)].join(''));
}

test('the report of a corpus has its numbers, pictures and pairs', () => {
  const corpus = openCorpus(emptyFolder(), { create: true });
  saveLines(corpus, 'https://a.example/1', [
    ['经贸合作。', 'Cooperation in trade.'],
    ['有3人。', 'Four people.', refused],
  ]);
  const $ = page(corpus);
  expect(
    $('.facts b')
      .toArray()
      .map((one) => $(one).text()),
  ).toEqual(['1', '1', '1', '0']);
  expect($('.figures').first().find('svg')).toHaveLength(3);
  expect($('.bars.words').text()).toContain('合作cooperation1');
  expect($('table.pairs tbody tr')).toHaveLength(2);
  corpus.close();
});

test('a document longer than the page is cut, and the page says how much is left', () => {
  const corpus = openCorpus(emptyFolder(), { create: true });
  const lines = Array.from({ length: 2_003 }, (_one, n): Line => [`第${n}句。`, `No. ${n}.`]);
  saveLines(corpus, 'pairs.jsonl', lines);
  const $ = page(corpus);
  expect($('table.pairs tbody tr')).toHaveLength(2_000);
  expect($('details .inside').text()).toContain('and 3 more pairs');
  corpus.close();
});

test('an empty corpus gives a page without pictures that have nothing to show', () => {
  const corpus = openCorpus(emptyFolder(), { create: true });
  const $ = page(corpus);
  expect(
    $('figure h3')
      .toArray()
      .map((one) => $(one).text()),
  ).toEqual(['From pages to pairs']);
  corpus.close();
});

test('a corpus of refused pairs only is not read to its end', () => {
  const corpus = openCorpus(emptyFolder(), { create: true });
  saveLines(corpus, 'a.txt', [['坏。', 'Bad.', refused]]);
  const data = gatherReport(corpus, 'Test', MADE_AT);
  const [document] = data.documents;
  let read = 0;
  function* endless() {
    for (; document !== undefined && read < 10_000; read++) yield document;
  }
  const $ = load(
    [...reportPage({ ...data, documentCount: 10_000, documents: endless() })].join(''),
  );
  expect(read).toBe(2_000);
  expect($('p').text()).toContain('8,000 more documents');
  corpus.close();
});
