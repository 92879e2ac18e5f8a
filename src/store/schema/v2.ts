import { indexAll } from '../full-text.js';
import type { Sql } from '../sqlite.js';

/**
 * Schema 2: full-text index and takedowns.
 *
 * The index holds no text of its own (`content=''`): terms as `index-terms.ts` makes them, by
 * row number of the pair. Terms come parted by spaces, so the plainest tokenizer serves.
 */
export function toV2(sql: Sql): void {
  sql.exec(`
CREATE VIRTUAL TABLE pair_text USING fts5 (
  zh, en, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE pair_terms USING fts5vocab (pair_text, col);

CREATE TABLE takedown (
  n INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('location', 'site')),
  target TEXT NOT NULL,
  counts TEXT NOT NULL
) STRICT;
`);
  indexAll(sql);
}
