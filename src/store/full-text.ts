import type { Context } from './context.js';
import { enTerms, zhTerms } from './index-terms.js';
import { number, text } from './row.js';
import type { Sql } from './sqlite.js';

/** Both texts of a pair as `index-terms.ts` makes them. */
export interface Terms {
  readonly zh: string;
  readonly en: string;
}

/** Puts a pair's terms into the index, under the pair's row number. */
export function indexPair({ sql, unindexed }: Context, n: number, terms: Terms): void {
  if (unindexed.delete(n)) sql.run(DELETE, n); // a number may be given again
  insert(sql, n, terms);
}

/** Puts other terms in place of a pair's. */
export function indexAgain({ sql }: Context, n: number, terms: Terms): void {
  sql.run(DELETE, n);
  insert(sql, n, terms);
}

/**
 * Takes a pair out of the index when the transaction ends; its terms stay in the file until
 * {@link purgeIndex}. Put off, because FTS5 writes out what it has gathered at every step back.
 */
export function unindexPair({ unindexed }: Context, n: number): void {
  unindexed.add(n);
}

/** Takes out of the index what was put off. */
export function unindexAll({ sql, unindexed }: Context): void {
  if (unindexed.size === 0) return;
  for (const n of [...unindexed].sort((one, other) => one - other)) sql.run(DELETE, n);
  unindexed.clear();
}

const DELETE = 'DELETE FROM pair_text WHERE rowid = ?';

function insert(sql: Sql, n: number, { zh, en }: Terms): void {
  sql.run('INSERT INTO pair_text (rowid, zh, en) VALUES (?, ?, ?)', n, zh, en);
}

/**
 * Rewrites the index without what was taken out of it, so that no term of a text that had to
 * go is left in the file. Takes seconds for a million pairs.
 */
export function purgeIndex(sql: Sql): void {
  sql.exec("INSERT INTO pair_text (pair_text) VALUES ('optimize')");
}

/** Fills an empty index from the pairs: for migrations, and when {@link zhTerms} changes. */
export function indexAll(sql: Sql): void {
  for (let after = 0; ;) {
    const rows = sql.all('SELECT n, zh, en FROM pair WHERE n > ? ORDER BY n LIMIT 1000', after);
    for (const row of rows) {
      after = number(row, 'n');
      const terms = { zh: zhTerms(text(row, 'zh')), en: enTerms(text(row, 'en')) };
      insert(sql, after, terms);
    }
    if (rows.length === 0) return;
  }
}
