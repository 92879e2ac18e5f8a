/** One outcome, what it depends on, and the group it comes from. */
export interface Outcome {
  readonly group: string;
  readonly isGood: boolean;
  readonly values: readonly number[];
}

const ROUNDS = 15;
/** Keeps the equations solvable where a value never changes. */
const RIDGE = 1e-6;

/**
 * Logistic regression by Newton's method; each group weighs by the square root of its size.
 *
 * @returns one weight for each value
 */
export function fitLogistic(rows: readonly Outcome[]): number[] {
  const counts = new Map<string, number>();
  for (const { group } of rows) counts.set(group, (counts.get(group) ?? 0) + 1);
  const width = rows[0]?.values.length ?? 0;
  let weights: number[] = Array.from({ length: width }, () => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const curve = Array.from({ length: width }, (_, at) =>
      Array.from({ length: width }, (_, other): number => (at === other ? RIDGE : 0)),
    );
    const slope: number[] = Array.from({ length: width }, () => 0);
    for (const { group, isGood, values } of rows) {
      const weight = 1 / Math.sqrt(counts.get(group) ?? 1);
      const logit = values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-logit));
      values.forEach((value, at) => {
        slope[at] = (slope[at] ?? 0) + weight * ((isGood ? 1 : 0) - chance) * value;
        const row = curve[at] ?? [];
        values.forEach((other, to) => {
          row[to] = (row[to] ?? 0) + weight * chance * (1 - chance) * value * other;
        });
      });
    }
    const step = solve(curve, slope);
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
  }
  return weights;
}

/** Solves a small positive definite system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  rows.forEach((pivot, at) => {
    for (const row of rows.slice(at + 1)) {
      const share = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let to = at; to < row.length; to++) row[to] = (row[to] ?? 0) - share * (pivot[to] ?? 0);
    }
  });
  const found: number[] = [];
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] ?? [];
    let value = row[rows.length] ?? 0;
    for (let to = at + 1; to < rows.length; to++) value -= (row[to] ?? 0) * (found[to] ?? 0);
    found[at] = value / (row[at] ?? 1);
  }
  return found;
}
