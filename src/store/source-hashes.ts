import type { Context } from './context.js';
import { toTextPairs } from './gates.js';
import { json } from './row.js';
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
    const row = this.#context.sql.get(BEHIND, name, Math.min(MOST, 1 + 4 * this.#used));
    this.#ahead = new Map(toTextPairs(json(row ?? {}, 'list')));
    this.#used = 1;
    return this.#ahead.get(name);
  }
}

/** In one value: rows take ten times as long to come. */
const BEHIND = `SELECT json_group_array(json_array(key, sha256)) AS list FROM (
  SELECT key, sha256 FROM source
  WHERE n >= (SELECT n FROM source WHERE key = ?) ORDER BY n LIMIT ?)`;
