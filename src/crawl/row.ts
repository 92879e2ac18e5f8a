import { DuizhaoError } from '../kit/index.js';

/** One row as the database driver gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** Narrows the driver's answer; `undefined` when there is no row. */
export function rowOf(value: unknown): Row | undefined {
  return isRow(value) ? value : undefined;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}

/** A text column; empty when null. */
export function textOf(row: Row | undefined, column: string): string {
  const value = row?.[column];
  return typeof value === 'string' ? value : '';
}

/** A number column; 0 when null. */
export function numberOf(row: Row | undefined, column: string): number {
  const value = row?.[column];
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' ? value : 0;
}

/** Turns trouble of the database with its file into a failure with a hint. */
export function databaseFailure(error: unknown, file: string): unknown {
  const message = error instanceof Error ? error.message : '';
  if (/database is locked|SQLITE_BUSY/i.test(message)) {
    return new DuizhaoError(
      {
        code: 'crawl.busy',
        exit: 'busy',
        message: `another crawl is using "${file}"`,
        hint: 'wait until it ends, or stop it',
        at: { file },
      },
      { cause: error },
    );
  }
  if (/not a database|malformed/i.test(message)) {
    return new DuizhaoError(
      {
        code: 'crawl.bad-frontier',
        exit: 'badInput',
        message: `"${file}" is no crawl database`,
        hint: 'move it away; the archive keeps the pages, and a new crawl begins a new one',
        at: { file },
      },
      { cause: error },
    );
  }
  return error;
}
