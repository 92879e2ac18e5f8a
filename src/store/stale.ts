import type { DocumentId } from '../model/index.js';
import type { Context } from './context.js';
import { likenessIndex, type Likable } from './likeness.js';
import { number } from './row.js';

/**
 * Stands at the end of a signature when the results are right by themselves, but what comes before
 * them in the corpus has changed.
 */
const STALE_MARK = '?';

/** Fingerprints of pairs that came, went, or changed their part when a document was saved. */
export interface Changes {
  /** Of firsts: later repetitions name them. */
  readonly firsts: readonly number[];
  /** Of repetitions: later ones only count them. */
  readonly repeats: readonly number[];
  /** Of sides of firsts. */
  readonly zh: readonly number[];
  readonly en: readonly number[];
  readonly sketches: readonly Likable[];
}

/** Documents or translations are counted up to this: more makes no difference to anybody. */
export const MAX_COUNTED = 20;

/**
 * Pairs at least so alike are looked at again when one of them changes: lower than any likeness
 * that is of use as a limit, so whatever the limit is, nothing is missed.
 */
const MAY_BE_NEAR = 0.5;

/**
 * Marks later sources for another look whose pairs repeat, or nearly repeat, what changed here.
 *
 * What is a duplicate depends on what comes before it in corpus order. Changes reach only
 * forward, so one sweep over the pending sources in corpus order settles everything.
 */
export function staleDuplicates(context: Context, n: number, changes: Changes): number {
  if (!hasLater(context, n)) return 0;
  const near = new Set<number>();
  if (changes.sketches.length > 0) {
    const index = likenessIndex(context);
    index.foresee(changes.sketches.map(({ sketch }) => sketch));
    for (const { position, sketch } of changes.sketches) {
      const place = { document: n, position };
      for (const document of index.later(place, sketch, MAY_BE_NEAR)) near.add(document);
    }
  }
  return (
    markAll(context, n, changes.firsts) +
    markCounting(context, n, 'pair_key', changes.repeats) +
    markCounting(context, n, 'zh_key', changes.zh) +
    markCounting(context, n, 'en_key', changes.en) +
    (near.size === 0 ? 0 : reopen(context, OF_DOCUMENTS, JSON.stringify([...near])))
  );
}

/** Marks later documents with the same text: they are copies now. */
export function staleLaterCopies(context: Context, n: number, id: DocumentId): number {
  return reopen(
    context,
    `SELECT l.source FROM document d JOIN document_source l ON l.document = d.n
     WHERE d.id = ? AND d.n > ? AND d.duplicate_of IS NULL AND d.layout <> 'one-language'`,
    id,
    n,
  );
}

/** Marks the copies of a document: they are copies no more. */
export function releaseCopies(context: Context, n: number): number {
  return reopen(
    context,
    `SELECT l.source FROM document_source l JOIN document d ON d.n = l.document
     WHERE d.duplicate_of = ?`,
    n,
  );
}

/** A corpus that only grows has nothing later: the common case costs one look. */
function hasLater(context: Context, n: number): boolean {
  return context.sql.get('SELECT 1 FROM document WHERE n > ? LIMIT 1', n) !== undefined;
}

const OF_DOCUMENTS =
  'SELECT source FROM document_source WHERE document IN (SELECT value FROM json_each(?))';

/** Every later document with one of these pairs. */
function markAll(context: Context, n: number, keys: readonly number[]): number {
  if (keys.length === 0) return 0;
  return reopen(
    context,
    `SELECT l.source FROM json_each(?) k CROSS JOIN pair p ON p.pair_key = k.value
     CROSS JOIN document_source l ON l.document = p.document WHERE p.document > ?`,
    JSON.stringify(keys),
    n,
  );
}

const LATER = {
  pair_key: met('pair_key'),
  zh_key: met('zh_key'),
  en_key: met('en_key'),
};

/** Those of some keys that later documents have. */
function met(column: 'pair_key' | 'zh_key' | 'en_key'): string {
  return `SELECT k.value AS key FROM json_each(?) k
    WHERE EXISTS (SELECT 1 FROM pair WHERE ${column} = k.value AND document > ?)`;
}

/** Later documents with one of these keys for which the count of those before is not full yet. */
function markCounting(
  context: Context,
  n: number,
  column: 'pair_key' | 'zh_key' | 'en_key',
  keys: readonly number[],
): number {
  if (keys.length === 0) return 0;
  const met = context.sql
    .all(LATER[column], JSON.stringify(keys), n)
    .map((row) => number(row, 'key'));
  const counted = column === 'pair_key' ? 'document' : 'pair_key';
  return met.reduce((marked, key) => {
    const row = context.sql.get(
      `SELECT count(*) AS n, max(first) AS last FROM (SELECT min(document) AS first FROM pair
       WHERE ${column} = ? GROUP BY ${counted} ORDER BY first LIMIT ${MAX_COUNTED + 2})`,
      key,
    );
    const isFull = number(row ?? {}, 'n') === MAX_COUNTED + 2;
    const last = isFull ? number(row ?? {}, 'last') : Number.MAX_SAFE_INTEGER;
    if (last <= n) return marked;
    const sources = `SELECT l.source FROM pair p JOIN document_source l ON l.document = p.document
      WHERE p.${column} = ? AND p.document > ? AND p.document <= ?`;
    return marked + reopen(context, sources, key, n, last);
  }, 0);
}

/** @param sources - query for the numbers of the sources */
function reopen(
  context: Context,
  sources: string,
  ...values: readonly (string | number)[]
): number {
  const { sql } = context;
  const found = sql.all(
    `SELECT n FROM source WHERE signature IS NOT NULL AND signature NOT LIKE '%${STALE_MARK}'
     AND n IN (${sources})`,
    ...values,
  );
  // Looked up first: an update of many rows makes FTS5 write out what it has gathered.
  if (found.length === 0) return 0;
  return sql.run(
    `UPDATE source SET signature = signature || '${STALE_MARK}'
     WHERE n IN (SELECT value FROM json_each(?))`,
    JSON.stringify(found.map((row) => number(row, 'n'))),
  );
}
