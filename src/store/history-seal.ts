import { hash } from 'node:crypto';
import type { Context } from './context.js';
import { maybeNumber, maybeText, number, text } from './row.js';
import type { Row, Sql } from './sqlite.js';

/**
 * How many entries the history has and what they add up to, so that a loss or a change of any of
 * them is noticed. A sum, and not a chain of hashes: takedowns take entries out of the middle.
 * It tells damage; whoever forges entries can add them up, too.
 */
export interface HistorySeal {
  readonly entries: number;
  /** Sum of the first 48 bits of SHA-256 over each entry, modulo 2^48. */
  readonly sum: number;
}

/** An entry as the table has it. */
export interface SealedEntry {
  readonly n: number;
  readonly pair: string;
  readonly at: string;
  readonly who: string;
  readonly run: number | null;
  readonly what: string;
  readonly was: string | null;
  readonly became: string | null;
}

const BYTES = 6;
const MODULUS = 2 ** (8 * BYTES);
/** Entries read at once. */
const AT_ONCE = 1_000;

/** The seal of a history without entries. */
export const NO_HISTORY: HistorySeal = Object.freeze({ entries: 0, sum: 0 });

/** The number that stands for an entry: a whole number below 2^48. */
function numberOf(entry: SealedEntry): number {
  const { n, pair, at, who, run, what, was, became } = entry;
  const said = JSON.stringify([n, pair, at, who, run, what, was, became]);
  return hash('sha256', said, 'buffer').readUIntBE(0, BYTES);
}

/** Adds an entry to what is written when the transaction ends. */
export function sealEntry(context: Context, entry: SealedEntry): void {
  const { entries, sum } = context.unsealed;
  context.unsealed = { entries: entries + 1, sum: (sum + numberOf(entry)) % MODULUS };
}

/** Takes entries out again: those a takedown removes. */
export function unsealEntries(context: Context, rows: readonly Row[]): void {
  for (const row of rows) {
    const { entries, sum } = context.unsealed;
    const rest = (sum + MODULUS - numberOf(toEntry(row))) % MODULUS;
    context.unsealed = { entries: entries - 1, sum: rest };
  }
}

/** Writes what came and went since the transaction began. */
export function writeSeal(context: Context): void {
  const { sql, unsealed } = context;
  if (unsealed.entries === 0 && unsealed.sum === 0) return;
  sql.run(
    'UPDATE history_seal SET entries = entries + ?, sum = (sum + ?) % ? WHERE n = 1',
    unsealed.entries,
    unsealed.sum,
    MODULUS,
  );
  context.unsealed = NO_HISTORY;
}

/** The seal on record; `undefined` when it is lost. */
export function storedSeal(sql: Sql): HistorySeal | undefined {
  const row = sql.get('SELECT entries, sum FROM history_seal WHERE n = 1');
  return row && { entries: number(row, 'entries'), sum: number(row, 'sum') };
}

/** The seal that the entries themselves give; reads all of them. */
export function countedSeal(sql: Sql): HistorySeal {
  let [entries, sum] = [0, 0];
  for (let after = -1; ;) {
    const rows = sql.all('SELECT * FROM history WHERE n > ? ORDER BY n LIMIT ?', after, AT_ONCE);
    for (const row of rows) {
      after = number(row, 'n');
      sum = (sum + numberOf(toEntry(row))) % MODULUS;
    }
    entries += rows.length;
    if (rows.length < AT_ONCE) return { entries, sum };
  }
}

function toEntry(row: Row): SealedEntry {
  return {
    n: number(row, 'n'),
    pair: text(row, 'pair'),
    at: text(row, 'at'),
    who: text(row, 'who'),
    run: maybeNumber(row, 'run') ?? null,
    what: text(row, 'what'),
    was: maybeText(row, 'was') ?? null,
    became: maybeText(row, 'became') ?? null,
  };
}
