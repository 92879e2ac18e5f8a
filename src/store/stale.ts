import type { DocumentId } from '../model/index.js';
import type { Context } from './context.js';

/** Text keys whose first occurrence came or went when a document was saved. */
export interface FirstChanges {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/**
 * Marks later sources for another build whose pairs repeat, or repeated, what changed here.
 *
 * What is a duplicate depends on what comes before it in corpus order. Changes reach only
 * forward, so one sweep over the pending sources in corpus order settles everything.
 */
export function staleDuplicates(context: Context, n: number, firsts: FirstChanges): number {
  if (!hasLater(context, n)) return 0;
  return mark(context, n, firsts.gained, 1) + mark(context, n, firsts.lost, 0);
}

/** Marks later documents with the same text: they are copies now. */
export function staleLaterCopies(context: Context, n: number, id: DocumentId): number {
  return context.sql.run(
    `UPDATE source SET signature = NULL WHERE signature IS NOT NULL AND n IN (
       SELECT l.source FROM document d JOIN document_source l ON l.document = d.n
       WHERE d.id = ? AND d.n > ? AND d.duplicate_of IS NULL AND d.layout <> 'one-language')`,
    id,
    n,
  );
}

/** A corpus that only grows has nothing later: the common case costs one look. */
function hasLater(context: Context, n: number): boolean {
  return context.sql.get('SELECT 1 FROM document WHERE n > ? LIMIT 1', n) !== undefined;
}

function mark(context: Context, n: number, keys: readonly string[], isFirst: 0 | 1): number {
  if (keys.length === 0) return 0;
  return context.sql.run(
    `UPDATE source SET signature = NULL WHERE signature IS NOT NULL AND n IN (
       SELECT l.source FROM json_each(?) k
       CROSS JOIN pair p ON p.text_key = k.value
       CROSS JOIN document_source l ON l.document = p.document
       WHERE p.document > ? AND p.is_first = ?)`,
    JSON.stringify(keys),
    n,
    isFirst,
  );
}
