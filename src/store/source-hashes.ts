import type { Context } from './context.js';
import { text } from './row.js';
import { storable } from './storable.js';

/** Sources read ahead, at most. */
const MOST = 1_000;

/**
 * SHA-256 of the contents of sources, for who asks for thousands of them: as long as they are asked
 * for in the order of the corpus, more and more come at a time.
 */
export class SourceHashes {
  readonly #context: Context;
  #ahead: ReadonlyMap<string, string> = new Map();
  #used = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  /** That of a source, if the corpus has it. */
  of(key: string): string | undefined {
    const name = storable(key);
    const known = this.#ahead.get(name);
    if (known !== undefined) {
      this.#used += 1;
      return known;
    }
    const rows = this.#context.sql.all(BEHIND, name, Math.min(MOST, 1 + 4 * this.#used));
    if (rows.length === 0) return undefined;
    this.#ahead = new Map(rows.map((row) => [text(row, 'key'), text(row, 'sha256')]));
    this.#used = 1;
    return this.#ahead.get(name);
  }
}

const BEHIND = `SELECT key, sha256 FROM source
  WHERE n >= (SELECT n FROM source WHERE key = ?) ORDER BY n LIMIT ?`;
