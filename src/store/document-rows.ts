import type { DocumentFacts, DocumentHead } from '../model/index.js';
import type { Context } from './context.js';
import { hostOf } from './host.js';
import type { Prepared } from './prepare.js';
import { maybeNumber, text } from './row.js';
import type { Row, Sql } from './sqlite.js';
import { releaseCopies } from './stale.js';
import { storable } from './storable.js';
import { tallyOf, type Countable } from './tally.js';

/**
 * Writes the rows of a document, over those it had.
 *
 * @param n - its number: that of its first source
 * @param duplicateOf - number of the document with the same text that came first
 * @param text - its blocks and sections as they are stored, and how many blocks there are
 * @returns number of sources that must be built again because copies of its former text lost
 *   their original
 */
export function saveDocument(
  context: Context,
  n: number,
  { setAside, ...facts }: DocumentHead,
  duplicateOf: number | undefined,
  { packed, blocks }: Pick<Prepared, 'packed' | 'blocks'>,
): number {
  const { sql } = context;
  const former = sql.get('SELECT id, duplicate_of FROM document WHERE n = ?', n);
  const values = [
    storable(facts.key),
    facts.id,
    facts.origins.map(hostOf).find((host) => host !== undefined) ?? null,
    facts.date ?? null,
    facts.layout,
    JSON.stringify(facts satisfies DocumentFacts),
    blocks,
    packed,
  ];
  // Not an upsert: it may undo itself, and makes FTS5 write out what it has gathered before.
  if (former === undefined) sql.run(INSERT, ...values, NO_PAIRS, n, duplicateOf ?? null);
  else {
    sql.run(UPDATE, ...values, n);
    writeOriginal(sql, n, former, duplicateOf);
  }
  sql.run('DELETE FROM set_aside WHERE document = ?', n);
  setAside.forEach(({ reason, text: body }, at) => {
    sql.run('INSERT INTO set_aside VALUES (?, ?, ?, ?)', n, at + 1, reason, storable(body));
  });
  const orphaned =
    former !== undefined && (duplicateOf !== undefined || text(former, 'id') !== facts.id);
  return orphaned ? releaseCopies(context, n) : 0;
}

/**
 * Notes whether a document that stays as it is repeats an earlier one.
 *
 * @returns see {@link saveDocument}
 */
export function saveOriginal(context: Context, n: number, duplicateOf: number | undefined): number {
  const { sql } = context;
  const former = sql.get('SELECT duplicate_of FROM document WHERE n = ?', n) ?? {};
  writeOriginal(sql, n, former, duplicateOf);
  return duplicateOf === undefined ? 0 : releaseCopies(context, n);
}

/** Apart from all else: a statement that writes a reference makes FTS5 write out what it has gathered. */
function writeOriginal(sql: Sql, n: number, former: Row, duplicateOf: number | undefined): void {
  if (maybeNumber(former, 'duplicate_of') === duplicateOf) return;
  sql.run('UPDATE document SET duplicate_of = ? WHERE n = ?', duplicateOf ?? null, n);
}

/** A document gets its tally with its pairs, in the same transaction. */
const NO_PAIRS = JSON.stringify(tallyOf([]));

/** Writes the counts of a document's pairs. */
export function saveTally(context: Context, n: number, pairs: readonly Countable[]): void {
  const tally = JSON.stringify(tallyOf(pairs));
  context.sql.run('UPDATE document SET tally = ? WHERE n = ? AND tally <> ?', tally, n, tally);
}

const INSERT = `
INSERT INTO document (key, id, host, date, layout, facts, blocks, packed, tally, n, duplicate_of)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

const UPDATE = `
UPDATE document SET key = ?, id = ?, host = ?, date = ?, layout = ?, facts = ?,
  blocks = ?, packed = ? WHERE n = ?`;
