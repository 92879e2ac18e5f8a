import type { Background } from './background.js';
import type { Band } from './band.js';
import { log1p } from './log-table.js';
import { occurrencesOf, type OccurrenceQueues } from './occurrences.js';
import { MAX_EN, MAX_EN_BESIDE_MANY, MAX_ZH } from './shapes.js';
import type { TokenTable } from './token-table.js';
import type { TranslationTable } from './translation-table.js';

/**
 * The prefix sums behind `lexicalField`, filled from the first Chinese sentence to the last.
 *
 * Row i is for beads that end (forward) or start or end (backward) after i Chinese sentences.
 * It holds the English positions that those beads touch: from `low[i − 4]` to `high[i]`.
 */
export class LexicalRows {
  /** Float32 [rows][MAX_ZH][columns]: terms of English words before j given a zh sentences before i. */
  readonly forward: Float32Array;
  /** Float32 [rows][MAX_EN][columns]: terms of Chinese words before i given b en sentences from j on. */
  readonly backward: Float32Array;
  readonly #zh: TokenTable;
  readonly #en: TokenTable;
  readonly #table: TranslationTable;
  readonly #background: Background;
  readonly #band: Band;
  readonly #odds: number;
  /** Int32 [m + 1]: first English position, and number of positions before, of each row. */
  readonly #from: Int32Array;
  readonly #offset: Int32Array;
  readonly #queues: OccurrenceQueues;
  /** Float32 [en entries][MAX_ZH]: Σ w·t(entry|x) over the words of sentence x, at x mod MAX_ZH. */
  readonly #explained: Float32Array;
  /** Int32 [en entries]: the last Chinese sentence that has a translation of the entry. */
  readonly #touched: Int32Array;
  /** Int32 [en entries]: the sentence of each entry. */
  readonly #sentenceOf: Int32Array;
  /** Σ w·t(x|y) of one Chinese word, by English sentence. */
  readonly #bySentence: Float32Array;

  /** @param odds - λ / (1 − λ) */
  constructor(
    zh: TokenTable,
    en: TokenTable,
    model: { readonly table: TranslationTable; readonly background: Background },
    band: Band,
    odds: number,
  ) {
    this.#zh = zh;
    this.#en = en;
    this.#table = model.table;
    this.#background = model.background;
    this.#band = band;
    this.#odds = odds;
    this.#from = new Int32Array(band.m + 1);
    this.#offset = new Int32Array(band.m + 2);
    for (let i = 0; i <= band.m; i++) {
      const from = band.low[Math.max(0, i - MAX_ZH)] as number;
      this.#from[i] = from;
      this.#offset[i + 1] = (this.#offset[i] as number) + (band.high[i] as number) - from + 1;
    }
    const cells = this.#offset[band.m + 1] as number;
    this.forward = new Float32Array(cells * MAX_ZH);
    this.backward = new Float32Array(cells * MAX_EN);
    this.#queues = occurrencesOf(en, model.background);
    this.#explained = new Float32Array(en.token.length * MAX_ZH);
    this.#touched = new Int32Array(en.token.length).fill(-MAX_ZH);
    this.#sentenceOf = sentenceOfEntry(en);
    this.#bySentence = new Float32Array(en.size);
  }

