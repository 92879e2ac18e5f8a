import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Pair } from '../../src/model/index.js';
import type { Corpus } from '../../src/store/index.js';
import { carryOver } from '../../src/store/carry.js';
import { textSimilarity } from '../../src/store/similarity.js';
import { build, failure, inCorpus, type Line } from './support.js';

const LINES: readonly Line[] = [
  ['市外办主任会见了客人。', 'The director met the guests.'],
  ['双方就经贸合作交换了意见。', 'They talked about trade.'],
  ['会谈在友好气氛中进行。', 'The talks were friendly.'],
];
const URL = 'https://a.example/1';

/** The pair at a position, from 1. */
function pairAt(corpus: Corpus, position: number): Pair {
  const pair = corpus.pairs.of(URL)[position - 1];
  if (pair === undefined) throw new RangeError(`no pair at ${position}`);
  return pair;
}

function texts(corpus: Corpus): string[] {
  return corpus.pairs.of(URL).map(({ en, state }) => `${state}: ${en}`);
}

describe('a decision', () => {
  test('stands over the machine text after a rebuild', () => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      corpus.edits.decide(pairAt(corpus, 1).id, { en: 'The Director met his guests.' }, 'Li');
      build(corpus, URL, LINES, { signature: 's2' });
      expect(texts(corpus)).toEqual([
        'edited: The Director met his guests.',
        'new: They talked about trade.',
        'new: The talks were friendly.',
      ]);
      expect(corpus.edits.conflicts()).toEqual([]);
    });
  });

  test('moves with its text when the text changes a little, and says so', () => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      const { id } = pairAt(corpus, 2);
      corpus.edits.decide(id, { state: 'accepted' }, 'Li');
      const changed: readonly Line[] = [
        ['新的一段。', 'A new paragraph.'],
        ['双方就经贸合作深入交换了意见。', 'They talked about trade.'],
      ];
      expect(build(corpus, URL, changed)).toMatchObject({ conflicts: 1 });
      expect(corpus.pairs.of(URL)).toMatchObject([
        { zh: '新的一段。', state: 'new' },
        { zh: '双方就经贸合作交换了意见。', state: 'accepted' },
      ]);
      expect(corpus.edits.conflicts()).toMatchObject([
        {
          who: 'Li',
          conflict: {
            kind: 'text-changed',
            was: { zh: '双方就经贸合作交换了意见。' },
            became: { zh: '双方就经贸合作深入交换了意见。' },
          },
        },
      ]);
      const history = corpus.history(pairAt(corpus, 2).id).map(({ what, who }) => [what, who]);
      expect(history.filter(([, who]) => who === 'Li')).toEqual([['decided', 'Li']]);
      expect(history.map(([what]) => what)).toEqual([
        'made',
        'decided',
        'removed',
        'made',
        'carried',
        'conflict',
      ]);
    });
  });

  test('waits as an orphan for a pair that went away, and takes it up again', () => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      corpus.edits.decide(pairAt(corpus, 3).id, { en: 'Friendly talks.' }, 'Li');
      build(corpus, URL, LINES.slice(0, 2));
      expect(corpus.edits.conflicts()).toMatchObject([{ conflict: { kind: 'orphaned' } }]);
      expect(corpus.verify().problems).toEqual([]);
      build(corpus, URL, LINES);
      expect(texts(corpus)[2]).toBe('edited: Friendly talks.');
      expect(corpus.edits.conflicts()).toEqual([]);
    });
  });

  test('is no conflict when the machine comes to the same text', () => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      corpus.edits.decide(pairAt(corpus, 2).id, { en: 'They spoke about trade.' }, 'Li');
      const agreed: readonly Line[] = LINES.map(([zh, en]) => [zh, en.replace('talked', 'spoke')]);
      expect(build(corpus, URL, agreed)).toMatchObject({ conflicts: 0 });
      expect(texts(corpus)[1]).toBe('edited: They spoke about trade.');
    });
  });

  test('can be taken back', () => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      const before = corpus.pairs.of(URL);
      const { id } = pairAt(corpus, 1);
      corpus.edits.decide(id, { state: 'rejected', note: 'wrong name' }, 'Li');
      expect(pairAt(corpus, 1)).toMatchObject({ state: 'rejected', reason: 'decided-by-person' });
      expect(corpus.edits.on(id)).toMatchObject({ note: 'wrong name', who: 'Li' });
      corpus.edits.withdraw(id, 'Wang');
      expect(corpus.pairs.of(URL)).toEqual(before);
      expect(corpus.history(id)).toMatchObject([
        { what: 'made' },
        { what: 'decided', who: 'Li', was: { state: 'new' }, became: { state: 'rejected' } },
        { what: 'withdrawn', who: 'Wang', became: { state: 'new' } },
      ]);
    });
  });

  test('a pair that went and came again was made twice, and its history says when', () => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      const { id } = pairAt(corpus, 3);
      corpus.edits.decide(id, { state: 'accepted' }, 'Li');
      build(corpus, URL, LINES.slice(0, 2));
      build(corpus, URL, LINES);
      const history = corpus.history(id);
      expect(history.map(({ what }) => what).slice(0, 3)).toEqual([
        'made',
        'decided',
        expect.any(String),
      ]);
      expect(history.filter(({ what }) => what === 'made')).toHaveLength(2);
      const times = history.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
    });
  });

  test('on a pair that is not there is refused', () => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      const { id } = pairAt(corpus, 3);
      build(corpus, URL, LINES.slice(0, 2));
      expect(() => corpus.edits.decide(id, {}, 'Li')).toThrow(failure('store.no-pair'));
      expect(() => {
        corpus.edits.settle(id, 'mine', 'Li');
      }).toThrow(failure('store.no-decision'));
    });
  });
});

