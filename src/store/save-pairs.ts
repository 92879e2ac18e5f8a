import { pairId, type Pair } from '../model/index.js';
import { carryDecisions } from './carry-decisions.js';
import type { Context } from './context.js';
import { saveTally } from './document-rows.js';
import { indexAgain, indexPair, unindexPair, type Terms } from './full-text.js';
import { enTerms, zhTerms } from './index-terms.js';
import { remember } from './history.js';
import { likablesOf, saveLikables, type Likable } from './likeness.js';
import { PAIR_COLUMNS, pairValues } from './pair-row.js';
import { keysOf, Players, type Part } from './parts.js';
import { number, text } from './row.js';
import type { PreparedPair } from './prepare.js';
import type { Row, Value } from './sqlite.js';
import type { Changes } from './stale.js';

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

/** Columns written beside the pair's own. */
const WRITTEN = [...PAIR_COLUMNS, 'is_first', 'pair_key', 'zh_key', 'en_key'] as const;

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
  const players = new Players(likables(pairs));
  const standing = made.map(decided);
  for (const [at, toSave] of pairs.entries()) {
    const { pair, part, print } = toSave;
    const keys = keysOf(part, print);
    players.add(pair, part, keys);
    const now = standing[at] ?? pair;
    const values = [...pairValues(now, n), part === 'first' ? 1 : 0, keys.pair, keys.zh, keys.en];
    const former = before.get(pair.id);
    before.delete(pair.id);
    counts[writePair(context, former, now, values, toSave)] += 1;
  }
  saveTally(context, n, standing);
  saveLikables(context, n, before.players.likables, players.likables);
  for (const row of before.values()) removePair(context, row);
  return {
    counts: { ...counts, removed: before.size, conflicts },
    parts: before.players.changesTo(players),
  };
}

/** The rows a document has, by pair id, and their parts. */
class FormerRows extends Map<string, Row> {
  readonly players: Players;

  constructor(players: Players) {
    super();
    this.players = players;
  }
}

/** What the database has of the pairs of a document. */
export function formerRows(context: Context, n: number): FormerRows {
  const former = new FormerRows(new Players(likablesOf(context, n)));
  const sql = `SELECT n, made_ms, ${WRITTEN.join()} FROM pair WHERE document = ?`;
  for (const row of context.sql.all(sql, n)) {
    former.set(text(row, 'id'), row);
    former.players.addRow(row);
  }
  return former;
}

function likables(pairs: readonly PairToSave[]): Likable[] {
  return pairs.flatMap(({ pair: { position }, part, print }) =>
    part === 'first' && print !== undefined ? [{ position, sketch: print.sketch }] : [],
  );
}

const INSERT = `INSERT INTO pair (${WRITTEN.join()}, made_ms, run)
VALUES (${WRITTEN.map(() => '?').join()}, ?, ?)`;
/** What a pair keeps as long as it lives; a statement that writes it makes FTS5 write out what it has gathered. */
const KEPT = ['id', 'document'] as const;
const UPDATE = `UPDATE pair SET ${WRITTEN.slice(KEPT.length)
  .map((column) => `${column} = ?`)
  .join()} WHERE n = ?`;

function writePair(
  context: Context,
  former: Row | undefined,
  now: Pair,
  values: readonly Value[],
  made: PairToSave,
): 'added' | 'changed' | 'kept' {
  if (former === undefined) {
    const madeAt = context.clock().getTime();
    const n = context.sql.insert(INSERT, ...values, madeAt, context.run ?? null);
    indexPair(context, n, termsOf(now, made));
    return 'added';
  }
  const different = WRITTEN.filter((column, at) => former[column] !== values[at]);
  if (different.length === 0) return 'kept';
  const n = number(former, 'n');
  context.sql.run(UPDATE, ...values.slice(KEPT.length), n);
  if (different.includes('zh') || different.includes('en')) {
    indexAgain(context, n, termsOf(now, made));
  }
  const told = different.filter((column) => TOLD.has(column));
  if (told.length > 0) {
    remember(context, {
      pair: now.id,
      what: 'changed',
      was: Object.fromEntries(told.map((column) => [column, former[column]])),
      became: Object.fromEntries(told.map((column) => [column, values[WRITTEN.indexOf(column)]])),
    });
  }
  return 'changed';
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
