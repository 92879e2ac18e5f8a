import { V1 } from './v1.js';

/** One step from a schema to the next; statements only, run inside one transaction. */
export interface Migration {
  /** Schema number (`PRAGMA user_version`) reached by this step. */
  readonly to: number;
  /** What it brings, in a few words. */
  readonly brings: string;
  readonly sql: string;
}

/** Every step from an empty file on, in order; entries are never changed once released. */
export const MIGRATIONS: readonly Migration[] = [
  { to: 1, brings: 'sources, documents, pairs, decisions, history, runs', sql: V1 },
];

/** The schema this version writes. */
export const SCHEMA_VERSION: number = MIGRATIONS.at(-1)?.to ?? 0;
