import type { Sql } from '../sqlite.js';
import { V1 } from './v1.js';
import { toV2 } from './v2.js';
import { toV3 } from './v3.js';
import { toV4 } from './v4.js';
import { toV5 } from './v5.js';
import { toV6 } from './v6.js';

/** One step from a schema to the next; runs inside the transaction of all steps. */
export interface Migration {
  /** Schema number (`PRAGMA user_version`) reached by this step. */
  readonly to: number;
  /** What it brings, in a few words. */
  readonly brings: string;
  readonly apply: (sql: Sql) => void;
}

/** Every step from an empty file on, in order; entries are never changed once released. */
export const MIGRATIONS: readonly Migration[] = [
  {
    to: 1,
    brings: 'sources, documents, pairs, decisions, history, runs',
    apply: (sql) => {
      sql.exec(V1);
    },
  },
  { to: 2, brings: 'full-text index, takedowns', apply: toV2 },
  { to: 3, brings: 'near duplicates, repetitions by number', apply: toV3 },
  { to: 4, brings: 'imports that pass over what they know', apply: toV4 },
  { to: 5, brings: 'a count and a sum of the history', apply: toV5 },
  { to: 6, brings: 'repetitions looked up in memory', apply: toV6 },
];

/** The schema this version writes. */
export const SCHEMA_VERSION: number = MIGRATIONS.at(-1)?.to ?? 0;
