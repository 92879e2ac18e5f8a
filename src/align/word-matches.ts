import type { TokenTable } from './token-table.js';
import type { TranslationTable } from './translation-table.js';

/** English sentences `from … to − 1` that one Chinese sentence is compared with. */
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

  constructor(zh: TokenTable, en: TokenTable, table: TranslationTable, reach: Reach) {
    this.start = new Uint32Array(zh.size + 1);
    const places = placesByToken(en);
    for (let x = 0; x < zh.size; x++) {
      const first = en.start[reach.from[x] as number] as number;
      const last = en.start[Math.max(reach.from[x] as number, reach.to[x] as number)] as number;
      const end = zh.start[x + 1] as number;
      for (let at = zh.start[x] as number; first < last && at < end; at++) {
        const stop = table.start[(zh.token[at] as number) + 1] as number;
        for (let row = table.start[zh.token[at] as number] as number; row < stop; row++) {
          const list = places.get(table.en[row] as number);
          if (list === undefined) continue;
          for (let k = lowerBound(list, first); k < list.length; k++) {
            const y = list[k] as number;
            if (y >= last) break;
            const t = table.forward[row] as number;
            const back = table.backward[row] as number;
            this.#add(at, y, t * (zh.weight[at] as number), back * (en.weight[y] as number));
          }
        }
      }
      this.start[x + 1] = this.#size;
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

/** Entries of each token, ascending. */
function placesByToken({ token }: TokenTable): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  token.forEach((id, entry) => {
    const list = places.get(id);
    if (list === undefined) places.set(id, [entry]);
    else list.push(entry);
  });
  return places;
}

/** Place of the first number of a sorted list that is at least `least`. */
function lowerBound(list: readonly number[], least: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
