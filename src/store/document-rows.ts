import type { Document, DocumentFacts, Pair } from '../model/index.js';
import type { Context } from './context.js';
import { hostOf } from './host.js';
import { packJson } from './packing.js';
import { text } from './row.js';
import { releaseCopies } from './stale.js';
import { storable } from './storable.js';
import { tallyOf } from './tally.js';

/**
 * Writes the rows of a document, over those it had.
 *
 * @param n - its number: that of its first source
 * @param duplicateOf - number of the document with the same text that came first
 * @param packed - its blocks and sections, packed
 * @returns number of sources that must be built again because copies of its former text lost
 *   their original
 */
export function saveDocument(
  context: Context,
  n: number,
  document: Document,
  duplicateOf: number | undefined,
  packed: Uint8Array = packJson({ blocks: document.blocks, sections: document.sections }),
): number {
  const { sql } = context;
  const former = sql.get('SELECT id FROM document WHERE n = ?', n);
  const { blocks, sections: _sections, setAside, ...facts } = document;
  sql.run(
    PUT,
    n,
    storable(document.key),
    document.id,
    duplicateOf ?? null,
    document.origins.map(hostOf).find((host) => host !== undefined) ?? null,
    document.date ?? null,
    document.layout,
    JSON.stringify(facts satisfies DocumentFacts),
    blocks.length,
    packed,
    NO_PAIRS,
  );
  sql.run('DELETE FROM set_aside WHERE document = ?', n);
  setAside.forEach(({ reason, text: body }, at) => {
    sql.run('INSERT INTO set_aside VALUES (?, ?, ?, ?)', n, at + 1, reason, storable(body));
  });
  const orphaned =
    former !== undefined && (duplicateOf !== undefined || text(former, 'id') !== document.id);
  return orphaned ? releaseCopies(context, n) : 0;
}

/** A document gets its tally with its pairs, in the same transaction. */
const NO_PAIRS = JSON.stringify(tallyOf([]));

/** Writes the counts of a document's pairs. */
export function saveTally(context: Context, n: number, pairs: readonly Pair[]): void {
  const tally = JSON.stringify(tallyOf(pairs));
  context.sql.run('UPDATE document SET tally = ? WHERE n = ? AND tally <> ?', tally, n, tally);
}

const PUT = `
INSERT INTO document (n, key, id, duplicate_of, host, date, layout, facts, blocks, packed, tally)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (n) DO UPDATE SET key = excluded.key, id = excluded.id,
  duplicate_of = excluded.duplicate_of, host = excluded.host, date = excluded.date,
  layout = excluded.layout, facts = excluded.facts, blocks = excluded.blocks,
  packed = excluded.packed`;
