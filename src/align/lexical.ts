import type { Background } from './background.js';
import type { Band } from './band.js';
import { log1p } from './log-table.js';
import { OccurrenceQueues } from './occurrences.js';
import { MAX_EN, MAX_ZH } from './shapes.js';
import type { TokenTable } from './token-table.js';
import type { TranslationTable } from './translation-table.js';

/** Share of a sentence's words that the other side explains; the rest is background. */
export const LAMBDA = 0.4;
const ODDS = LAMBDA / (1 - LAMBDA);
/** ln(1 − λ): what every unexplained word costs, in nats. */
const MISS = Math.log(1 - LAMBDA);

/** What the lexical evidence of a document is computed from. */
export interface LexicalModel {
  readonly table: TranslationTable;
  readonly background: Background;
}

/**
 * Lexical evidence for every bead inside a band, in O(1) a bead after O(tokens) a sentence.
 *
 *     F(I→J) = Σ_{y∈J} w_y · ln(1 − λ + λ·S_y / (|I|·p(y))),   S_y = Σ_{x∈I} w_x·t(y|x)
 *
 * the log-likelihood ratio of IBM Model 1 (Brown et al. 1993, Computational Linguistics 19(2),
 * §4.2) against the background, with |I| = Σ w_x. Each word of J adds its own term, so the sum
 * over J splits into sentences: prefix sums answer any run of them.
 */
export interface LexicalField {
  /** F(zh→en) of the bead of a zh sentences before i and b en sentences before j, in nats. */
  zhToEn(i: number, j: number, a: number, b: number): number;
  /** F(en→zh) of the same bead. */
  enToZh(i: number, j: number, a: number, b: number): number;
}

/** English sentences that any bead holding Chinese sentence x may touch. */
function reach(band: Band, x: number): readonly [from: number, to: number] {
  const from = band.low[Math.max(0, x + 1 - MAX_ZH)] as number;
  const to = band.high[Math.min(band.m, x + MAX_ZH)] as number;
  return [from, to];
}

/** Computes the lexical evidence of a document inside a band. */
export function lexicalField(
  zh: TokenTable,
  en: TokenTable,
  model: LexicalModel,
  band: Band,
): LexicalField {
  const { m } = band;
  const from = new Int32Array(m);
  const offset = new Float64Array(m + 1);
  for (let x = 0; x < m; x++) {
    const [low, high] = reach(band, x);
    from[x] = low;
    offset[x + 1] = (offset[x] as number) + (high - low + 1);
  }
  const cells = offset[m] as number;
  const forward = new Float32Array(cells * MAX_ZH);
  const backward = new Float32Array(cells * MAX_EN);
  const work = new FieldWork(zh, en, model);
  for (let x = 0; x < m; x++) {
    const [low, high] = reach(band, x);
    work.moveTo(x, low, high);
    work.fillForward(x, low, high, forward, (offset[x] as number) * MAX_ZH);
    work.fillBackward(x, low, high, backward, (offset[x] as number) * MAX_EN);
  }
  return {
    zhToEn(i, j, a, b) {
      const x = i - 1;
      const at = ((offset[x] as number) + j - (from[x] as number)) * MAX_ZH + a - 1;
      return (forward[at] as number) - (forward[at - b * MAX_ZH] as number);
    },
    enToZh(i, j, a, b) {
      let sum = 0;
      for (let x = i - a; x < i; x++) {
        const at = ((offset[x] as number) + j - b - (from[x] as number)) * MAX_EN + b - 1;
        sum += backward[at] as number;
      }
      return sum;
    },
  };
}

/** The moving parts of {@link lexicalField}: one Chinese sentence at a time, from the top. */
class FieldWork {
  readonly #zh: TokenTable;
  readonly #en: TokenTable;
  readonly #model: LexicalModel;
  readonly #queues: OccurrenceQueues;
  /** Σ_x w_x·t(y|x) for the last MAX_ZH sentences x, by English entry. */
  readonly #rows: Float32Array[] = [];
  readonly #rowFrom: number[] = [];
  readonly #rowTo: number[] = [];
  /** Σ_y w_y·t(x|y) of one Chinese token by English sentence, and which are not 0. */
  #bySentence = new Float32Array(256);
  readonly #sentenceOf: Int32Array;

  constructor(zh: TokenTable, en: TokenTable, model: LexicalModel) {
    this.#zh = zh;
    this.#en = en;
    this.#model = model;
    this.#queues = new OccurrenceQueues(en, model.background.en.length);
    this.#sentenceOf = sentenceOfEntry(en);
    for (let a = 0; a < MAX_ZH; a++) {
      this.#rows.push(new Float32Array(1024));
      this.#rowFrom.push(0);
      this.#rowTo.push(0);
    }
  }

