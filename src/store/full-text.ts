import type { Context } from './context.js';
import { enTerms, zhTerms } from './index-terms.js';
import { number, text } from './row.js';
import type { Sql } from './sqlite.js';

/** Both texts of a pair as `index-terms.ts` makes them. */
export interface Terms {
  readonly zh: string;
  readonly en: string;
}

/** What a transaction has for the index: written when it ends. */
export interface Unwritten {
  /** Row numbers of pairs whose terms go. */
  readonly gone: Set<number>;
  /** Terms by row number, of pairs that come or change. */
  readonly terms: Map<number, Terms>;
}

/** Nothing to be written. */
export function nothingUnwritten(): Unwritten {
  return { gone: new Set(), terms: new Map() };
}

/** Pairs whose terms wait in memory, at most. */
const MOST_WAITING = 20_000;

/** Puts a pair's terms into the index, under the pair's row number. */
export function indexPair(context: Context, n: number, terms: Terms): void {
  context.unwritten.terms.set(n, terms);
  if (context.unwritten.terms.size >= MOST_WAITING) writeIndex(context);
}

/** Puts other terms in place of a pair's. */
export function indexAgain(context: Context, n: number, terms: Terms): void {
  unindexPair(context, n);
  indexPair(context, n, terms);
}

/** Takes a pair out of the index; its terms stay in the file until {@link purgeIndex}. */
export function unindexPair({ unwritten }: Context, n: number): void {
  if (!unwritten.terms.delete(n)) unwritten.gone.add(n);
}

/**
 * Writes what was put off. FTS5 writes out what it has gathered at every step back in row numbers
 * and at every statement that may undo itself, such as one that deletes a pair: so all of a
 * transaction goes into it at once, and in order.
 */
export function writeIndex({ sql, unwritten: { gone, terms } }: Context): void {
  for (const n of ascending(gone)) sql.run(DELETE, n);
  gone.clear();
  for (const n of ascending(terms.keys())) insert(sql, n, terms.get(n) as Terms);
  terms.clear();
}

function ascending(numbers: Iterable<number>): number[] {
  return [...numbers].sort((one, other) => one - other);
}

const DELETE = 'DELETE FROM pair_text WHERE rowid = ?';

function insert(sql: Sql, n: number, { zh, en }: Terms): void {
  sql.run('INSERT INTO pair_text (rowid, zh, en) VALUES (?, ?, ?)', n, zh, en);
}

/** Parts of the index from which on {@link mergeIndex} makes one of them. */
const MANY_PARTS = 16;
/** Pages of the index that are written at most: more than so many parts have. */
const MOST_PAGES = 1 << 20;

/**
 * Makes one part of many: each transaction leaves one, and when there are 32 SQLite makes one of
 * them in the transaction that comes then, however short. Called when much was done, so that a
 * build that does little need not wait for it.
 */
export function mergeIndex(sql: Sql): void {
  sql.transaction(() => {
    // Written out: libsql hands numbers over as real ones, which FTS5 refuses.
    sql.exec(`INSERT INTO pair_text (pair_text, rank) VALUES ('usermerge', ${MANY_PARTS});
      INSERT INTO pair_text (pair_text, rank) VALUES ('merge', ${MOST_PAGES})`);
  });
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
