import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  compareAlignments,
  evaluateAlignment,
  formatLinks,
  linksOf,
  parseLinks,
} from '../../src/evaluate/index.js';
import type { Link } from '../../src/evaluate/index.js';

const link = (zh: number[], en: number[]): Link => ({ zh, en });
const GOLD = [link([0], [0]), link([1], [1, 2]), link([2], [])];
const FOUND = [link([0], [0]), link([1], [1]), link([], [2]), link([2], [])];

/** A monotone alignment from shapes, as a system would give it. */
const alignment = fc
  .array(
    fc.tuple(fc.nat(3), fc.nat(3)).filter(([a, b]) => a + b > 0),
    { minLength: 1, maxLength: 30 },
  )
  .map((shapes) => {
    let [i, j] = [0, 0];
    return linksOf(
      shapes.map(([a, b]) => ({ zh: { from: i, to: (i += a) }, en: { from: j, to: (j += b) } })),
    );
  });

describe('evaluateAlignment', () => {
  test('counts as the published scorer does', () => {
    // precision: 0|0 and 2| are exact, 1|1 overlaps, |2 is wrong; recall leaves 2| out
    const report = evaluateAlignment([{ name: 'a', gold: GOLD, system: FOUND }]);
    expect(report.strict).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(report.lax.precision).toBe(0.75);
    expect(report.lax.recall).toBe(1);
    expect(report.lax.f1).toBeCloseTo(6 / 7, 12);
  });

  test('adds counts up over documents, so a long document weighs more', () => {
    const right = { name: 'b', gold: [link([0], [0])], system: [link([0], [0])] };
    const report = evaluateAlignment([{ name: 'a', gold: GOLD, system: FOUND }, right]);
    expect(report.strict.precision).toBe(3 / 5);
    expect(report.strict.recall).toBe(2 / 3);
  });

  test('knows each shape, one-sided ones included', () => {
    const { shapes } = evaluateAlignment([{ name: 'a', gold: GOLD, system: FOUND }]);
    expect(shapes.map(({ shape, gold, system, both }) => [shape, gold, system, both])).toEqual([
      ['1-1', 1, 2, 1],
      ['1-0', 1, 1, 1],
      ['1-2', 1, 0, 0],
      ['0-1', 0, 1, 0],
    ]);
  });

  test('agrees with a slow transcription of the definition', () => {
    fc.assert(
      fc.property(alignment, alignment, (gold, system) => {
        const { strict, lax } = evaluateAlignment([{ name: 'a', gold, system }], { resamples: 1 });
        const both = ({ zh, en }: Link) => zh.length > 0 && en.length > 0;
        const share = (judged: Link[], against: Link[], isLax: boolean) => {
          if (judged.length === 0) return 0;
          const right = judged.filter((one) =>
            against.some(
              (other) =>
                formatLinks([one]) === formatLinks([other]) ||
                (isLax &&
                  one.zh.some((at) => other.zh.includes(at)) &&
                  one.en.some((at) => other.en.includes(at))),
            ),
          );
          return right.length / judged.length;
        };
        expect(strict.precision).toBe(share(system, gold, false));
        expect(lax.precision).toBe(share(system, gold, true));
        expect(strict.recall).toBe(share(gold.filter(both), system.filter(both), false));
        expect(lax.recall).toBe(share(gold.filter(both), system.filter(both), true));
      }),
    );
  });

  test('gold against itself is perfect, and so is its interval', () => {
    fc.assert(
      fc.property(
        alignment.filter((links) => links.some(({ zh, en }) => zh.length * en.length > 0)),
        (gold) => {
          const report = evaluateAlignment([{ name: 'a', gold, system: gold }], { resamples: 20 });
          expect([report.strict.f1, report.lax.f1]).toEqual([1, 1]);
        },
      ),
    );
  });

  test('the interval holds the score, and the seed decides it', () => {
    const documents = Array.from({ length: 30 }, (_, index) => ({
      name: String(index),
      gold: GOLD,
      system: index % 3 === 0 ? FOUND : GOLD,
    }));
    const [one, same, other] = [7, 7, 8].map((seed) =>
      evaluateAlignment(documents, { seed, resamples: 25 }),
    );
    const [low, high] = one?.interval.strict ?? [1, 0];
    expect(low).toBeLessThan(one?.strict.f1 ?? 0);
    expect(high).toBeGreaterThan(one?.strict.f1 ?? 1);
    expect(same).toEqual(one);
    expect(other?.interval).not.toEqual(one?.interval);
  });

  test('the signature changes with the gold data and the system', () => {
    const of = (gold: Link[], system: string) =>
      evaluateAlignment([{ name: 'a', gold, system: FOUND }], { system, resamples: 1 }).signature;
    expect(of(GOLD, 'x').goldSha256).not.toBe(of(FOUND, 'x').goldSha256);
    expect(of(GOLD, 'x').system).toBe('x');
    expect(of(GOLD, 'x').goldSha256).toBe(of(GOLD, 'y').goldSha256);
  });
});

describe('compareAlignments', () => {
  const documents = (wrong: (index: number) => boolean) =>
    Array.from({ length: 40 }, (_, index) => ({
      name: String(index),
      gold: GOLD,
      system: wrong(index) ? FOUND : GOLD,
    }));

  test('a system does not differ from itself', () => {
    const same = documents((index) => index % 2 === 0);
    expect(compareAlignments(same, same, { shuffles: 200 })).toMatchObject({ difference: 0, p: 1 });
  });

  test('a system that is always better differs significantly', () => {
    const { difference, p } = compareAlignments(
      documents(() => false),
      documents(() => true),
      { shuffles: 500 },
    );
    expect(difference).toBeCloseTo(0.5, 12);
    expect(p).toBeLessThan(0.01);
  });

  test('systems that err in turn do not', () => {
    const even = documents((index) => index % 2 === 0);
    const odd = documents((index) => index % 2 === 1);
    expect(compareAlignments(even, odd, { shuffles: 500 }).p).toBeGreaterThan(0.05);
  });
});

describe('links in their normal form', () => {
  test('are read with positions from 0, empty sides and comments', () => {
    expect(parseLinks('# gold\n1,2\t1\n3\t\n\n\t2,3\n\t\n1,2\t1\n', 'x.tsv')).toEqual([
      link([0, 1], [0]),
      link([2], []),
      link([], [1, 2]),
    ]);
  });

  test('come back as they were written', () => {
    fc.assert(
      fc.property(alignment, (links) => {
        expect(parseLinks(formatLinks(links), 'x.tsv')).toEqual(links);
      }),
    );
  });

  test.each(['1 2\t3', '0\t1', '1', 'a\tb', '1\t2\t3', '1,,2\t3'])('%j is refused', (line) => {
    expect(() => parseLinks(`1\t1\n${line}\n`, 'x.tsv')).toThrow(
      expect.objectContaining({
        failure: expect.objectContaining({
          code: 'evaluate.bad-link',
          at: { file: 'x.tsv', line: 2 },
        }),
      }),
    );
  });
});