  /** Brings English sentences `low … high − 1` into reach and finds the matches of sentence x. */
  moveTo(x: number, low: number, high: number): void {
    this.#queues.moveTo(low, high);
    const slot = x % MAX_ZH;
    const first = this.#en.start[low] as number;
    const last = this.#en.start[high] as number;
    const row = this.#rowOf(slot, last - first);
    row.fill(0, 0, last - first);
    this.#rowFrom[slot] = first;
    this.#rowTo[slot] = last;
    const { start, en, forward } = this.#model.table;
    const { head, next } = this.#queues;
    const end = this.#zh.start[x + 1] as number;
    for (let at = this.#zh.start[x] as number; at < end; at++) {
      const token = this.#zh.token[at] as number;
      const weight = this.#zh.weight[at] as number;
      const stop = start[token + 1] as number;
      for (let entry = start[token] as number; entry < stop; entry++) {
        const share = weight * (forward[entry] as number);
        let k = head[en[entry] as number] as number;
        for (; k >= 0; k = next[k] as number) row[k - first] = (row[k - first] as number) + share;
      }
    }
  }

  #rowOf(slot: number, size: number): Float32Array {
    let row = this.#rows[slot] as Float32Array;
    if (row.length < size) {
      row = new Float32Array(size * 2);
      this.#rows[slot] = row;
    }
    return row;
  }

  /** Float32 [high − low + 1][MAX_ZH]: prefix sums over English sentences, by number of zh sentences. */
  fillForward(x: number, low: number, high: number, out: Float32Array, base: number): void {
    const { start, token, weight, mass } = this.#en;
    const p = this.#model.background.en;
    const zhMass = this.#zh.mass;
    const first = this.#rowFrom[x % MAX_ZH] as number;
    for (let a = 1; a <= MAX_ZH; a++) {
      out[base + a - 1] = 0;
    }
    const top = zhMass[x + 1] as number;
    for (let j = low; j < high; j++) {
      const at = base + (j - low) * MAX_ZH;
      const missed = MISS * ((mass[j + 1] as number) - (mass[j] as number));
      for (let a = 0; a < MAX_ZH; a++) out[at + MAX_ZH + a] = (out[at + a] as number) + missed;
      const last = start[j + 1] as number;
      for (let k = start[j] as number; k < last; k++) {
        let sum = 0;
        const chance = p[token[k] as number] as number;
        const w = weight[k] as number;
        for (let a = 0; a < MAX_ZH && a <= x; a++) {
          const slot = (x - a) % MAX_ZH;
          const row = this.#rows[slot] as Float32Array;
          if (a === 0) sum = row[k - first] as number;
          else if (k < (this.#rowTo[slot] as number)) {
            sum += row[k - (this.#rowFrom[slot] as number)] as number;
          }
          if (sum === 0) continue;
          const size = top - (zhMass[x - a] as number);
          const to = at + MAX_ZH + a;
          out[to] = (out[to] as number) + w * log1p((ODDS * sum) / (size * chance));
        }
      }
    }
  }

  /** Float32 [high − low + 1][MAX_EN]: terms of sentence x given b English sentences from j on. */
  fillBackward(x: number, low: number, high: number, out: Float32Array, base: number): void {
    const missed = MISS * ((this.#zh.mass[x + 1] as number) - (this.#zh.mass[x] as number));
    const cells = (high - low + 1) * MAX_EN;
    out.fill(missed, base, base + cells);
    if (this.#bySentence.length < high - low + MAX_EN) {
      this.#bySentence = new Float32Array((high - low + MAX_EN) * 2);
    }
    const end = this.#zh.start[x + 1] as number;
    for (let at = this.#zh.start[x] as number; at < end; at++) {
      this.#addToken(at, low, high, out, base);
    }
  }

  #addToken(at: number, low: number, high: number, out: Float32Array, base: number): void {
    const token = this.#zh.token[at] as number;
    const { start, en, backward } = this.#model.table;
    const { head, next } = this.#queues;
    const sums = this.#bySentence;
    let first = high;
    let last = -1;
    const stop = start[token + 1] as number;
    for (let entry = start[token] as number; entry < stop; entry++) {
      const t = backward[entry] as number;
      let k = head[en[entry] as number] as number;
      for (; k >= 0; k = next[k] as number) {
        const j = this.#sentenceOf[k] as number;
        if (j < first) first = j;
        if (j > last) last = j;
        sums[j - low] = (sums[j - low] as number) + t * (this.#en.weight[k] as number);
      }
    }
    if (last < 0) return;
    const w = this.#zh.weight[at] as number;
    const scale = ODDS / (this.#model.background.zh[token] as number);
    const { mass } = this.#en;
    for (let j = Math.max(low, first - MAX_EN + 1); j <= last; j++) {
      let sum = 0;
      const before = mass[j] as number;
      const cell = base + (j - low) * MAX_EN;
      for (let b = 1; b <= MAX_EN && j + b <= high; b++) {
        sum += sums[j + b - 1 - low] as number;
        if (sum === 0) continue;
        const size = (mass[j + b] as number) - before;
        out[cell + b - 1] = (out[cell + b - 1] as number) + w * log1p((scale * sum) / size);
      }
    }
    sums.fill(0, first - low, last - low + 1);
  }
}

function sentenceOfEntry(table: TokenTable): Int32Array {
  const sentence = new Int32Array(table.token.length);
  for (let s = 0; s < table.size; s++) {
    sentence.fill(s, table.start[s], table.start[s + 1]);
  }
  return sentence;
}
