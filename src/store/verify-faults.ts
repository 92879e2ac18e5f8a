/** A fault that a query finds: each row it gives is one, named by its column `detail`. */
export interface Fault {
  readonly check: string;
  readonly sql: string;
}

/** A pair by the id a decision names. */
const SAME_ID = 'substr(p.id, 1, 5) = substr(c.pair, 1, 5) AND p.id = c.pair';

/** Whether a column is no JSON object with a text at that path. */
function without(column: string, path: string): string {
  return `CASE WHEN json_valid(${column}) THEN json_type(${column}, '${path}') IS NOT 'text' ELSE 1 END`;
}

/** What may not be in a sound corpus, beyond what the schema itself forbids. */
export const FAULTS: readonly Fault[] = [
  {
    check: 'source-facts',
    sql: `SELECT key AS detail FROM source WHERE ${without('facts', '$.origins[0].location')}
      UNION ALL SELECT s.key || ', version of ' || v.at FROM source_version v JOIN source s ON s.n = v.source
      WHERE ${without('v.facts', '$.origins[0].location')}`,
  },
  {
    check: 'decision-record',
    sql: `SELECT pair AS detail FROM decision WHERE ${without('machine', '$.state')}
      OR (conflict IS NOT NULL AND ${without('conflict', '$.kind')})`,
  },
  {
    check: 'import-record',
    sql: `SELECT file || ', ' || n AS detail FROM import_stretch WHERE NOT json_valid(facts)`,
  },
  {
    check: 'run-record',
    sql: `SELECT command || ', ' || started_at AS detail FROM run
      WHERE NOT json_valid(parameters) OR NOT coalesce(json_valid(counts), 1)`,
  },
  {
    check: 'body-unused',
    sql: `SELECT sha256 AS detail FROM body WHERE sha256 NOT IN (SELECT sha256 FROM source)
      AND sha256 NOT IN (SELECT sha256 FROM source_version)`,
  },
  {
    check: 'source-without-version',
    sql: `SELECT s.key AS detail FROM source s WHERE NOT EXISTS (SELECT 1 FROM source_version v
      WHERE v.source = s.n AND v.sha256 = s.sha256)`,
  },
  {
    check: 'source-without-document',
    sql: `SELECT s.key AS detail FROM source s WHERE s.outcome IN ('document', 'duplicate')
      AND NOT EXISTS (SELECT 1 FROM document_source l WHERE l.source = s.n)`,
  },
  {
    check: 'document-without-source',
    sql: `SELECT d.key AS detail FROM document d WHERE NOT EXISTS (
      SELECT 1 FROM document_source l WHERE l.document = d.n AND l.source = d.n)`,
  },
  {
    check: 'document-doubled',
    sql: `SELECT min(key) || ' and ' || max(key) AS detail FROM document
      WHERE duplicate_of IS NULL AND layout <> 'one-language' GROUP BY id HAVING count(*) > 1
      AND NOT EXISTS (SELECT 1 FROM source s JOIN document_source l ON l.source = s.n
        JOIN document o ON o.n = l.document WHERE o.id = document.id AND (s.signature IS NULL OR s.signature LIKE '%?'))`,
  },
  {
    check: 'duplicate-with-pairs',
    sql: `SELECT d.key AS detail FROM document d WHERE d.duplicate_of IS NOT NULL
      AND EXISTS (SELECT 1 FROM pair p WHERE p.document = d.n)`,
  },
  {
    check: 'duplicate-of-other-text',
    sql: `SELECT d.key AS detail FROM document d JOIN document o ON o.n = d.duplicate_of
      JOIN document_source l ON l.document = d.n JOIN source s ON s.n = l.source
      WHERE d.id <> o.id AND s.signature NOT LIKE '%?'`,
  },
  {
    check: 'position',
    sql: `SELECT d.key AS detail FROM pair p JOIN document d ON d.n = p.document
      GROUP BY p.document HAVING count(DISTINCT p.position) <> count(*) OR min(p.position) < 1
      OR max(p.position) <> count(*)`,
  },
  {
    check: 'pair-doubled',
    sql: `SELECT id AS detail FROM pair GROUP BY id HAVING count(*) > 1`,
  },
  {
    check: 'decision-not-applied',
    sql: `SELECT c.pair AS detail FROM decision c JOIN pair p ON ${SAME_ID}
      WHERE p.zh <> c.zh OR p.en <> c.en OR p.state <> c.state`,
  },
  {
    check: 'decision-missing',
    sql: `SELECT p.id AS detail FROM pair p WHERE p.state IN ('accepted', 'edited')
      AND NOT EXISTS (SELECT 1 FROM decision c WHERE c.pair = p.id)`,
  },
  {
    check: 'decision-lost',
    sql: `SELECT c.pair AS detail FROM decision c WHERE NOT EXISTS (
      SELECT 1 FROM pair p WHERE ${SAME_ID})
      AND (c.conflict IS NULL OR c.conflict ->> 'kind' <> 'orphaned')`,
  },
];