test('a batch that fails leaves the history and its count as they were', () => {
  inCorpus((corpus) => {
    build(corpus, URL, LINES);
    const { id } = pairAt(corpus, 1);
    corpus.edits.decide(id, {}, 'Li');
    expect(() => {
      corpus.batch(() => {
        corpus.edits.decide(id, { state: 'rejected' }, 'Wang');
        throw new RangeError('no');
      });
    }).toThrow('no');
    corpus.edits.decide(id, { en: 'He met guests.' }, 'Li');
    corpus.edits.contradict(id, { en: 'She met guests.' }, 'Wang');
    expect(corpus.history(id).map(({ what }) => what)).toEqual([
      'made',
      'decided',
      'decided',
      'conflict',
    ]);
    expect(corpus.verify().problems).toEqual([]);
  });
});

describe('a conflict is settled', () => {
  const CHANGED = LINES.map(([zh, en]): Line => [zh, en.replace('The director', 'The Director')]);

  test.each([
    ['mine', 'accepted: The director met the guests.'],
    ['machine', 'new: The Director met the guests.'],
  ] as const)('for %s', (side, expected) => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      corpus.edits.decide(pairAt(corpus, 1).id, {}, 'Li');
      build(corpus, URL, CHANGED);
      corpus.edits.settle(pairAt(corpus, 1).id, side, 'Wang');
      expect(texts(corpus)[0]).toBe(expected);
      expect(corpus.edits.conflicts()).toEqual([]);
      build(corpus, URL, CHANGED, { signature: 's3' });
      expect(texts(corpus)[0]).toBe(expected);
      expect(corpus.edits.conflicts()).toEqual([]);
    });
  });
});

