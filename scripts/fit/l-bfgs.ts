/** Value and gradient of a smooth function. */
export type Objective = (x: Float64Array) => { value: number; gradient: Float64Array };

/** Steps remembered for the curvature. */
const MEMORY = 8;
const MAX_STEPS = 400;
/** Stops when a step gains less than this share of the value. */
const TOLERANCE = 1e-6;

/**
 * Minimises a smooth function.
 *
 * Limited-memory BFGS (Nocedal 1980, Mathematics of Computation 35) with halving line search
 * (Armijo's condition, 10⁻⁴).
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  onStep: (step: number, value: number) => void,
): Float64Array {
  let x = start;
  let { value, gradient } = objective(x);
  const moves: { by: Float64Array; turn: Float64Array }[] = [];
  for (let step = 0; step < MAX_STEPS; step++) {
    const direction = descent(gradient, moves);
    const slope = dot(gradient, direction);
    let next: Float64Array | undefined;
    let found = { value, gradient };
    for (let length = 1; length > 1e-6 && next === undefined; length /= 2) {
      const tried = x.map((w, k) => w - length * (direction[k] as number));
      found = objective(tried);
      if (found.value <= value - 1e-4 * length * slope) next = tried;
    }
    if (next === undefined) break;
    const before = x;
    const by = next.map((w, k) => w - (before[k] as number));
    const old = gradient;
    const turn = found.gradient.map((g, k) => g - (old[k] as number));
    if (dot(by, turn) > 1e-10) moves.push({ by, turn });
    if (moves.length > MEMORY) moves.shift();
    const gain = value - found.value;
    x = next;
    ({ value, gradient } = found);
    onStep(step, value);
    if (gain < TOLERANCE * Math.abs(value)) break;
  }
  return x;
}

/** Two-loop recursion: the gradient turned by the curvature seen so far. */
function descent(
  gradient: Float64Array,
  moves: readonly { by: Float64Array; turn: Float64Array }[],
): Float64Array {
  const q = Float64Array.from(gradient);
  const shares = [...moves].reverse().map(({ by, turn }) => {
    const share = dot(by, q) / dot(by, turn);
    addTo(q, -share, turn);
    return share;
  });
  const last = moves.at(-1);
  const scale =
    last === undefined
      ? 1 / Math.sqrt(dot(gradient, gradient))
      : dot(last.by, last.turn) / dot(last.turn, last.turn);
  for (let k = 0; k < q.length; k++) q[k] = (q[k] as number) * scale;
  moves.forEach(({ by, turn }, at) => {
    const share = shares[moves.length - 1 - at] as number;
    addTo(q, share - dot(turn, q) / dot(by, turn), by);
  });
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}

function addTo(x: Float64Array, factor: number, y: Float64Array): void {
  for (let k = 0; k < x.length; k++) x[k] = (x[k] as number) + factor * (y[k] as number);
}
