import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DuizhaoError, writeFailure } from '../kit/index.js';
import type { Context } from './context.js';
import { STORE_DEFAULTS } from './defaults.js';
import { corrupt, storeFailure } from './failure.js';
import { number } from './row.js';
import { Sql } from './sqlite.js';
import { checkEncoding } from './verify-encoding.js';

/** A finished backup. */
export interface Backup {
  /** The database written. */
  readonly file: string;
  readonly bytes: number;
  readonly pairs: number;
}

/**
 * Writes a copy of the database into another folder, which is then a corpus itself.
 *
 * The copy holds one moment: everything saved before, nothing of what is saved while it is
 * being written, by whichever process. It appears under its name only when it is complete.
 *
 * @param overwrite - put it in place of a corpus that is there
 * A damaged corpus is not copied: the good copy of last night must not go for it.
 *
 * @throws DuizhaoError `store.backup-onto-itself`, `store.backup-exists`, `store.corrupt`,
 *   `file.cannot-write`, `store.disk-full`
 */
export function backupTo(context: Context, folder: string, overwrite: boolean): Backup {
  const file = join(folder, STORE_DEFAULTS.fileName);
  if (isSame(file, context.sql.file)) throw ontoItself(file);
  if (isThere(file) && !overwrite) throw alreadyThere(file);
  const draft = `${file}.${randomBytes(6).toString('hex')}.part`;
  try {
    mkdirSync(folder, { recursive: true });
    context.sql.run('VACUUM INTO ?', draft);
    const pairs = countReadable(draft, context.sql.file);
    flushFile(draft);
    // A log left over from the file that goes would be replayed into the one that comes.
    for (const rest of ['-wal', '-shm', '-journal']) rmSync(`${file}${rest}`, { force: true });
    renameSync(draft, file);
    return { file, bytes: statSync(file).size, pairs };
  } catch (error) {
    rmSync(draft, { force: true });
    throw writeFailure(namingTarget(error, file), file);
  }
}

/**
 * Pairs of a copy, of whatever schema. Copying meets what is wrong with the pages of the file, but
 * not with the texts on them.
 */
function countReadable(draft: string, file: string): number {
  const copy = new Sql(`${pathToFileURL(draft).href}?immutable=1`, file, STORE_DEFAULTS.busyMs);
  try {
    const isReadable = checkEncoding(copy, () => undefined);
    if (!isReadable) throw new DuizhaoError(corrupt(file, 'text that is not UTF-8'));
    return number(copy.get('SELECT count(*) AS n FROM pair') ?? {}, 'n');
  } finally {
    copy.close();
  }
}

/** Writers go on in the file that was there: what they save would be lost with it. */
function isSame(file: string, other: string): boolean {
  if (!isThere(file)) return false;
  const [a, b] = [file, other].map((one) => statSync(one, { throwIfNoEntry: false, bigint: true }));
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
}

function ontoItself(file: string): DuizhaoError {
  return new DuizhaoError({
    code: 'store.backup-onto-itself',
    exit: 'usage',
    message: `"${file}" is the corpus itself`,
    hint: 'name another folder',
    at: { file },
  });
}

/** SQLite fails at the copy, but its error comes from the connection to what is copied. */
function namingTarget(error: unknown, file: string): unknown {
  const isAtTarget = error instanceof DuizhaoError && TARGET_FAILURES.has(error.failure.code);
  return isAtTarget ? storeFailure(error.cause ?? error, file) : error;
}

/** Failures to write: a reader of the corpus does not write there. */
const TARGET_FAILURES: ReadonlySet<string> = new Set([
  'store.disk-full',
  'store.read-only',
  'file.cannot-write',
]);

/** A file where a folder should be is refused when the folder is made. */
function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw writeFailure(error, file);
  }
}

function flushFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function alreadyThere(file: string): DuizhaoError {
  return new DuizhaoError({
    code: 'store.backup-exists',
    exit: 'cannotWrite',
    message: `"${file}" exists already`,
    hint: 'name another folder, or allow overwriting with --force',
    at: { file },
  });
}
