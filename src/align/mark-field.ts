import type { BeadSpan, Evidence } from './bead-span.js';
import { ANY_MARKS, FIRST_MARKS, LAST_MARKS, MARKS } from './marks.js';
import type { Parameters } from './parameters.js';
import { MAX_EN, MAX_ZH, SHAPE_COUNT } from './shapes.js';

/** Marks of sentences `from … to − 1` taken as one run. */
export function runMarks(marks: Uint16Array, from: number, to: number): number {
  let any = 0;
  for (let s = from; s < to; s++) any |= marks[s] as number;
  const first = (marks[from] as number) & FIRST_MARKS;
  const last = (marks[to - 1] as number) & LAST_MARKS;
  return (any & ANY_MARKS) | first | last;
}

/** Evidence of punctuation and dialogue: nats for every mark that both runs of a bead have or one. */
export function markField(zh: Uint16Array, en: Uint16Array, parameters: Parameters): Evidence {
  const zhRuns = runTable(zh, MAX_ZH);
  const enRuns = runTable(en, MAX_EN);
  const agreement = agreementOf(parameters);
  return {
    addTo(scores: Float32Array, { i, a, b, from, to, at }: BeadSpan): void {
      const row = (zhRuns[i * MAX_ZH + a - 1] as number) << 8;
      for (let j = from, place = at; j <= to; j++, place += SHAPE_COUNT) {
        const nats = agreement[row | (enRuns[j * MAX_EN + b - 1] as number)] as number;
        scores[place] = (scores[place] as number) + nats;
      }
    },
  };
}

/** Uint8 [size + 1][most]: marks of the run of k + 1 sentences that ends before sentence p. */
function runTable(marks: Uint16Array, most: number): Uint8Array {
  const table = new Uint8Array((marks.length + 1) * most);
  for (let p = 1; p <= marks.length; p++) {
    for (let k = 1; k <= Math.min(p, most); k++) {
      table[p * most + k - 1] = runMarks(marks, p - k, p);
    }
  }
  return table;
}

/** Tables by the weights of marks, which adapted parameters share. */
const tables = new WeakMap<
  readonly number[],
  { oneMark: readonly number[]; table: Float32Array }
>();

function agreementOf({ bothMarks, oneMark }: Parameters): Float32Array {
  const known = tables.get(bothMarks);
  if (known?.oneMark === oneMark) return known.table;
  const table = agreementTable(bothMarks, oneMark);
  tables.set(bothMarks, { oneMark, table });
  return table;
}

/** Float32 [256·256]: what two sets of marks say of each other, zh marks in the high byte. */
function agreementTable(bothMarks: readonly number[], oneMark: readonly number[]): Float32Array {
  const table = new Float32Array(0x10000);
  for (let index = 0; index < table.length; index++) {
    const both = (index >> 8) & index & 0xff;
    const one = ((index >> 8) ^ index) & 0xff;
    let sum = 0;
    for (let mark = 0; mark < MARKS; mark++) {
      if ((both >> mark) & 1) sum += bothMarks[mark] as number;
      if ((one >> mark) & 1) sum += oneMark[mark] as number;
    }
    table[index] = sum;
  }
  return table;
}
