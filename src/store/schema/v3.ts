import type { Sql } from '../sqlite.js';

/**
 * Schema 3: repetitions are looked up by numbers, near ones by sketches.
 *
 * `pair_key` is there for pairs that are the first of their text or repeat one; `zh_key` and
 * `en_key` for firsts only. `likeness.sketches` holds, for each first of a document, its position
 * (four bytes, little-endian) and its sketch. The next build fills all of them: it works on every
 * source again, because the stages changed with the schema.
 */
export function toV3(sql: Sql): void {
  sql.exec(`
DROP INDEX pair_text_key;
ALTER TABLE pair DROP COLUMN text_key;
ALTER TABLE pair ADD COLUMN pair_key INTEGER;
ALTER TABLE pair ADD COLUMN zh_key INTEGER;
ALTER TABLE pair ADD COLUMN en_key INTEGER;
CREATE INDEX pair_same ON pair (pair_key, document) WHERE pair_key IS NOT NULL;
CREATE INDEX pair_same_zh ON pair (zh_key, document) WHERE zh_key IS NOT NULL;
CREATE INDEX pair_same_en ON pair (en_key, document) WHERE en_key IS NOT NULL;

CREATE TABLE likeness (
  document INTEGER PRIMARY KEY REFERENCES document (n) ON DELETE CASCADE,
  sketches BLOB NOT NULL
) STRICT;

UPDATE pair SET is_first = 0;
UPDATE source SET signature = NULL;
`);
}
