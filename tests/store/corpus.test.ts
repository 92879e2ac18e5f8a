import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openCorpus } from '../../src/store/index.js';
import {
  build,
  documentOf,
  failure,
  inCorpus,
  inFolder,
  partOf,
  prepared,
  pageOf,
  pairsOf,
  save,
  ticking,
  type Line,
} from './support.js';

const LINES: readonly Line[] = [
  ['你好。', 'Hello.'],
  ['再见。', 'Goodbye.'],
];

describe('a saved document', () => {
  test('comes back as it was, with its pairs in order', () => {
    inCorpus((corpus) => {
      const page = pageOf('https://a.example/1', 'bytes');
      corpus.sources.put(page);
      save(corpus, [page], LINES);
      const document = documentOf([page], LINES);
      expect(corpus.documents.load(document.key)).toEqual(document);
      expect([...corpus.pairs.stream()].map(({ pair }) => pair)).toEqual(pairsOf(document, LINES));
      expect(corpus.sources.load(page.origin.location)).toEqual({
        kind: 'page',
        page: { ...page, bytes: Buffer.from(page.bytes) },
      });
    });
  });

  test('survives closing and opening', () => {
    inFolder((folder) => {
      const corpus = openCorpus(folder, { create: true, clock: ticking() });
      build(corpus, 'https://a.example/1', LINES);
      const before = [...corpus.pairs.stream()];
      corpus.close();
      const again = openCorpus(folder, { readOnly: true });
      expect([...again.pairs.stream()]).toEqual(before);
      again.close();
    });
  });

  test('is counted', () => {
    inCorpus((corpus) => {
      build(corpus, 'https://a.example/1', LINES);
      expect(corpus.counts()).toEqual({
        sources: 1,
        nothing: 0,
        documents: 1,
        duplicates: 0,
        blocks: 4,
        setAside: 1,
        pairs: 2,
        byState: { new: 2, accepted: 0, edited: 0, rejected: 0 },
        oneSided: 0,
        conflicts: 0,
        byReason: {},
        byShape: { '1-1': 2 },
        byLayout: { interleaved: 2 },
        setAsideByReason: { footer: 1 },
      });
    });
  });

  test('changes nothing when saved again', () => {
    inCorpus((corpus) => {
      build(corpus, 'https://a.example/1', LINES);
      expect(build(corpus, 'https://a.example/1', LINES)).toEqual({
        kind: 'saved',
        added: 0,
        changed: 0,
        removed: 0,
        kept: 2,
        conflicts: 0,
        stale: 0,
      });
    });
  });
});

test('any text comes back character for character, NUL and lone surrogates included', () => {
  const anyText = fc.string({ unit: 'binary', minLength: 1 });
  inCorpus((corpus) => {
    const page = pageOf('a.txt', 'x');
    corpus.sources.put(page);
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(anyText, anyText), { minLength: 1 }), (lines) => {
        save(corpus, [page], lines);
        expect(corpus.pairs.of('a.txt').map(({ zh, en }) => [zh, en])).toEqual(lines);
      }),
      { numRuns: 50 },
    );
  });
});

describe('pending sources', () => {
  test('are the new, the changed, and those of another signature, in order of adding', () => {
    inCorpus((corpus) => {
      const keys = (signature: string): string[] =>
        [...corpus.sources.pending(signature)].map(({ key }) => key);
      for (const name of ['c', 'a', 'b']) corpus.sources.put(pageOf(name, name));
      expect(keys('s1')).toEqual(['c', 'a', 'b']);
      build(corpus, 'a', LINES, { body: 'a' });
      expect(keys('s1')).toEqual(['c', 'b']);
      expect(keys('s2')).toEqual(['c', 'a', 'b']);
      expect(corpus.sources.put(pageOf('a', 'other bytes')).change).toBe('changed');
      expect(keys('s1')).toEqual(['c', 'a', 'b']);
      expect(corpus.sources.countPending('s1')).toBe(3);
    });
  });

  test('do not include a source that gave nothing, until it changes', () => {
    inCorpus((corpus) => {
      const page = pageOf('a', 'a');
      corpus.sources.put(page);
      const source = { key: 'a', sha256: page.origin.sha256 };
      corpus.results.saveNothing([source], 's1', { stage: 'extract', reason: 'one-language' });
      expect([...corpus.sources.pending('s1')]).toEqual([]);
      expect(corpus.runs.rejects()).toMatchObject([{ id: 'a', reason: 'one-language' }]);
    });
  });
});

