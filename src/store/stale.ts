import type { DocumentId } from '../model/index.js';
import type { Context } from './context.js';
import { keyIndex, nearIndex } from './player-index.js';
import type { Changes } from './players.js';
import { number } from './row.js';

/**
 * Stands at the end of a signature when the results are right by themselves, but what comes before
 * them in the corpus has changed.
 */
const STALE_MARK = '?';

/** Documents or translations are counted up to this: more makes no difference to anybody. */
export const MAX_COUNTED = 20;

/** What of others makes a difference to a pair. */
export interface AcrossLimits {
  /** Likeness, 0–1, from which on pairs nearly repeat each other. */
  readonly likeness: number;
  /** Documents that hold a pair: whether there are so many, up to {@link MAX_COUNTED}. */
  readonly documents: number;
  /** Other translations of a side: the same. */
  readonly translations: number;
}

/** Where limits are not known, pairs at least so alike are looked at again: lower than any of use. */
const MAY_BE_NEAR = 0.5;

/**
 * Marks later sources for another look whose pairs repeat, or nearly repeat, what changed here.
 *
 * What is a duplicate depends on what comes before it in corpus order. Changes reach only
 * forward, so one sweep over the pending sources in corpus order settles everything.
 *
 * @param limits - of those by whom the documents were judged; otherwise more are marked
 */
export function staleDuplicates(
  context: Context,
  n: number,
  changes: Changes,
  limits?: AcrossLimits,
): number {
  if (!hasLater(context, n)) return 0;
  const [keys, near] = [keyIndex(context), nearIndex(context)];
  const later = new Set<number>();
  const add = (documents: Iterable<number>): void => {
    for (const document of documents) later.add(document);
  };
  for (const key of changes.firsts) add(keys.later(key, n));
  const { documents, translations, likeness } = limits ?? {};
  for (const key of changes.repeats) {
    const [most, changed] = documents === undefined ? [MAX_COUNTED] : [documents, 1];
    add(keys.laterCounting('pair', key, n, most, changed));
  }
  for (const side of ['zh', 'en'] as const) {
    for (const [key, count] of changes[side]) {
      const [most, changed] = translations === undefined ? [MAX_COUNTED] : [translations, count];
      add(keys.laterCounting(side, key, n, most, changed));
    }
  }
  for (const { position, sketch } of changes.sketches) {
    add(near.later({ document: n, position }, sketch, likeness ?? MAY_BE_NEAR));
  }
  return later.size === 0 ? 0 : reopen(context, OF_DOCUMENTS, JSON.stringify([...later]));
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