  /** Place of English position 0 in `forward`, for beads of a zh sentences before i. */
  forwardAt(i: number, a: number): number {
    const offset = this.#offset[i] as number;
    const width = (this.#offset[i + 1] as number) - offset;
    return offset * MAX_ZH + (a - 1) * width - (this.#from[i] as number);
  }

  /** Place of English position 0 in `backward`, for beads of b en sentences. */
  backwardAt(i: number, b: number): number {
    const offset = this.#offset[i] as number;
    const width = (this.#offset[i + 1] as number) - offset;
    return offset * MAX_EN + (b - 1) * width - (this.#from[i] as number);
  }

  /** Fills row x + 1 with what Chinese sentence x adds; call for one sentence after another. */
  fill(x: number): void {
    const { m, low, high } = this.#band;
    const first = low[Math.max(0, x + 1 - MAX_ZH)] as number;
    this.#queues.moveTo(first, high[Math.min(m, x + MAX_ZH)] as number);
    this.#continueBackward(x + 1);
    const end = this.#zh.start[x + 1] as number;
    for (let at = this.#zh.start[x] as number; at < end; at++) this.#meet(x, at);
    this.#fillForward(x);
  }

  /** Starts a row of `backward` with the sums of the row above. */
  #continueBackward(i: number): void {
    const from = this.#from[i] as number;
    const to = (this.#band.high[i - 1] as number) + 1;
    for (let b = 1; b <= MAX_EN; b++) {
      const above = this.backwardAt(i - 1, b);
      this.backward.copyWithin(this.backwardAt(i, b) + from, above + from, above + to);
    }
  }

  /** Finds the translations of one Chinese word of sentence x within reach. */
  #meet(x: number, at: number): void {
    const { start, en, forward, backward } = this.#table;
    const { head, next } = this.#queues;
    const sums = this.#bySentence;
    const sentenceOf = this.#sentenceOf;
    const enWeight = this.#en.weight;
    const token = this.#zh.token[at] as number;
    const weight = this.#zh.weight[at] as number;
    let first = this.#en.size;
    let last = -1;
    const stop = start[token + 1] as number;
    for (let entry = start[token] as number; entry < stop; entry++) {
      let k = head[en[entry] as number] as number;
      if (k < 0) continue;
      const share = weight * (forward[entry] as number);
      const t = backward[entry] as number;
      for (; k >= 0; k = next[k] as number) {
        this.#explain(x, k, share);
        const j = sentenceOf[k] as number;
        if (j < first) first = j;
        if (j > last) last = j;
        sums[j] = (sums[j] as number) + t * (enWeight[k] as number);
      }
    }
    if (last < 0) return;
    this.#addBackward(x, at, first, last);
    sums.fill(0, first, last + 1);
  }

  /** Adds to what sentence x explains of an entry; a first touch clears the slots since the last. */
  #explain(x: number, k: number, share: number): void {
    const sums = this.#explained;
    const slot = k * MAX_ZH;
    const at = slot + (x % MAX_ZH);
    const age = x - (this.#touched[k] as number);
    if (age === 0) {
      sums[at] = (sums[at] as number) + share;
      return;
    }
    for (let d = 1; d < age && d < MAX_ZH; d++) sums[slot + ((x + MAX_ZH - d) % MAX_ZH)] = 0;
    sums[at] = share;
    this.#touched[k] = x;
  }

  /** Terms of one Chinese word for every English run that a bead of it in the band may have. */
  #addBackward(x: number, at: number, first: number, last: number): void {
    const { m, low, high } = this.#band;
    const { mass } = this.#en;
    const sums = this.#bySentence;
    const out = this.backward;
    const w = this.#zh.weight[at] as number;
    const scale = this.#odds / (this.#background.zh[this.#zh.token[at] as number] as number);
    const base = this.backwardAt(x + 1, 1);
    const width = this.backwardAt(x + 1, 2) - base;
    const alone = low[x] as number;
    const leastEnd = low[x + 1] as number;
    const mostEnd = high[Math.min(m, x + MAX_ZH)] as number;
    const from = Math.max(low[Math.max(0, x + 1 - MAX_ZH)] as number, first - MAX_EN + 1);
    const to = Math.min(last, high[x] as number);
    for (let j = from; j <= to; j++) {
      const most = Math.min(mostEnd - j, j < alone ? MAX_EN_BESIDE_MANY : MAX_EN);
      const before = mass[j] as number;
      let sum = 0;
      for (let b = 1; b <= most; b++) {
        sum += sums[j + b - 1] as number;
        if (sum === 0 || j + b < leastEnd) continue;
        const place = base + (b - 1) * width + j;
        const size = (mass[j + b] as number) - before;
        out[place] = (out[place] as number) + w * log1p((scale * sum) / size);
      }
    }
  }

  #fillForward(x: number): void {
    const { low, high } = this.#band;
    const { start } = this.#en;
    const out = this.forward;
    const touched = this.#touched;
    const base = this.forwardAt(x + 1, 1);
    const width = this.forwardAt(x + 1, 2) - base;
    const most = Math.min(MAX_ZH, x + 1);
    const end = high[x + 1] as number;
    // Beads of fewer Chinese sentences start further right: `least` is the fewest worth a sum.
    let least = most;
    for (let j = this.#from[x + 1] as number; j < end; j++) {
      for (let at = base + j; at < base + j + most * width; at += width) {
        out[at + 1] = out[at] as number;
      }
      while (least > 1 && j >= (low[x + 2 - least] as number)) least -= 1;
      const stop = start[j + 1] as number;
      for (let k = start[j] as number; k < stop; k++) {
        if (x - (touched[k] as number) < MAX_ZH) this.#addForward(x, k, least, most, base + j + 1);
      }
    }
  }

  /** Adds the terms of one English word given `least … most` Chinese sentences that end with x. */
  #addForward(x: number, k: number, least: number, most: number, at: number): void {
    const sums = this.#explained;
    const out = this.forward;
    const { mass } = this.#zh;
    const w = this.#en.weight[k] as number;
    const scale = this.#odds / (this.#background.en[this.#en.token[k] as number] as number);
    const width = this.forwardAt(x + 1, 2) - this.forwardAt(x + 1, 1);
    const top = mass[x + 1] as number;
    let sum = 0;
    for (let a = x - (this.#touched[k] as number) + 1; a <= most; a++) {
      sum += sums[k * MAX_ZH + ((x + 1 - a) % MAX_ZH)] as number;
      if (a < least) continue;
      const place = at + (a - 1) * width;
      const size = top - (mass[x + 1 - a] as number);
      out[place] = (out[place] as number) + w * log1p((scale * sum) / size);
    }
  }
}

function sentenceOfEntry(table: TokenTable): Int32Array {
  const sentence = new Int32Array(table.token.length);
  for (let s = 0; s < table.size; s++) {
    sentence.fill(s, table.start[s], table.start[s + 1]);
  }
  return sentence;
}
