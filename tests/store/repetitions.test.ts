import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  acrossLimits,
  compareWithEarlier,
  markDuplicates,
  standingAlone,
} from '../../src/clean/index.js';
import { MAX_COUNTED, type Corpus, type PlacedResults } from '../../src/store/index.js';
import {
  documentOf,
  inCorpus,
  pageOf,
  pairsOf,
  partOf,
  prepared,
  save,
  type Line,
} from './support.js';

/** Sentences that are equal, nearly equal, or share one side, in small numbers. */
const TAIL = '代表团参观了港口和图书馆，并与当地企业家进行了座谈，双方同意明年继续合作办展。';
const ENGLISH =
  'the delegation visited the port and the library and talked with local business people; both sides agreed to hold the exhibition together again next year.';
const SENTENCES: readonly Line[] = [
  [`上午${TAIL}`, `In the morning ${ENGLISH}`],
  [`下午${TAIL}`, `In the afternoon ${ENGLISH}`],
  [`昨天${TAIL}`, `Yesterday ${ENGLISH}`],
  [`昨天${TAIL}`, 'A wholly different translation of the same Chinese sentence.'],
  [
    '完全不同的中文句子也可以有同样的译文。',
    'A wholly different translation of the same Chinese sentence.',
  ],
  ['版权所有，未经许可不得转载。', 'All rights reserved.'],
  [`昨天${TAIL}`, 'Somebody else put the same sentence into quite other words again.'],
  [
    '同一句英文还可以译自第三句中文。',
    'A wholly different translation of the same Chinese sentence.',
  ],
];
const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];

const RUNS = 40;

const duplicate = {
  state: 'rejected',
  reason: 'duplicate',
  findings: [{ check: 'duplicate', detail: 'same text', rejects: true }],
} as const;

const text = fc.uniqueArray(fc.nat(SENTENCES.length - 1), { maxLength: 4 });
const change = fc.record({ key: fc.constantFrom(...KEYS), words: text });

const rules = fc.record({
  limits: fc.record({
    maxDocuments: fc.integer({ min: 1, max: 3 }),
    maxTranslations: fc.integer({ min: 1, max: 2 }),
    minLikeness: fc.constantFrom<number>(0.4, 0.7, 0.9),
  }),
  off: fc.subarray(['near-duplicate', 'boilerplate', 'many-translations'], { maxLength: 1 }),
  /** Whether who saves says which limits these are. */
  areTold: fc.boolean(),
  /** Whether results that are right by themselves are only compared again. */
  areCompared: fc.boolean(),
});
type Rules = typeof rules extends fc.Arbitrary<infer T> ? T : never;

/** A page names its sentences by number; `turn` picks what is built next. */
function buildAll(
  corpus: Corpus,
  { areTold, areCompared, ...options }: Rules,
  turn: (pending: readonly string[]) => string | undefined,
): void {
  const limits = areTold ? { limits: acrossLimits(options) } : {};
  const compare = (placed: PlacedResults): void => {
    const alone = placed.pairs.map(standingAlone);
    const printAt = (_pair: object, at: number) => placed.pairs[at]?.print ?? fail();
    const compared = compareWithEarlier(alone, corpus.seen(placed.sources), options, printAt);
    const standings = compared.map(([, standing]) => standing);
    corpus.results.saveCompared({ placed, standings, signature: 's1', partOf, ...limits });
  };
  for (;;) {
    const pending = [...corpus.sources.pending('s1')].map(({ key }) => key);
    const key = turn(pending);
    if (key === undefined) return;
    const source = corpus.sources.get(key);
    const isMade = areCompared && source?.isCurrent === true && source.outcome === 'document';
    const placed = isMade ? corpus.results.placed(key) : undefined;
    if (placed !== undefined) {
      compare(placed);
      continue;
    }
    const content = corpus.sources.load(key);
    if (content.kind !== 'page' || source === undefined) throw new TypeError('only pages were put');
    const numbers = new TextDecoder()
      .decode(content.page.bytes)
      .split(' ')
      .filter((n) => n !== '');
    const lines = numbers.map((n): Line => SENTENCES[Number(n)] ?? ['', '']);
    const document = { ...documentOf([content.page], lines), key };
    const pairs = markDuplicates(pairsOf(document, lines), corpus.seen([source]), options);
    corpus.results.save({
      sources: [source],
      signature: 's1',
      document,
      pairs,
      partOf,
      prepared: prepared(document, pairs),
      ...limits,
    });
  }
}

function fail(): never {
  throw new TypeError('a pair that is compared has no fingerprint');
}

function outcome(corpus: Corpus): unknown[] {
  return [...corpus.pairs.stream()].map(({ pair, document }) => [
    document.key,
    pair.state,
    ...pair.findings.map(({ check, detail }) => `${check} ${detail}`),
  ]);
}

