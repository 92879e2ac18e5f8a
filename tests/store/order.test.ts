import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Corpus } from '../../src/store/index.js';
import { inCorpus, pageOf, save, type Line } from './support.js';

const KEYS = ['a', 'b', 'c', 'd'];
const lines = fc.uniqueArray(fc.constantFrom('一', '二', '三'), { maxLength: 3 });
const change = fc.record({ key: fc.constantFrom(...KEYS), words: lines });

/** What a page says is its text, so that building needs nothing but the corpus. */
function buildAll(corpus: Corpus, turn: (pending: readonly string[]) => string | undefined): void {
  for (;;) {
    const pending = [...corpus.sources.pending('s1')].map(({ key }) => key);
    const key = turn(pending);
    if (key === undefined) return;
    const content = corpus.sources.load(key);
    if (content.kind !== 'page') throw new TypeError('only pages were put');
    const text = new TextDecoder().decode(content.page.bytes);
    const made = text.split('').map((word): Line => [word, word]);
    save(corpus, [content.page], made);
  }
}

function states(corpus: Corpus): string[] {
  const rows = [...corpus.pairs.stream()].map(
    ({ pair, document }) => `${document.key} ${pair.zh} ${pair.state}`,
  );
  const copies = [...corpus.documents.list({ duplicate: true })].map(
    ({ facts, duplicateOf }) => `${facts.key} = ${duplicateOf ?? ''}`,
  );
  return [...rows, ...copies];
}

test('changes in any order, built in any order, end where a fresh build ends', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 8 }), fc.array(fc.nat(3)), (changes, turns) => {
      const latest = new Map(KEYS.map((key) => [key, '']));
      const incremental = inCorpus((corpus) => {
        for (const key of KEYS) corpus.sources.put(pageOf(key, ''));
        for (const { key, words } of changes) {
          latest.set(key, words.join(''));
          corpus.sources.put(pageOf(key, words.join('')));
          // Build some of what is pending, in whatever order; the rest waits.
          const some = [...turns];
          buildAll(corpus, (pending) => pending[some.shift() ?? pending.length]);
        }
        buildAll(corpus, ([first]) => first);
        expect(corpus.verify().problems).toEqual([]);
        return states(corpus);
      });
      const fresh = inCorpus((corpus) => {
        for (const [key, text] of latest) corpus.sources.put(pageOf(key, text));
        buildAll(corpus, ([first]) => first);
        return states(corpus);
      });
      expect(incremental).toEqual(fresh);
    }),
    { numRuns: 25 },
  );
}, 60_000);
