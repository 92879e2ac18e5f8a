import type { Document, DocumentFacts, Pair } from '../model/index.js';
import type { Context } from './context.js';
import { decisionsOf } from './decisions.js';
import type { Documents } from './documents.js';
import { toFacts } from './gates.js';
import { json, maybeText, number, text } from './row.js';
import { PAIR_COLUMNS, toPair } from './pair-row.js';
import type { SourceState } from './results.js';
import type { Row } from './sqlite.js';
import { storable } from './storable.js';
import { withVerdict } from './verdict.js';

/** What earlier stages made of a source, to go on from. */
export interface StoredResults {
  readonly document: Document;
  /** Every source of the document: Chinese first where there are two. */
  readonly sources: readonly [SourceState, ...SourceState[]];
  /** All pairs as the machine made them, whatever people decided. */
  readonly pairs: readonly Pair[];
}

/**
 * The results of a source's document; `undefined` if it has none, or if they were made from
 * other bytes than those that any of its sources has now.
 */
export function storedResults(
  context: Context,
  documents: Documents,
  key: string,
): StoredResults | undefined {
  const made = madeOf(context, key);
  const document = made === undefined ? undefined : documents.load(made.facts.key);
  if (made === undefined || document === undefined) return undefined;
  const rows = context.sql.all(PAIRS, made.n);
  return { document, sources: made.sources, pairs: machinePairs(context, rows, made.facts.key) };
}

/** The document of a source as it is now, and all sources of it. */
export function madeOf(
  { sql }: Context,
  key: string,
):
  | (Pick<StoredResults, 'sources'> & { readonly n: number; readonly facts: DocumentFacts })
  | undefined {
  const rows = sql.all(SOURCES, storable(key));
  const [first] = rows;
  if (first === undefined || rows.some((row) => text(row, 'sha256') !== maybeText(row, 'done'))) {
    return undefined;
  }
  const [one, ...others] = rows.map((row) => ({
    key: text(row, 'key'),
    sha256: text(row, 'sha256'),
  }));
  if (one === undefined) return undefined;
  return {
    n: number(first, 'document'),
    facts: toFacts(json(first, 'facts')),
    sources: [one, ...others],
  };
}

function machinePairs(context: Context, rows: readonly Row[], documentKey: string): Pair[] {
  const machine = new Map(decisionsOf(context, documentKey).map((one) => [one.pair, one.machine]));
  return rows.map((row) => {
    const pair = toPair(row);
    const view = machine.get(pair.id);
    return view === undefined ? pair : withVerdict(pair, view);
  });
}

const SOURCES = `
SELECT s.key, s.sha256, s.done_sha256 AS done, d.facts, d.n AS document
FROM source asked JOIN document_source l ON l.source = asked.n
JOIN document d ON d.n = l.document
JOIN document_source o ON o.document = d.n JOIN source s ON s.n = o.source
WHERE asked.key = ? ORDER BY instr(d.facts ->> 'origins', json_quote(s.key))`;

const PAIRS = `
SELECT ${PAIR_COLUMNS.map((column) => `p.${column}`).join()},
  d.id AS document_id FROM pair p JOIN document d ON d.n = p.document WHERE p.document = ? ORDER BY p.position`;
