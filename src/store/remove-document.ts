import type { Context } from './context.js';
import { text } from './row.js';
import { savePairs } from './save-pairs.js';
import { releaseCopies, staleDuplicates } from './stale.js';

/**
 * Removes a document and its pairs; decisions on them stay, as orphans.
 *
 * @returns number of sources that must be built again: its own, copies of it, and those with
 *   repetitions of its pairs
 */
export function removeDocument(context: Context, n: number): number {
  const { sql } = context;
  const row = sql.get('SELECT key FROM document WHERE n = ?', n);
  if (row === undefined) return 0;
  const { parts } = savePairs(context, n, text(row, 'key'), []);
  let stale = staleDuplicates(context, n, parts) + releaseCopies(context, n);
  stale += sql.run(
    `UPDATE source SET signature = NULL, outcome = NULL WHERE signature IS NOT NULL
     AND n IN (SELECT source FROM document_source WHERE document = ?)`,
    n,
  );
  sql.run('DELETE FROM document WHERE n = ?', n);
  return stale;
}
