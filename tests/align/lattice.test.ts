import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bandAround, bandOffsets, closeBand, fullBand } from '../../src/align/band.js';
import { heaviestChain } from '../../src/align/chain.js';
import { placeOrNone, posteriorOf } from '../../src/align/lattice.js';
import { log1p } from '../../src/align/log-table.js';
import { SHAPE_COUNT, shapeIndex, SHAPES } from '../../src/align/shapes.js';

const GAP = { open: -2, extend: -1 };

/** Oracle: every path with its score. Exponential, obviously right, only for tiny documents. */
function everyPath(
  m: number,
  n: number,
  score: (i: number, j: number, s: number) => number,
): { beads: string[]; score: number }[] {
  const walk = (i: number, j: number, inGap: boolean): { beads: string[]; score: number }[] => {
    if (i === m && j === n) return [{ beads: [], score: 0 }];
    const next: { a: number; b: number; score: number; gap: boolean }[] = [];
    SHAPES.forEach(([a, b], s) => {
      if (i + a <= m && j + b <= n) {
        next.push({ a, b, score: score(i + a, j + b, s), gap: false });
      }
    });
    const gap = inGap ? GAP.extend : GAP.open;
    if (i < m) next.push({ a: 1, b: 0, score: gap, gap: true });
    if (j < n) next.push({ a: 0, b: 1, score: gap, gap: true });
    return next.flatMap((bead) =>
      walk(i + bead.a, j + bead.b, bead.gap).map((rest) => ({
        beads: [`${i + bead.a},${j + bead.b}:${bead.a}-${bead.b}`, ...rest.beads],
        score: bead.score + rest.score,
      })),
    );
  };
  return walk(0, 0, false);
}

describe('posteriorOf', () => {
  test('gives every bead the probability that adding up all paths gives it', () => {
    const side = fc.integer({ min: 1, max: 3 });
    const scores = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: 7,
      maxLength: 7,
    });
    fc.assert(
      fc.property(side, side, scores, (m, n, values) => {
        const score = (i: number, j: number, s: number): number =>
          Math.fround(values[(i * 5 + j * 3 + s) % values.length] ?? 0);
        const band = fullBand(m, n);
        const offset = bandOffsets(band);
        const table = new Float32Array((m + 1) * (n + 1) * SHAPE_COUNT).fill(-Infinity);
        for (let i = 0; i <= m; i++) {
          for (let j = 0; j <= n; j++) {
            SHAPES.forEach(([a, b], s) => {
              if (a <= i && b <= j)
                table[placeOrNone(band, offset, i, j) * SHAPE_COUNT + s] = score(i, j, s);
            });
          }
        }
        const posterior = posteriorOf(band, table, GAP);
        const paths = everyPath(m, n, score);
        const total = paths.reduce((sum, path) => sum + Math.exp(path.score), 0);
        expect(posterior.total).toBeCloseTo(Math.log(total), 6);
        const at = placeOrNone(band, offset, m, n);
        const mass = paths
          .filter(({ beads }) => beads.includes(`${m},${n}:1-1`))
          .reduce((sum, path) => sum + Math.exp(path.score), 0);
        expect(posterior.bead[at * SHAPE_COUNT + shapeIndex(1, 1)]).toBeCloseTo(mass / total, 5);
        const zhOnly = paths
          .filter(({ beads }) => beads.includes(`${m},${n}:1-0`))
          .reduce((sum, path) => sum + Math.exp(path.score), 0);
        expect(posterior.zhOnly[at]).toBeCloseTo(zhOnly / total, 5);
      }),
      { numRuns: 40 },
    );
  });
});

describe('heaviestChain', () => {
  test('is as heavy as the heaviest of all rising chains', () => {
    const anchor = fc.record({
      i: fc.nat(5),
      j: fc.nat(5),
      weight: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(anchor, { maxLength: 8 }), (anchors) => {
        const sorted = [...anchors].sort((a, b) => a.i - b.i);
        const heaviest = (from: number, i: number, j: number): number => {
          let best = 0;
          for (let k = from; k < sorted.length; k++) {
            const at = sorted[k];
            if (at === undefined || at.i <= i || at.j <= j) continue;
            best = Math.max(best, at.weight + heaviest(k + 1, at.i, at.j));
          }
          return best;
        };
        const chain = heaviestChain(sorted, 6);
        expect(chain.reduce((sum, { weight }) => sum + weight, 0)).toBe(heaviest(0, -1, -1));
      }),
    );
  });
});

describe('bandAround', () => {
  test('holds its waypoints and both corners, and its bounds rise', () => {
    const step = fc.record({ i: fc.nat(90), j: fc.nat(90) });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 6 }),
        fc.integer({ min: 0, max: 5 }),
        (steps, radius) => {
          let [i, j] = [0, 0];
          const points = steps.map((by) => ({ i: (i += by.i), j: (j += by.j) }));
          const [m, n] = [i + 3, j + 3];
          const band = bandAround(points, m, n, radius);
          for (const point of [{ i: 0, j: 0 }, ...points, { i: m, j: n }]) {
            expect(band.low[point.i]).toBeLessThanOrEqual(point.j);
            expect(band.high[point.i]).toBeGreaterThanOrEqual(point.j);
          }
          expect([...band.low]).toEqual([...band.low].sort((a, b) => a - b));
          expect([...band.high]).toEqual([...band.high].sort((a, b) => a - b));
        },
      ),
    );
  });
});

test('a band along bounds that do not meet can be crossed all the same', () => {
  const { low, high } = closeBand(Int32Array.of(0, 0, 7, 8), Int32Array.of(1, 2, 9, 9), 3, 9);
  expect([...low]).toEqual([0, 0, 2, 8]);
  expect([...high]).toEqual([1, 2, 9, 9]);
});

test('the table of logarithms is right to a thousandth', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e6, noNaN: true }), (x) => {
      expect(Math.abs(log1p(x) - Math.log1p(x))).toBeLessThan(1e-3);
    }),
  );
});
