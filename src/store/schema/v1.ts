/**
 * Schema 1.
 *
 * Order of the corpus = `source.n` = `document.n` (its first source), then `pair.position`.
 * `pair` holds what is true now; `decision` holds what people said and what the machine says
 * beside it, tied to the document by key, so that it outlives every rebuild. `document.tally`
 * counts the document's pairs: statistics over a million pairs read that and no pair.
 */
export const V1 = `
CREATE TABLE body (
  sha256 TEXT PRIMARY KEY NOT NULL,
  bytes INTEGER NOT NULL,
  packed BLOB NOT NULL
) STRICT;

CREATE TABLE source (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('page', 'document')),
  sha256 TEXT NOT NULL REFERENCES body (sha256),
  host TEXT,
  facts TEXT NOT NULL,
  added_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  done_sha256 TEXT,
  signature TEXT,
  outcome TEXT
) STRICT;
CREATE INDEX source_host ON source (host);
CREATE INDEX source_sha256 ON source (sha256);

CREATE TABLE source_version (
  source INTEGER NOT NULL REFERENCES source (n) ON DELETE CASCADE,
  sha256 TEXT NOT NULL REFERENCES body (sha256),
  at TEXT NOT NULL,
  facts TEXT NOT NULL,
  PRIMARY KEY (source, sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_version_sha256 ON source_version (sha256);

CREATE TABLE document (
  n INTEGER PRIMARY KEY REFERENCES source (n),
  key TEXT NOT NULL UNIQUE,
  id TEXT NOT NULL,
  duplicate_of INTEGER REFERENCES document (n) ON DELETE SET NULL,
  host TEXT,
  date TEXT,
  layout TEXT NOT NULL,
  facts TEXT NOT NULL,
  blocks INTEGER NOT NULL,
  tally TEXT NOT NULL,
  packed BLOB NOT NULL
) STRICT;
CREATE INDEX document_id ON document (id);
CREATE INDEX document_duplicate_of ON document (duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE TABLE document_source (
  source INTEGER PRIMARY KEY REFERENCES source (n),
  document INTEGER NOT NULL REFERENCES document (n) ON DELETE CASCADE
) STRICT;
CREATE INDEX document_source_document ON document_source (document);

CREATE TABLE set_aside (
  document INTEGER NOT NULL REFERENCES document (n) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  reason TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (document, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE pair (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
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
  text_key TEXT,
  is_first INTEGER NOT NULL,
  made_ms INTEGER NOT NULL,
  run INTEGER
) STRICT;
CREATE INDEX pair_place ON pair (document, position, state, score);
CREATE INDEX pair_text_key ON pair (text_key) WHERE text_key IS NOT NULL;

CREATE TABLE decision (
  pair TEXT PRIMARY KEY NOT NULL,
  document_key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('accepted', 'edited', 'rejected')),
  zh TEXT NOT NULL,
  en TEXT NOT NULL,
  note TEXT,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  machine TEXT NOT NULL,
  conflict TEXT
) STRICT;
CREATE INDEX decision_document_key ON decision (document_key);
CREATE INDEX decision_conflict ON decision (pair) WHERE conflict IS NOT NULL;

CREATE TABLE history (
  n INTEGER PRIMARY KEY,
  pair TEXT NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  run INTEGER,
  what TEXT NOT NULL,
  was TEXT,
  became TEXT
) STRICT;
CREATE INDEX history_pair ON history (pair);

CREATE TABLE run (
  n INTEGER PRIMARY KEY AUTOINCREMENT,
  command TEXT NOT NULL,
  version TEXT NOT NULL,
  parameters TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT,
  outcome TEXT,
  counts TEXT
) STRICT;

CREATE TABLE reject (
  n INTEGER PRIMARY KEY,
  run INTEGER REFERENCES run (n) ON DELETE CASCADE,
  at TEXT NOT NULL,
  stage TEXT NOT NULL,
  id TEXT NOT NULL,
  reason TEXT NOT NULL,
  message TEXT
) STRICT;
CREATE INDEX reject_run ON reject (run);
CREATE INDEX reject_id ON reject (id);
`;
