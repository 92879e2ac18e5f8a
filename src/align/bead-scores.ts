import { bandOffsets, type Band } from './band.js';
import type { LexicalField } from './lexical.js';
import { lengthEvidence, type LengthModel } from './length.js';
import { ANY_MARKS, FIRST_MARKS, LAST_MARKS } from './marks.js';
import type { Parameters } from './parameters.js';
import { SHAPE_A, SHAPE_B, SHAPE_COUNT } from './shapes.js';
import type { TokenTable } from './token-table.js';

/** Everything the score of a bead is computed from. */
export interface ScoringSide {
  readonly zh: TokenTable;
  readonly en: TokenTable;
  readonly lengths: LengthModel;
}

/** Marks of sentences `from … to − 1` taken as one run. */
export function runMarks(marks: Uint16Array, from: number, to: number): number {
  let any = 0;
  for (let s = from; s < to; s++) any |= marks[s] as number;
  const first = (marks[from] as number) & FIRST_MARKS;
  const last = (marks[to - 1] as number) & LAST_MARKS;
  return (any & ANY_MARKS) | first | last;
}

/**
 * Float32 [positions][SHAPE_COUNT]: score in nats of every two-sided bead that ends at a band
 * position; −∞ where it would start outside the band.
 *
 *     score = shape + w₁·F(zh→en) + w₂·F(en→zh) + w₃·LEN + Σ marks
 */
export function beadScores(
  side: ScoringSide,
  field: LexicalField,
  band: Band,
  parameters: Parameters,
): Float32Array {
  const offset = bandOffsets(band);
  const scores = new Float32Array((offset[band.m + 1] as number) * SHAPE_COUNT).fill(-Infinity);
  const agreement = markTableOf(parameters);
  const { zh, en, lengths } = side;
  const { zhToEn, enToZh, length } = parameters;
  const bias = Float64Array.from(parameters.shape);
  for (let i = 1; i <= band.m; i++) {
    const high = band.high[i] as number;
    const low = band.low[i] as number;
    for (let j = low; j <= high; j++) {
      const cell = ((offset[i] as number) + j - low) * SHAPE_COUNT;
      for (let s = 0; s < SHAPE_COUNT; s++) {
        const a = SHAPE_A[s] as number;
        const b = SHAPE_B[s] as number;
        if (a > i) break;
        const start = j - b;
        if (start < (band.low[i - a] as number) || start > (band.high[i - a] as number)) continue;
        const marks = (runMarks(zh.marks, i - a, i) << 8) | runMarks(en.marks, start, j);
        const zhLength = (zh.length[i] as number) - (zh.length[i - a] as number);
        const enLength = (en.length[j] as number) - (en.length[start] as number);
        scores[cell + s] =
          (bias[s] as number) +
          zhToEn * field.zhToEn(i, j, a, b) +
          enToZh * field.enToZh(i, j, a, b) +
          length * lengthEvidence(zhLength, a, enLength, b, lengths) +
          (agreement[marks] as number);
      }
    }
  }
  return scores;
}

const markTables = new WeakMap<Parameters, Float32Array>();

function markTableOf(parameters: Parameters): Float32Array {
  const known = markTables.get(parameters);
  if (known !== undefined) return known;
  const table = markTable(parameters);
  markTables.set(parameters, table);
  return table;
}

/** Float32 [256·256]: what two sets of marks say of each other, zh marks in the high byte. */
function markTable({ bothMarks, oneMark }: Parameters): Float32Array {
  const table = new Float32Array(0x10000);
  for (let index = 0; index < table.length; index++) {
    const both = (index >> 8) & index & 0xff;
    const one = ((index >> 8) ^ index) & 0xff;
    let sum = 0;
    for (let mark = 0; mark < 8; mark++) {
      if ((both >> mark) & 1) sum += bothMarks[mark] as number;
      if ((one >> mark) & 1) sum += oneMark[mark] as number;
    }
    table[index] = sum;
  }
  return table;
}
