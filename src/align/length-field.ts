import type { BeadSpan, Evidence } from './bead-span.js';
import { enRunLength, LOWEST, zhRunLength, type LengthModel, type RunLength } from './length.js';
import { MAX_EN, MAX_ZH, SHAPE_COUNT } from './shapes.js';
import type { TokenTable } from './token-table.js';

/**
 * Length evidence of every bead: `lengthEvidence` with all that one run alone decides worked
 * out once a run, so that a bead costs no logarithm and no division.
 */
export function lengthField(
  zh: TokenTable,
  en: TokenTable,
  model: LengthModel,
  weight: number,
): Evidence {
  const zhRuns = runTable(zh, MAX_ZH, (length, count) => zhRunLength(length, count, model));
  const enRuns = runTable(en, MAX_EN, (length, count) => enRunLength(length, count, model));
  return {
    addTo(scores: Float32Array, { i, a, b, from, to, at }: BeadSpan): void {
      const row = (i * MAX_ZH + a - 1) * FIELDS;
      const zhLength = zhRuns[row] as number;
      const zhExpected = zhRuns[row + 1] as number;
      const zhPrecision = zhRuns[row + 2] as number;
      const zhAlone = zhRuns[row + 3] as number;
      let place = at;
      let k = (from * MAX_EN + b - 1) * FIELDS;
      for (let j = from; j <= to; j++, place += SHAPE_COUNT, k += MAX_EN * FIELDS) {
        const forward = (enRuns[k] as number) - zhExpected;
        const backward = zhLength - (enRuns[k + 1] as number);
        const nats =
          zhAlone +
          (enRuns[k + 3] as number) -
          zhPrecision * forward * forward -
          (enRuns[k + 2] as number) * backward * backward;
        scores[place] = (scores[place] as number) + weight * (nats > LOWEST ? nats : LOWEST);
      }
    },
  };
}

/** Numbers kept of one run. */
const FIELDS = 4;

/** Float64 [size + 1][most][FIELDS]: the {@link RunLength} of the k + 1 sentences before p. */
function runTable(
  { size, length }: TokenTable,
  most: number,
  runLength: (length: number, count: number) => RunLength,
): Float64Array {
  const table = new Float64Array((size + 1) * most * FIELDS);
  for (let p = 1; p <= size; p++) {
    for (let k = 1; k <= Math.min(p, most); k++) {
      const run = runLength((length[p] as number) - (length[p - k] as number), k);
      const at = (p * most + k - 1) * FIELDS;
      table[at] = run.length;
      table[at + 1] = run.expected;
      table[at + 2] = run.precision;
      table[at + 3] = run.alone;
    }
  }
  return table;
}