describe('what people did is undone', () => {
  const OTHER = LINES.map(([zh, en]): Line => [zh, en.replace('The director', 'The Director')]);

  test('step by step, down to what the machine says', () => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      const before = corpus.pairs.of(URL);
      const { id } = pairAt(corpus, 1);
      corpus.edits.decide(id, { en: 'He met guests.', note: 'short' }, 'Li');
      corpus.edits.decide(id, { state: 'rejected' }, 'Wang');
      corpus.edits.withdraw(id, 'Wang');
      expect(corpus.edits.undo(id, 'Li')).toMatchObject({ what: 'withdrawn', who: 'Wang' });
      expect(texts(corpus)[0]).toBe('rejected: He met guests.');
      corpus.edits.undo(id, 'Li');
      expect(texts(corpus)[0]).toBe('edited: He met guests.');
      expect(corpus.edits.on(id)).toMatchObject({ who: 'Li', note: 'short' });
      corpus.edits.undo(id, 'Li');
      expect(corpus.pairs.of(URL)).toEqual(before);
      expect(() => corpus.edits.undo(id, 'Li')).toThrow(failure('store.nothing-to-undo'));
      expect(corpus.history(id).map(({ what }) => what)).toEqual([
        ...['made', 'decided', 'decided', 'withdrawn', 'undone', 'undone', 'undone'],
      ]);
      expect(corpus.verify().problems).toEqual([]);
    });
  });

  test.each(['mine', 'machine'] as const)('a conflict settled for %s waits again', (side) => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      corpus.edits.decide(pairAt(corpus, 1).id, {}, 'Li');
      build(corpus, URL, OTHER);
      const { id } = pairAt(corpus, 1);
      const before = [corpus.edits.conflicts(), corpus.pairs.of(URL)];
      corpus.edits.settle(id, side, 'Wang');
      expect(corpus.edits.conflicts()).toEqual([]);
      corpus.edits.undo(id, 'Wang');
      expect([corpus.edits.conflicts(), corpus.pairs.of(URL)]).toEqual(before);
      expect(corpus.verify().problems).toEqual([]);
    });
  });

  test('also after the pair was built anew: the machine has its text of today', () => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      corpus.edits.decide(pairAt(corpus, 1).id, { en: 'He met guests.' }, 'Li');
      build(corpus, URL, OTHER);
      corpus.edits.undo(pairAt(corpus, 1).id, 'Li');
      expect(texts(corpus)[0]).toBe('new: The Director met the guests.');
      expect(corpus.edits.conflicts()).toEqual([]);
      expect(corpus.verify().problems).toEqual([]);
    });
  });

  test('a dropped orphan waits for its pair again', () => {
    inCorpus((corpus) => {
      build(corpus, URL, LINES);
      const { id } = pairAt(corpus, 3);
      corpus.edits.decide(id, { en: 'Friendly talks.' }, 'Li');
      build(corpus, URL, LINES.slice(0, 2));
      const waiting = corpus.edits.conflicts();
      corpus.edits.settle(id, 'machine', 'Li');
      expect(corpus.edits.conflicts()).toEqual([]);
      corpus.edits.undo(id, 'Li');
      expect(corpus.edits.conflicts()).toEqual(waiting);
      build(corpus, URL, LINES);
      expect(texts(corpus)[2]).toBe('edited: Friendly talks.');
    });
  });
});

describe('carryOver', () => {
  const pair = fc.record({
    id: fc.constantFrom(...'abcdefgh'),
    position: fc.nat(9),
    zh: fc.string({ maxLength: 6 }),
    en: fc.string({ maxLength: 6 }),
  });
  const pairs = fc.uniqueArray(pair, { selector: ({ id }) => id, maxLength: 8 });

  test('gives each pair at most one successor and each successor to one pair', () => {
    fc.assert(
      fc.property(pairs, pairs, (before, after) => {
        const carried = carryOver(asMachine(before), asMachine(after), 0.6);
        expect(new Set(carried.map(({ from }) => from)).size).toBe(carried.length);
        expect(new Set(carried.map(({ to }) => to)).size).toBe(carried.length);
        for (const { from, to, similarity } of carried) {
          expect(from === to || similarity >= 0.6).toBe(true);
        }
      }),
    );
  });

  test('does not depend on the order the pairs are given in', () => {
    fc.assert(
      fc.property(pairs, pairs, (before, after) => {
        const sorted = (list: ReturnType<typeof carryOver>) =>
          [...list].sort((a, b) => (a.from < b.from ? -1 : 1));
        const distinct = (list: typeof before) => list.map((one, at) => ({ ...one, position: at }));
        const [one, other] = [asMachine(distinct(before)), asMachine(distinct(after))];
        expect(sorted(carryOver([...one].reverse(), [...other].reverse(), 0.6))).toEqual(
          sorted(carryOver(one, other, 0.6)),
        );
      }),
    );
  });
});

test.each([
  ['', '', 1],
  ['你', '', 0],
  ['你好', '你好', 1],
  ['你好吗', '你好啊', 0.5], // 你好 好吗 | 你好 好啊: 2·1 / 4
  ['aaa', 'aa', 2 / 3], // aa aa | aa: 2·1 / 3
])('textSimilarity of %p and %p is %p', (one, other, expected) => {
  expect(textSimilarity(one, other)).toBeCloseTo(expected, 10);
});

function asMachine(
  list: readonly { id: string; position: number; zh: string; en: string }[],
): Parameters<typeof carryOver>[0] {
  return list as unknown as Parameters<typeof carryOver>[0];
}
