import { pairId, type Pair } from '../model/index.js';
import { carryDecisions } from './carry-decisions.js';
import type { Context } from './context.js';
import { saveTally } from './document-rows.js';
import { indexPair, unindexPair } from './full-text.js';
import { remember } from './history.js';
import { PAIR_COLUMNS, pairValues } from './pair-row.js';
import { maybeText, number, text } from './row.js';
import type { Row, Value } from './sqlite.js';
import type { FirstChanges } from './stale.js';

/** What saving did to the pairs of a document. */
export interface PairCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Pairs that were there and are the same. */
  readonly kept: number;
  /** Decisions of people that the machine now disagrees with, newly found. */
  readonly conflicts: number;
}

/** The same, with what it means for duplicates in later documents. */
export interface PairChanges {
  readonly counts: PairCounts;
  readonly firsts: FirstChanges;
}

/** Columns written beside the pair's own. */
const WRITTEN = [...PAIR_COLUMNS, 'text_key', 'is_first'] as const;

/**
 * Puts `pairs` in place of the pairs a document has, touching only rows that differ.
 *
 * @param n - number of the document
 * @param keyOf - duplicate key of a pair as the machine made it
 */
export function savePairs(
  context: Context,
  n: number,
  documentKey: string,
  pairs: readonly Pair[],
  keyOf: (pair: Pair) => string | undefined,
): PairChanges {
  const before = formerRows(context, n);
  const { decided, conflicts } = carryDecisions(context, documentKey, pairs);
  const counts = { added: 0, changed: 0, kept: 0 };
  const firsts = new Set<string>();
  const standing = pairs.map(decided);
  for (const [at, pair] of pairs.entries()) {
    const key = keyOf(pair);
    const isFirst = key !== undefined && pair.state === 'new';
    if (isFirst) firsts.add(key);
    const now = standing[at] ?? pair;
    const values = [...pairValues(now, n), key ?? null, isFirst ? 1 : 0];
    const former = before.get(pair.id);
    before.delete(pair.id);
    counts[writePair(context, former, now, values)] += 1;
  }
  saveTally(context, n, standing);
  const lost = new Set<string>();
  for (const row of before.values()) removePair(context, row);
  for (const key of before.firsts) if (!firsts.delete(key)) lost.add(key);
  return {
    counts: { ...counts, removed: before.size, conflicts },
    firsts: { gained: [...firsts], lost: [...lost] },
  };
}

/** The rows a document has, by pair id, and the keys it was first to bring. */
class FormerRows extends Map<string, Row> {
  readonly firsts = new Set<string>();
}

function formerRows(context: Context, n: number): FormerRows {
  const former = new FormerRows();
  const sql = `SELECT n, made_ms, ${WRITTEN.join()} FROM pair WHERE document = ?`;
  for (const row of context.sql.all(sql, n)) {
    former.set(text(row, 'id'), row);
    const key = maybeText(row, 'text_key');
    if (key !== undefined && row['is_first'] === 1) former.firsts.add(key);
  }
  return former;
}

const INSERT = `INSERT INTO pair (${WRITTEN.join()}, made_ms, run)
VALUES (${WRITTEN.map(() => '?').join()}, ?, ?)`;
const UPDATE = `UPDATE pair SET ${WRITTEN.map((column) => `${column} = ?`).join()} WHERE n = ?`;

function writePair(
  context: Context,
  former: Row | undefined,
  pair: Pair,
  values: readonly Value[],
): 'added' | 'changed' | 'kept' {
  if (former === undefined) {
    const made = context.clock().getTime();
    const n = context.sql.insert(INSERT, ...values, made, context.run ?? null);
    indexPair(context.sql, n, pair.zh, pair.en);
    return 'added';
  }
  const different = WRITTEN.filter((column, at) => former[column] !== values[at]);
  if (different.length === 0) return 'kept';
  const n = number(former, 'n');
  context.sql.run(UPDATE, ...values, n);
  if (different.includes('zh') || different.includes('en')) {
    unindexPair(context.sql, n);
    indexPair(context.sql, n, pair.zh, pair.en);
  }
  const told = different.filter((column) => TOLD.has(column));
  if (told.length > 0) {
    remember(context, {
      pair: pair.id,
      what: 'changed',
      was: Object.fromEntries(told.map((column) => [column, former[column]])),
      became: Object.fromEntries(told.map((column) => [column, values[WRITTEN.indexOf(column)]])),
    });
  }
  return 'changed';
}

/** Columns whose change belongs into the history; a score moves with every build. */
const TOLD: ReadonlySet<string> = new Set(['zh', 'en', 'state', 'reason', 'shape']);

function removePair(context: Context, row: Row): void {
  const n = number(row, 'n');
  unindexPair(context.sql, n);
  context.sql.run('DELETE FROM pair WHERE n = ?', n);
  remember(context, {
    pair: pairId(text(row, 'id')),
    what: 'removed',
    was: {
      zh: row['zh'],
      en: row['en'],
      state: row['state'],
      made: new Date(number(row, 'made_ms')).toISOString(),
    },
  });
}
