import type { NewContent } from '../store/index.js';
import type { Finished, Pool } from './pool.js';

/** Bytes of documents worked on early, at most: their results wait in memory, about as large. */
const MOST_BYTES = 16 << 20;
/** So many are with the pool at once: one thread is kept busy, and no second one is begun for them. */
const AT_ONCE = 96;

/**
 * Work on documents that are still on their way into the corpus: while a file is read, threads begin
 * and do what the build would wait for. A document is known by the SHA-256 of its content, on which
 * alone its results depend, so nothing is taken for something else whatever becomes of the corpus.
 */
export class EarlyWork {
  readonly pool: Pool;
  readonly #results = new Map<string, Promise<Finished>>();
  readonly #waiting: (() => void)[] = [];
  #left = MOST_BYTES;
  #busy = 0;

  constructor(pool: Pool) {
    this.pool = pool;
  }

  /** Takes a document up, as long as there is room. */
  offer({ sha256, bytes, packed }: Content): void {
    if (bytes > this.#left || this.#results.has(sha256)) return;
    this.#left -= bytes;
    const result = this.#whenFree(() => this.pool.run({ kind: 'packed', packed: packed() }));
    result.catch(() => undefined); // met by whoever takes it, if anybody does
    this.#results.set(sha256, result);
  }

  /** The result for a content, if it was taken up; given once. */
  take(sha256: string): Promise<Finished> | undefined {
    const result = this.#results.get(sha256);
    this.#results.delete(sha256);
    return result;
  }

  async #whenFree<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy >= AT_ONCE) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else this.#busy += 1;
    try {
      return await work();
    } finally {
      // Its place goes to the next, if one waits.
      const next = this.#waiting.shift();
      if (next === undefined) this.#busy -= 1;
      else next();
    }
  }
}

/** A document and what it is known by. */
type Content = Pick<NewContent, 'sha256' | 'bytes' | 'packed'>;
