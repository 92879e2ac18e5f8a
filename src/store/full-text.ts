import { enTerms, zhTerms } from './index-terms.js';
import { number, text } from './row.js';
import type { Sql } from './sqlite.js';

/** Both texts of a pair as `index-terms.ts` makes them. */
export interface Terms {
  readonly zh: string;
  readonly en: string;
}

/** Puts a pair's terms into the index, under the pair's row number. */
export function indexPair(sql: Sql, n: number, { zh, en }: Terms): void {
  sql.run('INSERT INTO pair_text (rowid, zh, en) VALUES (?, ?, ?)', n, zh, en);
}

/** Takes a pair out of the index; its terms stay in the file until {@link purgeIndex}. */
export function unindexPair(sql: Sql, n: number): void {
  sql.run('DELETE FROM pair_text WHERE rowid = ?', n);
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
      indexPair(sql, after, terms);
    }
    if (rows.length === 0) return;
  }
}