test('what repeats what ends where a fresh build ends, whatever came, changed or went', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(change, { minLength: 3, maxLength: 8 }),
      fc.array(fc.nat(4)),
      fc.option(fc.constantFrom(...KEYS)),
      rules,
      (changes, turns, gone, drawn) => {
        // Likenesses below a half are looked for only where they are told.
        const { limits, areTold } = drawn;
        const minLikeness = areTold ? limits.minLikeness : Math.max(0.5, limits.minLikeness);
        const rules = { ...drawn, limits: { ...limits, minLikeness } };
        const latest = new Map(KEYS.map((key, at) => [key, [at % SENTENCES.length]]));
        const put = (corpus: Corpus, key: string): void => {
          corpus.sources.put(pageOf(key, (latest.get(key) ?? []).join(' ')));
        };
        const incremental = inCorpus((corpus) => {
          for (const key of KEYS) put(corpus, key);
          for (const { key, words } of changes) {
            latest.set(key, words);
            put(corpus, key);
            const some = [...turns];
            buildAll(corpus, rules, (pending) => pending[some.shift() ?? pending.length]);
          }
          buildAll(corpus, rules, ([first]) => first);
          if (gone !== null) corpus.forget({ kind: 'location', location: gone }, 'test');
          buildAll(corpus, rules, ([first]) => first);
          expect(corpus.verify().problems).toEqual([]);
          return outcome(corpus);
        });
        const fresh = inCorpus((corpus) => {
          for (const key of KEYS) if (key !== gone) put(corpus, key);
          buildAll(corpus, rules, ([first]) => first);
          return outcome(corpus);
        });
        found += fresh.flat().filter((word) => String(word).includes(' ')).length;
        expect(incremental).toEqual(fresh);
      },
    ),
    { numRuns: RUNS },
  );
  expect(found).toBeGreaterThan(25); // the sentences do meet
}, 60_000);

test('what comparing makes of a pair that somebody decided on stands under the decision', () => {
  const line: Line = ['图书馆周一闭馆，周二开放。', 'The library is closed on Mondays.'];
  const other: Line = ['博物馆周五晚上开放。', 'The museum is open on Friday evenings.'];
  inCorpus((corpus) => {
    const put = (key: string, lines: readonly Line[]): void => {
      const page = pageOf(key, JSON.stringify(lines));
      corpus.sources.put(page);
      save(corpus, [page], lines);
    };
    put('a', [line]);
    put('b', [line, other]);
    const [first] = corpus.pairs.of('b');
    if (first === undefined) throw new TypeError('two pairs were saved');
    expect(first).toMatchObject({ state: 'rejected', reason: 'duplicate' });
    corpus.edits.decide(first.id, { state: 'accepted' }, 'Li');
    const before = corpus.history(first.id);
    put('a', [other]);
    const placed = corpus.results.placed('b');
    if (placed === undefined) throw new TypeError('b has results');
    expect(placed.pairs[0]).toMatchObject({ state: 'rejected', isDecided: true });
    const standings = [{ state: 'new', findings: [] } as const, duplicate] as const;
    corpus.results.saveCompared({ placed, standings, signature: 's1', partOf });
    expect(corpus.pairs.of('b').map(({ state }) => state)).toEqual(['accepted', 'rejected']);
    expect(corpus.edits.on(first.id)?.machine).toMatchObject({ state: 'new' });
    expect(corpus.edits.on(first.id)?.machine).not.toHaveProperty('reason');
    expect(corpus.history(first.id)).toEqual(before);
    const [, second] = corpus.pairs.of('b');
    expect(corpus.history(second?.id ?? first.id).at(-1)).toMatchObject({
      ...{ what: 'changed', was: { state: 'new', reason: null } },
      became: { state: 'rejected', reason: 'duplicate' },
    });
    expect(corpus.edits.withdraw(first.id, 'Li').pair.state).toBe('new');
    expect(corpus.verify().problems).toEqual([]);
  });
});

test('a footer that leaves one of many documents makes no others wait', () => {
  const footer: Line = ['版权所有，未经许可不得转载。', 'All rights reserved.'];
  /** Nothing like the others: ten characters of its own. */
  const body = (n: number, word: string): Line => {
    const own = Array.from({ length: 10 }, (_one, at) => 0x4e00 + n * 10 + at);
    return [`${String.fromCodePoint(...own)}${word}`, own.join(' ')];
  };
  inCorpus((corpus) => {
    const put = (n: number, lines: readonly Line[]): void => {
      const page = pageOf(`page ${n}`, JSON.stringify(lines));
      corpus.sources.put(page);
      save(corpus, [page], lines);
    };
    for (let n = 1; n <= 60; n++) put(n, [body(n, '原来'), footer]);
    const pending = (): string[] => [...corpus.sources.pending('s1')].map(({ key }) => key);
    put(50, [body(50, '新的')]);
    expect(pending()).toEqual([]);
    put(10, [body(10, '新的')]); // among the first that are counted
    expect(pending().length).toBeLessThan(2 * MAX_COUNTED);
    expect(pending()).toContain('page 11');
    put(1, [body(1, '新的')]); // all others name it
    expect(pending()).toHaveLength(57);
  });
});
