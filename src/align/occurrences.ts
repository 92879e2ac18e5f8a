import type { Background } from './background.js';
import type { TokenTable } from './token-table.js';

/** Not in the window; end of a queue. */
const NONE = -1;

/**
 * Where each token occurs inside a window of sentences that only moves forwards.
 *
 * One queue per token, as linked lists in arrays: sentences enter at the tail and leave at the
 * head, so moving the window costs O(tokens that enter or leave).
 */
export class OccurrenceQueues {
  /** Int32 [tokens]: first entry of each token inside the window, −1 for none. */
  readonly head: Int32Array;
  /** Int32 [entries or more]: next entry of the same token, −1 at the end. */
  next = new Int32Array(4_096);
  readonly #tail: Int32Array;
  #table: TokenTable | undefined;
  #low = 0;
  #high = 0;

  constructor(tokens: number) {
    this.head = new Int32Array(tokens).fill(NONE);
    this.#tail = new Int32Array(tokens).fill(NONE);
  }

  /** Begins with an empty window before the first sentence of a table. */
  open(table: TokenTable): this {
    if (this.#table !== undefined) this.moveTo(this.#high, this.#high);
    this.#table = table;
    this.#low = 0;
    this.#high = 0;
    const entries = table.token.length;
    if (entries > this.next.length) this.next = new Int32Array(2 * entries);
    return this;
  }

  /** Makes the window sentences `low … high − 1`; neither bound may go back. */
  moveTo(low: number, high: number): void {
    if (this.#table === undefined) return;
    const { start, token } = this.#table;
    const { head, next } = this;
    const tails = this.#tail;
    const entering = start[high] as number;
    for (let k = start[this.#high] as number; k < entering; k++) {
      const id = token[k] as number;
      const tail = tails[id] as number;
      if (tail < 0) head[id] = k;
      else next[tail] = k;
      tails[id] = k;
      next[k] = NONE;
    }
    const leaving = start[low] as number;
    for (let k = start[this.#low] as number; k < leaving; k++) {
      const id = token[k] as number;
      const after = next[k] as number;
      head[id] = after;
      if (after < 0) tails[id] = NONE;
    }
    this.#low = low;
    this.#high = high;
  }
}

const shared = new WeakMap<Background, OccurrenceQueues>();

/**
 * Empty queues for one side of a document; the queues asked for before, of the same set, end.
 *
 * A set's queues are kept, because they are as long as its vocabulary: made anew for each
 * document, a set of many documents would cost the product of both.
 */
export function occurrencesOf(en: TokenTable, background: Background): OccurrenceQueues {
  const known = shared.get(background);
  if (known !== undefined) return known.open(en);
  const queues = new OccurrenceQueues(background.en.length);
  shared.set(background, queues);
  return queues.open(en);
}
