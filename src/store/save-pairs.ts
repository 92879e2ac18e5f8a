import { pairId, type Pair, type PairId } from '../model/index.js';
import { carryDecisions } from './carry-decisions.js';
import type { Context } from './context.js';
import { saveTally } from './document-rows.js';
import { indexAgain, indexPair, unindexPair, type Terms } from './full-text.js';
import { enTerms, zhTerms } from './index-terms.js';
import { remember } from './history.js';
import { PAIR_COLUMNS, pairValues } from './pair-row.js';
import { playersOf, savePlayers } from './player-index.js';
import { changesOf, type Changes, type Part, type Player } from './players.js';
import { number, text } from './row.js';
import type { PreparedPair } from './prepare.js';
import type { Row, Value } from './sqlite.js';
import { countable } from './tally.js';

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
  readonly parts: Changes;
}

/** A pair to be saved: what the machine makes of it, its part, and what it is looked up by. */
export interface PairToSave extends Partial<PreparedPair> {
  readonly pair: Pair;
  readonly part: Part;
}

/**
 * Puts `pairs` in place of the pairs a document has, touching only rows that differ.
 *
 * @param n - number of the document
 */
export function savePairs(
  context: Context,
  n: number,
  documentKey: string,
  pairs: readonly PairToSave[],
): PairChanges {
  const before = formerRows(context, n);
  const made = pairs.map(({ pair }) => pair);
  const { decided, conflicts } = carryDecisions(context, documentKey, made);
  const counts = { added: 0, changed: 0, kept: 0 };
  const standing = made.map(decided);
  const gone = new Map(before);
  for (const [at, toSave] of pairs.entries()) {
    const now = standing[at] ?? toSave.pair;
    const former = before.get(now.id);
    gone.delete(now.id);
    counts[writePair(context, n, former, now, toSave)] += 1;
  }
  for (const row of gone.values()) removePair(context, row);
  saveTally(context, n, standing.map(countable));
  const [had, has] = [playersOf(context, n), playersIn(pairs)];
  savePlayers(context, n, had, has);
  return {
    counts: { ...counts, removed: gone.size, conflicts },
    parts: changesOf(had, idsIn(before.values()), has, idsAmong(made)),
  };
}

/** What the database has of the pairs of a document, by pair id. */
function formerRows(context: Context, n: number): Map<string, Row> {
  const sql = `SELECT n, made_ms, ${PAIR_COLUMNS.join()} FROM pair WHERE document = ?`;
  return new Map(context.sql.all(sql, n).map((row) => [text(row, 'id'), row]));
}

/** Players of a document that goes, as changes for later ones. */
export function playersGone(context: Context, n: number): PairChanges['parts'] {
  const rows = context.sql.all('SELECT id, position FROM pair WHERE document = ?', n);
  return changesOf(playersOf(context, n), idsIn(rows), [], () => undefined);
}

function playersIn(pairs: readonly PairToSave[]): Player[] {
  return pairs.flatMap(({ pair: { position }, part, print }) =>
    part === 'none' || print === undefined ? [] : [{ position, isFirst: part === 'first', print }],
  );
}

function idsIn(rows: Iterable<Row>): (position: number) => PairId | undefined {
  const ids = new Map(
    Array.from(rows, (row) => [number(row, 'position'), pairId(text(row, 'id'))]),
  );
  return (position) => ids.get(position);
}

function idsAmong(pairs: readonly Pair[]): (position: number) => PairId | undefined {
  const ids = new Map(pairs.map(({ position, id }) => [position, id]));
  return (position) => ids.get(position);
}

const INSERT = `INSERT INTO pair (${PAIR_COLUMNS.join()}, made_ms, run)
VALUES (${PAIR_COLUMNS.map(() => '?').join()}, ?, ?)`;
/** What a pair keeps as long as it lives; a statement that writes it makes FTS5 write out what it has gathered. */
const KEPT: ReadonlySet<string> = new Set(['id', 'document']);
/** What the index by place holds beside: a statement that writes it writes there, too. */
const PLACED: ReadonlySet<string> = new Set(['position', 'state', 'score']);
const MAY_CHANGE = PAIR_COLUMNS.filter((column) => !KEPT.has(column));
const UPDATE = updateOf(MAY_CHANGE);
const UPDATE_ONLY = updateOf(MAY_CHANGE.filter((column) => !PLACED.has(column)));

function updateOf(columns: readonly string[]): string {
  return `UPDATE pair SET ${columns.map((column) => `${column} = ?`).join()} WHERE n = ?`;
}

function writePair(
  context: Context,
  document: number,
  former: Row | undefined,
  now: Pair,
  made: PairToSave,
): 'added' | 'changed' | 'kept' {
  const values = pairValues(now, document);
  if (former === undefined) {
    const madeAt = context.clock().getTime();
    const n = context.sql.insert(INSERT, ...values, madeAt, context.run ?? null);
    indexPair(context, n, termsOf(now, made));
    return 'added';
  }
  const different = PAIR_COLUMNS.filter((column, at) => former[column] !== values[at]);
  if (different.length === 0) return 'kept';
  const n = number(former, 'n');
  updatePair(context, n, values, different);
  if (different.includes('zh') || different.includes('en')) {
    indexAgain(context, n, termsOf(now, made));
  }
  const told = different.filter((column) => TOLD.has(column));
  if (told.length > 0) {
    remember(context, {
      pair: now.id,
      what: 'changed',
      was: Object.fromEntries(told.map((column) => [column, former[column]])),
      became: Object.fromEntries(
        told.map((column) => [column, values[PAIR_COLUMNS.indexOf(column)]]),
      ),
    });
  }
  return 'changed';
}

function updatePair(
  { sql }: Context,
  n: number,
  values: readonly Value[],
  different: readonly string[],
): void {
  const movesInIndex = different.some((column) => PLACED.has(column));
  const written = values.filter((_value, at) => {
    const column = PAIR_COLUMNS[at] ?? '';
    return !KEPT.has(column) && (movesInIndex || !PLACED.has(column));
  });
  sql.run(movesInIndex ? UPDATE : UPDATE_ONLY, ...written, n);
}

/** The prepared terms, unless a person's words stand in place of the machine's. */
function termsOf(now: Pair, { pair, zhTerms: zh, enTerms: en }: PairToSave): Terms {
  const isAsMade = now.zh === pair.zh && now.en === pair.en;
  return isAsMade && zh !== undefined && en !== undefined
    ? { zh, en }
    : { zh: zhTerms(now.zh), en: enTerms(now.en) };
}

/** Columns whose change belongs into the history; a score moves with every build. */
const TOLD: ReadonlySet<string> = new Set(['zh', 'en', 'state', 'reason', 'shape']);

function removePair(context: Context, row: Row): void {
  const n = number(row, 'n');
  unindexPair(context, n);
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
