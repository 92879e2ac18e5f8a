/** A labelled feature vector; `weight` is its share in the fit. */
export interface Example {
  readonly features: readonly number[];
  readonly isGood: boolean;
  readonly weight: number;
}

/** Weights of the features and, last, the constant. */
export type Weights = Float64Array;

const MAX_STEPS = 30;
const CLOSE_ENOUGH = 1e-7;

/**
 * Logistic regression with an L2 penalty, by Newton's method.
 *
 *     minimise −Σ w·ln p(label | features) + λ/2·Σ θ²      (the constant is not penalised)
 */
export function fitLogistic(examples: readonly Example[], penalty: number): Weights {
  const size = (examples[0]?.features.length ?? 0) + 1;
  const theta = new Float64Array(size);
  for (let step = 0; step < MAX_STEPS; step++) {
    const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
    for (const example of examples) addExample(example, theta, rows);
    for (let j = 0; j < size - 1; j++) {
      const row = rows[j] as Float64Array;
      row[j] = (row[j] as number) + penalty;
      row[size] = (row[size] as number) - penalty * (theta[j] as number);
    }
    for (let j = 0; j < size; j++) {
      for (let k = j + 1; k < size; k++) {
        (rows[j] as Float64Array)[k] = (rows[k] as Float64Array)[j] as number;
      }
    }
    const change = solve(rows);
    for (let j = 0; j < size; j++) theta[j] = (theta[j] as number) + (change[j] as number);
    if (change.every((value) => Math.abs(value) < CLOSE_ENOUGH)) break;
  }
  return theta;
}

/** Log-odds of being good. */
export function logitOf(theta: Weights, features: readonly number[]): number {
  let logit = theta[features.length] as number;
  for (let j = 0; j < features.length; j++) logit += (theta[j] as number) * (features[j] as number);
  return logit;
}

/** Adds one example to the lower triangle of the Hessian and to the gradient (last column). */
function addExample(example: Example, theta: Weights, rows: readonly Float64Array[]): void {
  const { features, weight } = example;
  const size = theta.length;
  const p = 1 / (1 + Math.exp(-logitOf(theta, features)));
  const error = weight * ((example.isGood ? 1 : 0) - p);
  const curve = weight * Math.max(1e-6, p * (1 - p));
  for (let j = 0; j < size; j++) {
    const row = rows[j] as Float64Array;
    const x = j < size - 1 ? (features[j] as number) : 1;
    row[size] = (row[size] as number) + error * x;
    if (x === 0) continue;
    for (let k = 0; k <= j; k++) {
      const y = k < size - 1 ? (features[k] as number) : 1;
      row[k] = (row[k] as number) + curve * x * y;
    }
  }
}

/** Gauss–Jordan elimination with pivots; rows are [matrix | right side]. */
function solve(rows: Float64Array[]): Float64Array {
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    let pivot = at;
    for (let k = at + 1; k < size; k++) {
      if (Math.abs(cell(rows, k, at)) > Math.abs(cell(rows, pivot, at))) pivot = k;
    }
    [rows[at], rows[pivot]] = [rows[pivot] as Float64Array, rows[at] as Float64Array];
    const divisor = cell(rows, at, at) || 1e-12;
    for (let k = 0; k < size; k++) {
      if (k === at) continue;
      const factor = cell(rows, k, at) / divisor;
      if (factor === 0) continue;
      const [row, from] = [rows[k] as Float64Array, rows[at] as Float64Array];
      for (let m = at; m <= size; m++) row[m] = (row[m] as number) - factor * (from[m] as number);
    }
  }
  return Float64Array.from(
    { length: size },
    (_, at) => cell(rows, at, size) / (cell(rows, at, at) || 1e-12),
  );
}

function cell(rows: readonly Float64Array[], row: number, column: number): number {
  return (rows[row] as Float64Array)[column] as number;
}
