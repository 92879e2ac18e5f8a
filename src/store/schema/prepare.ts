import { DuizhaoError } from '../../kit/index.js';
import { APPLICATION_ID, STORE_DEFAULTS } from '../defaults.js';
import { number } from '../row.js';
import type { Sql } from '../sqlite.js';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.js';

/**
 * Brings the schema to this version: all steps in one transaction, or none.
 *
 * Two processes may try at once: the second finds the work done.
 *
 * @throws DuizhaoError `store.newer-version`; `store.older-version` when nothing may be written, unless any
 *   schema will do
 */
export function prepareSchema(
  sql: Sql,
  { readOnly, anySchema }: { readonly readOnly: boolean; readonly anySchema: boolean },
): void {
  const found = schemaVersion(sql);
  if (found === SCHEMA_VERSION) return;
  if (found > SCHEMA_VERSION) throw newer(sql.file, found);
  if (anySchema && found > 0) return;
  if (readOnly) throw older(sql.file, found);
  if (found === 0) sql.exec(`PRAGMA page_size = ${STORE_DEFAULTS.pageBytes}`);
  sql.transaction(() => {
    migrate(sql, SCHEMA_VERSION);
  });
}

/** Takes every step from the schema found up to the one wanted; for use in a transaction. */
export function migrate(sql: Sql, wanted: number): void {
  const from = schemaVersion(sql);
  for (const { to, apply } of MIGRATIONS) if (to > from && to <= wanted) apply(sql);
  sql.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${wanted}`);
}

/** Schema number of an open database; 0 is an empty one. */
function schemaVersion(sql: Sql): number {
  return number(sql.get('PRAGMA user_version') ?? {}, 'user_version');
}

function newer(file: string, found: number): DuizhaoError {
  return new DuizhaoError({
    code: 'store.newer-version',
    exit: 'badInput',
    message: `"${file}" has schema ${found}; this version knows up to ${SCHEMA_VERSION}`,
    hint: 'use the newer version of duizhao that made it',
    at: { file },
  });
}

function older(file: string, found: number): DuizhaoError {
  return new DuizhaoError({
    code: 'store.older-version',
    exit: 'badInput',
    message: `"${file}" has schema ${found} and must be brought to ${SCHEMA_VERSION} first`,
    hint: 'make a copy with "duizhao backup", then run: duizhao build',
    at: { file },
  });
}
