import type { Context } from './context.js';
import { toNumbered, toStretchFacts } from './gates.js';
import { json, number } from './row.js';
import type { Row } from './sqlite.js';
import { storable } from './storable.js';

/** A document that came of a stretch of a file. */
export interface StretchDocument {
  /** As the file names it; absent if it does not. */
  readonly name?: string;
  /** SHA-256 of its content. */
  readonly sha256: string;
}

/** What is remembered of a stretch; `end` is the reader's own. */
export interface StretchFacts {
  readonly bytes: number;
  readonly lines: number;
  readonly sha256: string;
  /** What it is looked up by. */
  readonly first: string;
  /** `sha256` of the stretch before it, '' where there is none; absent if that was none to be known. */
  readonly before?: string;
  readonly end: { readonly name: string; readonly pairs: number };
  /** In order. */
  readonly documents: readonly StretchDocument[];
  readonly pairs: number;
}

/** A stretch of an earlier import. */
export interface StoredStretch extends StretchFacts {
  readonly order: number;
}

/** What the last imports of files held, so that the next one need not read what is the same. */
export class Stretches {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Stretches of a file that begin so and were read in such a way. */
  beginning(file: string, first: string, signature: string): readonly StoredStretch[] {
    const sql = `SELECT n, facts FROM import_stretch
      WHERE file = ? AND first = ? AND signature = ? ORDER BY n`;
    return this.#context.sql.all(sql, storable(file), first, signature).map((row) => toStored(row));
  }

  /** Some of those that come after one, the nearest first. */
  after(
    file: string,
    { order }: Pick<StoredStretch, 'order'>,
    signature: string,
    most: number,
  ): readonly StoredStretch[] {
    // In one value: rows take much longer to come.
    const sql = `SELECT '[' || group_concat('[' || n || ',' || facts || ']') || ']' AS list FROM (
      SELECT n, facts FROM import_stretch NOT INDEXED
      WHERE n > ? AND file = ? AND signature = ? ORDER BY n LIMIT ?)`;
    const row = this.#context.sql.get(sql, order, storable(file), signature, most);
    return toNumbered(json(row ?? {}, 'list') ?? []).map(([order, facts]) => {
      return { ...toStretchFacts(facts), order };
    });
  }

  /** Remembers what a file holds now: some of the stretches known, and others. */
  replace(
    file: string,
    signature: string,
    kept: readonly StoredStretch[],
    added: readonly StretchFacts[],
  ): void {
    const { sql } = this.#context;
    sql.transaction(() => {
      sql.run(
        `DELETE FROM import_stretch WHERE file = ? AND n NOT IN (SELECT value FROM json_each(?))`,
        storable(file),
        JSON.stringify(kept.map(({ order }) => order)),
      );
      for (const facts of added) {
        sql.run(
          'INSERT INTO import_stretch (file, first, signature, facts) VALUES (?, ?, ?, ?)',
          storable(file),
          facts.first,
          signature,
          JSON.stringify(facts),
        );
      }
    });
  }
}

function toStored(row: Row): StoredStretch {
  return { ...toStretchFacts(json(row, 'facts')), order: number(row, 'n') };
}
