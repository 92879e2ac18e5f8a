import type { Verdict } from './judge.js';
import { prf } from './score.js';
import type { Prf } from './score.js';

/** How well links of one shape are found. */
export interface ShapeScore extends Prf {
  /** `1-2`: one Chinese, two English sentences. */
  readonly shape: string;
  /** Links of this shape in gold. */
  readonly gold: number;
  /** Links of this shape in the system's alignment. */
  readonly system: number;
  /** Links of this shape in both. */
  readonly both: number;
}

/** Strict scores by shape, one-sided shapes included, commonest in gold first. */
export function scoreShapes(verdicts: readonly Verdict[]): ShapeScore[] {
  const table = new Map<string, { gold: number; system: number; both: number }>();
  const row = (shape: string) => {
    const found = table.get(shape) ?? { gold: 0, system: 0, both: 0 };
    table.set(shape, found);
    return found;
  };
  for (const { precision, recall, oneSided } of verdicts) {
    for (const { shape } of [...recall, ...oneSided]) row(shape).gold += 1;
    for (const { shape, strict } of precision) {
      row(shape).system += 1;
      if (strict) row(shape).both += 1;
    }
  }
  return [...table]
    .map(([shape, { gold, system, both }]) => ({
      shape,
      gold,
      system,
      both,
      ...prf(both, system, both, gold),
    }))
    .sort((a, b) => b.gold - a.gold || b.system - a.system || (a.shape < b.shape ? -1 : 1));
}
