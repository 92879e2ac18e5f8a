import type { Band } from './band.js';
import type { LexicalModel } from './lexical.js';
import { log1p } from './log-table.js';
import type { TablePair } from './model.js';
import { occurrencesOf } from './occurrences.js';

/** Which pairs of sentences are looked at, and how alike each is. */
export interface LikenessGrid {
  /** Int32 [m]: first and last English sentence looked at beside each Chinese one. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Int32 [m + 1]: pair (x, y) is at `offset[x] + y − from[x]`. */
  readonly offset: Int32Array;
  /** Float32 [pairs]: nats; below 0 for pairs less alike than chance. */
  readonly nats: Float32Array;
}

/** λ / (1 − λ), see `lexical.ts`. */
const ODDS = 2 / 3;
/** Taken off every pair, so that texts without any common word are no better than none. */
const OFF = 0.5;

/**
 * How much more alike single sentences of a band are than by chance, cheaply.
 *
 *     likeness = Σ w_y·ln(1 + odds·w_x·t(y|x) / (|I|·p(y)))  −  row mean · column mean / mean
 *
 * over the words x, y that translate each other: F(zh→en) of a 1-1 bead (`lexical.ts`), but
 * with each pair of words by itself. What is taken off is what the marginal sums alone would
 * give, as in a test of independence: long sentences and common words are like everything.
 *
 * @param band - positions; a pair is looked at if a 1-1 bead of it lies inside
 */
export function likenessOf(pair: TablePair, model: LexicalModel, band: Band): LikenessGrid {
  const grid = emptyGrid(band);
  const { from, to, offset, nats } = grid;
  const { zh, en } = pair;
  const { start, en: target, forward } = model.table;
  const p = model.background.en;
  const sentenceOf = sentencesOf(pair);
  const queues = occurrencesOf(en, model.background);
  const { head, next } = queues;
  for (let x = 0; x < band.m; x++) {
    queues.moveTo(from[x] as number, (to[x] as number) + 1);
    const row = (offset[x] as number) - (from[x] as number);
    const scale = ODDS / ((zh.mass[x + 1] as number) - (zh.mass[x] as number));
    const end = zh.start[x + 1] as number;
    for (let at = zh.start[x] as number; at < end; at++) {
      const token = zh.token[at] as number;
      const share = scale * (zh.weight[at] as number);
      const stop = start[token + 1] as number;
      for (let entry = start[token] as number; entry < stop; entry++) {
        const word = target[entry] as number;
        let k = head[word] as number;
        if (k < 0) continue;
        const met = log1p((share * (forward[entry] as number)) / (p[word] as number));
        for (; k >= 0; k = next[k] as number) {
          const cell = row + (sentenceOf[k] as number);
          nats[cell] = (nats[cell] as number) + met * (en.weight[k] as number);
        }
      }
    }
  }
  takeOffChance(grid, en.size);
  return grid;
}

function emptyGrid({ m, n, low, high }: Band): LikenessGrid {
  const from = new Int32Array(m);
  const to = new Int32Array(m);
  const offset = new Int32Array(m + 1);
  for (let x = 0; x < m; x++) {
    from[x] = Math.min(n - 1, low[x] as number);
    to[x] = Math.min(n - 1, high[x + 1] as number);
    offset[x + 1] = (offset[x] as number) + (to[x] as number) - (from[x] as number) + 1;
  }
  return { from, to, offset, nats: new Float32Array(offset[m] as number) };
}

/** Int32 [en entries]: the sentence of each entry. */
function sentencesOf({ en }: TablePair): Int32Array {
  const sentence = new Int32Array(en.token.length);
  for (let s = 0; s < en.size; s++) sentence.fill(s, en.start[s], en.start[s + 1]);
  return sentence;
}

function takeOffChance({ from, to, offset, nats }: LikenessGrid, n: number): void {
  const m = from.length;
  const rowSum = new Float64Array(m);
  const columnSum = new Float64Array(n);
  const columnCount = new Float64Array(n);
  let total = 0;
  for (let x = 0; x < m; x++) {
    let at = offset[x] as number;
    for (let y = from[x] as number; y <= (to[x] as number); y++, at++) {
      const value = nats[at] as number;
      rowSum[x] = (rowSum[x] as number) + value;
      columnSum[y] = (columnSum[y] as number) + value;
      columnCount[y] = (columnCount[y] as number) + 1;
    }
    total += rowSum[x] as number;
  }
  for (let y = 0; y < n; y++) {
    columnSum[y] = (columnSum[y] as number) / Math.max(1, columnCount[y] as number);
  }
  const mean = total / Math.max(1, nats.length);
  for (let x = 0; x < m && mean > 0; x++) {
    const width = (to[x] as number) - (from[x] as number) + 1;
    const factor = (rowSum[x] as number) / (width * mean);
    let at = offset[x] as number;
    for (let y = from[x] as number; y <= (to[x] as number); y++, at++) {
      nats[at] = (nats[at] as number) - factor * (columnSum[y] as number) - OFF;
    }
  }
}
