import type { Sql } from '../sqlite.js';

/**
 * Schema 4: what imported files held, stretch by stretch; documents by layout.
 *
 * The first is nothing but a memory of work done, see `stretches.ts`: without it the next import reads the whole
 * file.
 */
export function toV4(sql: Sql): void {
  sql.exec(`
CREATE TABLE import_stretch (
  n INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  first TEXT NOT NULL,
  signature TEXT NOT NULL,
  facts TEXT NOT NULL
) STRICT;
CREATE INDEX import_stretch_first ON import_stretch (file, first);

CREATE INDEX document_layout ON document (layout);
`);
}
