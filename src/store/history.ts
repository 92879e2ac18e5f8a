import type { PairId } from '../model/index.js';
import { MACHINE, now, type Context } from './context.js';
import { toHistoryWhat, toPairId } from './gates.js';
import { sealEntry } from './history-seal.js';
import { HAS_ID } from './pair-row.js';
import { json, maybeNumber, maybeText, number, text } from './row.js';

/** What happened to a pair. */
export type HistoryWhat =
  | 'made'
  | 'changed'
  | 'removed'
  | 'decided'
  | 'carried'
  | 'conflict'
  | 'settled'
  | 'withdrawn'
  | 'undone';

/** One thing that happened to a pair: who, when, from, to. */
export interface HistoryEntry {
  /** Its number; the making of a pair has none. */
  readonly n?: number;
  readonly pair: PairId;
  /** UTC, ISO 8601. */
  readonly at: string;
  /** A person's name, or the toolkit with its version. */
  readonly who: string;
  /** Run it happened in, if one was under way. */
  readonly run?: number;
  readonly what: HistoryWhat;
  /** The fields that changed, as they were. */
  readonly was?: unknown;
  /** The same fields, as they became. */
  readonly became?: unknown;
}

/** Writes one entry, in a transaction; signed by the toolkit unless `who` is given. */
export function remember(
  context: Context,
  entry: Pick<HistoryEntry, 'pair' | 'what' | 'was' | 'became'> & { readonly who?: string },
): void {
  const row = {
    pair: entry.pair,
    at: now(context),
    who: entry.who ?? MACHINE,
    run: context.run ?? null,
    what: entry.what,
    was: entry.was === undefined ? null : JSON.stringify(entry.was),
    became: entry.became === undefined ? null : JSON.stringify(entry.became),
  };
  const n = context.sql.insert(
    'INSERT INTO history (pair, at, who, run, what, was, became) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ...Object.values(row),
  );
  sealEntry(context, { n, ...row });
}

/** Number of the last entry; it grows with every change of a pair. 0 when there is none. */
export function lastEntry(context: Context): number {
  return maybeNumber(context.sql.get('SELECT max(n) AS n FROM history') ?? { n: null }, 'n') ?? 0;
}

/**
 * The history of a pair, oldest first, beginning with its making. A pair that took over the
 * decision of an earlier one is preceded by that one's history.
 */
export function historyOf(context: Context, id: PairId): readonly HistoryEntry[] {
  return entriesOf(context, id, new Set());
}

function entriesOf(context: Context, id: PairId, visited: Set<PairId>): HistoryEntry[] {
  if (visited.has(id)) return [];
  visited.add(id);
  const own = context.sql
    .all('SELECT * FROM history WHERE pair = ? ORDER BY n', id)
    .map((row): HistoryEntry => {
      const run = maybeNumber(row, 'run');
      const was = json(row, 'was');
      const became = json(row, 'became');
      return {
        n: number(row, 'n'),
        pair: id,
        at: text(row, 'at'),
        who: text(row, 'who'),
        ...(run === undefined ? {} : { run }),
        what: toHistoryWhat(text(row, 'what')),
        ...(was === undefined ? {} : { was }),
        ...(became === undefined ? {} : { became }),
      };
    });
  const earlier = own.flatMap((entry) => {
    const from = entry.what === 'carried' ? fromOf(entry.was) : undefined;
    return from === undefined ? [] : entriesOf(context, from, visited);
  });
  return [...earlier, ...withMakings(own, making(context, id))];
}

/**
 * Entries with the makings where they belong: a pair that was removed and came again was made
 * twice, the first time before all that is told of it until then.
 */
function withMakings(own: readonly HistoryEntry[], last: readonly HistoryEntry[]): HistoryEntry[] {
  const told: HistoryEntry[] = [];
  let from = 0;
  for (const [at, entry] of own.entries()) {
    if (entry.what !== 'removed') continue;
    const { pair } = entry;
    const made = madeIn(entry.was);
    if (made !== undefined) told.push({ pair, at: made, who: 'duizhao', what: 'made' });
    told.push(...own.slice(from, at + 1));
    from = at + 1;
  }
  return [...told, ...last, ...own.slice(from)];
}

/** When a removed pair had been made. */
function madeIn(was: unknown): string | undefined {
  const isTold = typeof was === 'object' && was !== null && 'made' in was;
  return isTold && typeof was.made === 'string' ? was.made : undefined;
}

/** The making is not written down for each of a million pairs: the pair itself knows it. */
function making(context: Context, id: PairId): HistoryEntry[] {
  const row = context.sql.get(
    `SELECT p.made_ms, p.run, r.version FROM pair p LEFT JOIN run r ON r.n = p.run WHERE ${HAS_ID}`,
    id,
  );
  if (row === undefined) return [];
  const run = maybeNumber(row, 'run');
  const version = maybeText(row, 'version');
  return [
    {
      pair: id,
      at: new Date(number(row, 'made_ms')).toISOString(),
      who: version === undefined ? MACHINE : `duizhao ${version}`,
      ...(run === undefined ? {} : { run }),
      what: 'made',
    },
  ];
}

function fromOf(was: unknown): PairId | undefined {
  if (typeof was !== 'object' || was === null || !('pair' in was)) return undefined;
  return toPairId(was.pair);
}
