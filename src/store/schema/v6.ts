import type { Sql } from '../sqlite.js';

/**
 * Schema 6: what repetitions are looked up by lies together, document by document.
 *
 * Keys and sketches of all pairs that are the first of their text or repeat one are in `players`,
 * see `players.ts`; the indexes over them are in memory. Pairs are found by the beginning of their
 * id, which takes a third of the room. The next build fills `players`: it works on every source
 * again.
 */
export function toV6(sql: Sql): void {
  sql.exec(`
CREATE TABLE pair_6 (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES document (n),
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('new', 'accepted', 'edited', 'rejected')),
  reason TEXT,
  score REAL NOT NULL,
  confidence REAL NOT NULL,
  shape TEXT NOT NULL,
  layout TEXT,
  zh TEXT NOT NULL,
  en TEXT NOT NULL,
  zh_length INTEGER NOT NULL,
  en_length INTEGER NOT NULL,
  checks TEXT,
  findings TEXT,
  detail TEXT NOT NULL,
  made_ms INTEGER NOT NULL,
  run INTEGER
) STRICT;
INSERT INTO pair_6 SELECT n, id, document, position, state, reason, score, confidence, shape, layout,
  zh, en, zh_length, en_length, checks, findings, detail, made_ms, run FROM pair ORDER BY n;
DROP TABLE pair;
ALTER TABLE pair_6 RENAME TO pair;
CREATE INDEX pair_place ON pair (document, position, state, score);
CREATE INDEX pair_id ON pair (substr(id, 1, 5));

DROP TABLE likeness;
CREATE TABLE players (
  document INTEGER PRIMARY KEY REFERENCES document (n) ON DELETE CASCADE,
  keys BLOB NOT NULL,
  sketches BLOB NOT NULL
) STRICT;
-- The full-text index is written in parts: larger ones, merged many at a time, are written over less often.
INSERT INTO pair_text (pair_text, rank) VALUES ('hashsize', 8388608);
INSERT INTO pair_text (pair_text, rank) VALUES ('automerge', 32);
INSERT INTO pair_text (pair_text, rank) VALUES ('crisismerge', 32);
UPDATE source SET signature = NULL;
`);
}
