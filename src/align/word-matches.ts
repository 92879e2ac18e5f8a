import type { LexicalModel } from './lexical.js';
import { occurrencesOf, type OccurrenceQueues } from './occurrences.js';
import type { TokenTable } from './token-table.js';

/** English sentences `from … to − 1` that one Chinese sentence is compared with; none if empty. */
export interface Reach {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/**
 * Pairs of words that may translate each other, for every Chinese sentence of a text and the
 * English sentences in its reach.
 *
 * Matches of Chinese sentence x are numbers `start[x] … start[x + 1] − 1`, in order of their
 * Chinese entry. Linear in the number of matches.
 */
export class WordMatches {
  /** Uint32 [zh sentences + 1]. */
  readonly start: Uint32Array;
  /** Entries of the Chinese and of the English {@link TokenTable}. */
  zh = new Uint32Array(4_096);
  en = new Uint32Array(4_096);
  /** w_x·t(y|x) and w_y·t(x|y). */
  forward = new Float32Array(4_096);
  backward = new Float32Array(4_096);
  #size = 0;

  constructor(zh: TokenTable, en: TokenTable, model: LexicalModel, { from, to }: Reach) {
    this.start = new Uint32Array(zh.size + 1);
    const queues = occurrencesOf(en, model.background);
    const leave = lowestFrom(from);
    let enter = 0;
    for (let x = 0; x < zh.size; x++) {
      const [low, high] = [from[x] as number, to[x] as number];
      if (low < high) {
        enter = Math.max(enter, high);
        queues.moveTo(leave[x] as number, enter);
        const last = en.start[high] as number;
        this.#meet(x, en.start[low] as number, last, zh, en, model.table, queues);
      }
      this.start[x + 1] = this.#size;
    }
  }

  /** Finds the English entries `first … last − 1` that words of Chinese sentence x may mean. */
  #meet(
    x: number,
    first: number,
    last: number,
    zh: TokenTable,
    en: TokenTable,
    table: LexicalModel['table'],
    { head, next }: OccurrenceQueues,
  ): void {
    const { start, en: target, forward, backward } = table;
    const end = zh.start[x + 1] as number;
    for (let at = zh.start[x] as number; at < end; at++) {
      const token = zh.token[at] as number;
      const weight = zh.weight[at] as number;
      const stop = start[token + 1] as number;
      for (let row = start[token] as number; row < stop; row++) {
        let y = head[target[row] as number] as number;
        while (y >= 0 && y < first) y = next[y] as number;
        if (y < 0) continue;
        const t = forward[row] as number;
        const back = backward[row] as number;
        for (; y >= 0 && y < last; y = next[y] as number) {
          this.#add(at, y, t * weight, back * (en.weight[y] as number));
        }
      }
    }
  }

  #add(zh: number, en: number, forward: number, backward: number): void {
    if (this.#size === this.zh.length) this.#grow();
    this.zh[this.#size] = zh;
    this.en[this.#size] = en;
    this.forward[this.#size] = forward;
    this.backward[this.#size] = backward;
    this.#size += 1;
  }

  #grow(): void {
    const { zh, en, forward, backward } = this;
    const size = 2 * zh.length;
    (this.zh = new Uint32Array(size)).set(zh);
    (this.en = new Uint32Array(size)).set(en);
    (this.forward = new Float32Array(size)).set(forward);
    (this.backward = new Float32Array(size)).set(backward);
  }
}

/** Int32 [zh sentences]: the lowest English sentence that this or a later one reaches. */
function lowestFrom(from: Int32Array): Int32Array {
  const lowest = from.slice();
  for (let x = lowest.length - 2; x >= 0; x--) {
    lowest[x] = Math.min(lowest[x] as number, lowest[x + 1] as number);
  }
  return lowest;
}