describe('the same text under a second address', () => {
  test('is recorded as a copy of the first and doubles nothing', () => {
    inCorpus((corpus) => {
      build(corpus, 'https://a.example/1', LINES);
      expect(build(corpus, 'https://a.example/2', LINES)).toEqual({
        kind: 'duplicate',
        of: 'https://a.example/1',
        stale: 0,
      });
      expect(corpus.counts()).toMatchObject({ documents: 1, duplicates: 1, pairs: 2 });
      const also = corpus.documents.alsoAt('https://a.example/1');
      expect(also.map(({ location }) => location)).toEqual(['https://a.example/2']);
    });
  });

  test('comes into its own when the first changes', () => {
    inCorpus((corpus) => {
      build(corpus, '1', LINES);
      build(corpus, '2', LINES);
      expect(build(corpus, '1', [['新闻。', 'News.']])).toMatchObject({ stale: 1 });
      expect([...corpus.sources.pending('s1')].map(({ key }) => key)).toEqual(['2']);
      expect(build(corpus, '2', LINES)).toMatchObject({ kind: 'saved', added: 2 });
    });
  });
});

describe('repeated sentences', () => {
  test('are rejected in the later document, whichever is built first', () => {
    inCorpus((corpus) => {
      for (const name of ['1', '2']) corpus.sources.put(pageOf(name, name));
      build(corpus, '2', [['你好。', 'Hello.']], { body: '2' });
      expect(build(corpus, '1', LINES, { body: '1' })).toMatchObject({ stale: 1 });
      expect([...corpus.sources.pending('s1')].map(({ key }) => key)).toEqual(['2']);
      build(corpus, '2', [['你好。', 'Hello.']], { body: '2' });
      expect(corpus.pairs.of('2')).toMatchObject([{ state: 'rejected', reason: 'duplicate' }]);
      expect([...corpus.sources.pending('s1')]).toEqual([]);
    });
  });
});

describe('a pair of pages', () => {
  const zh = pageOf('https://a.example/zh', 'zh');
  const en = pageOf('https://a.example/en', 'en');

  test('takes the place of its single pages', () => {
    inCorpus((corpus) => {
      for (const page of [zh, en]) {
        corpus.sources.put(page);
        save(corpus, [page], [[page.origin.location, '']]);
      }
      save(corpus, [zh, en], LINES);
      expect([...corpus.documents.list()]).toMatchObject([
        {
          facts: { key: 'https://a.example/zh https://a.example/en' },
          sources: ['https://a.example/zh', 'https://a.example/en'],
        },
      ]);
      expect([...corpus.sources.pending('s1')]).toEqual([]);
      expect(corpus.counts()).toMatchObject({ documents: 1, pairs: 2 });
    });
  });

  test('is built again as a whole when one page changes', () => {
    inCorpus((corpus) => {
      for (const page of [zh, en]) corpus.sources.put(page);
      save(corpus, [zh, en], LINES);
      corpus.sources.put(pageOf('https://a.example/en', 'changed'));
      const pending = [...corpus.sources.pending('s1')].map(({ key }) => key);
      expect(pending).toEqual(['https://a.example/zh', 'https://a.example/en']);
    });
  });
});

test('filters give the pairs they name, and count agrees with stream', () => {
  inCorpus((corpus) => {
    build(corpus, 'https://news.a.example/1', LINES);
    build(corpus, 'https://b.example/1', [['只有中文。', ''], ...LINES.slice(1)]);
    const filters = [
      [{}, 4],
      [{ states: ['rejected'] }, 1],
      [{ site: 'a.example' }, 2],
      [{ site: 'example' }, 4],
      [{ twoSided: true }, 3],
      [{ minScore: 0.81 }, 0],
      [{ since: '2024-03-18', until: '2024-03' }, 4],
      [{ until: '2023' }, 0],
      [{ document: 'https://b.example/1', states: ['new'] }, 1],
    ] as const;
    for (const [filter, expected] of filters) {
      expect([...corpus.pairs.stream(filter)]).toHaveLength(expected);
      expect(corpus.pairs.count(filter)).toBe(expected);
    }
  });
});

test('a run signs what was made in it and keeps what it set aside', () => {
  inCorpus((corpus) => {
    const run = corpus.runs.start({ command: 'build', parameters: { workers: 2 } });
    build(corpus, 'a', LINES);
    run.reject({ stage: 'read', id: 'b.bin', reason: 'binary' });
    run.finish({ pairs: 2 });
    const [pair] = corpus.pairs.of('a');
    expect(pair && corpus.history(pair.id)).toMatchObject([{ what: 'made', run: run.id }]);
    expect(corpus.runs.rejects()).toMatchObject([{ stage: 'read', id: 'b.bin', reason: 'binary' }]);
    expect(corpus.runs.list()).toMatchObject([{ outcome: 'done', counts: { pairs: 2 } }]);
  });
});

test('results for a source the corpus does not have are refused', () => {
  inCorpus((corpus) => {
    const document = documentOf([pageOf('a', 'a')], LINES);
    const sources = [{ key: 'a', sha256: 'x' }] as const;
    const request = { sources, signature: 's', document, pairs: [], partOf };
    const work = () => corpus.results.save({ ...request, prepared: prepared(document, []) });
    expect(work).toThrow(failure('store.no-source'));
  });
});
