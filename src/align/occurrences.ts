import type { TokenTable } from './token-table.js';

/**
 * Where each token occurs inside a window of sentences that only moves forwards.
 *
 * One queue per token, as linked lists in arrays: sentences enter at the tail and leave at the
 * head, so moving the window costs O(tokens that enter or leave).
 */
export class OccurrenceQueues {
  /** Int32 [tokens]: first entry of each token inside the window, −1 for none. */
  readonly head: Int32Array;
  /** Int32 [entries]: next entry of the same token, −1 at the end. */
  readonly next: Int32Array;
  readonly #tail: Int32Array;
  readonly #table: TokenTable;
  #low = 0;
  #high = 0;

  constructor(table: TokenTable, tokens: number) {
    this.#table = table;
    this.head = new Int32Array(tokens).fill(-1);
    this.#tail = new Int32Array(tokens).fill(-1);
    this.next = new Int32Array(table.token.length).fill(-1);
  }

  /** Makes the window sentences `low … high − 1`; neither bound may go back. */
  moveTo(low: number, high: number): void {
    const { start, token } = this.#table;
    const entering = start[high] as number;
    for (let k = start[this.#high] as number; k < entering; k++) {
      const id = token[k] as number;
      const tail = this.#tail[id] as number;
      if (tail < 0) this.head[id] = k;
      else this.next[tail] = k;
      this.#tail[id] = k;
    }
    const leaving = start[low] as number;
    for (let k = start[this.#low] as number; k < leaving; k++) {
      const id = token[k] as number;
      this.head[id] = this.next[k] as number;
      if (this.head[id] < 0) this.#tail[id] = -1;
    }
    this.#low = low;
    this.#high = high;
  }
}
