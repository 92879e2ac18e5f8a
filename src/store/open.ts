import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DuizhaoError, readFailure, systemCode, writeFailure } from '../kit/index.js';
import type { Clock, Context } from './context.js';
import { Corpus } from './corpus.js';
import { APPLICATION_ID, STORE_DEFAULTS } from './defaults.js';
import { corrupt } from './failure.js';
import { number } from './row.js';
import { prepareSchema } from './schema/prepare.js';
import { Sql } from './sqlite.js';

/** How a corpus is opened. */
export interface OpenOptions {
  /** Make an empty corpus when there is none; the folder must exist. */
  readonly create?: boolean;
  /** Refuse every write, and work where nothing may be written. */
  readonly readOnly?: boolean;
  /** Time for the history; the system's unless handed in. */
  readonly clock?: Clock;
  /** Time to wait for other processes, in milliseconds. */
  readonly busyMs?: number;
}

/**
 * Opens the corpus in a folder. Several processes may have it open, one writes at a time.
 *
 * @throws DuizhaoError `store.no-corpus`, `store.not-a-corpus`, `store.corrupt`,
 *   `store.newer-version`, `store.older-version` (read-only), `store.busy`, `file.cannot-write`
 */
export function openCorpus(folder: string, options: OpenOptions = {}): Corpus {
  const file = join(folder, STORE_DEFAULTS.fileName);
  const { readOnly = false, create = false, busyMs = STORE_DEFAULTS.busyMs } = options;
  examine(file, folder, create && !readOnly);
  const sql = connect(file, readOnly, busyMs);
  try {
    prepareSchema(sql, readOnly);
    if (!readOnly) tune(sql);
  } catch (error) {
    sql.close();
    throw error;
  }
  const context: Context = { sql, clock: options.clock ?? (() => new Date()), run: undefined };
  return new Corpus(folder, context, readOnly);
}

/** Whether a folder has a corpus database, sound or not. */
export function isCorpus(folder: string): boolean {
  return statSync(join(folder, STORE_DEFAULTS.fileName), { throwIfNoEntry: false }) !== undefined;
}

/** Looks at the file before SQLite touches it: a foreign file must stay as it is. */
function examine(file: string, folder: string, mayCreate: boolean): void {
  if (mayCreate) demandWritable(folder, file);
  const header = readHeader(file);
  if (header === undefined) {
    if (mayCreate) return;
    throw new DuizhaoError({
      code: 'store.no-corpus',
      exit: 'missingInput',
      message: `no corpus in "${folder}"`,
      hint: `make one with: duizhao init "${folder}"`,
      at: { file },
    });
  }
  const { bytes, size } = header;
  if (size === 0) return;
  const isDatabase = bytes.toString('latin1', 0, 16) === 'SQLite format 3\0';
  if (!isDatabase || bytes.length < 100) throw notACorpus(file);
  const application = bytes.readUInt32BE(68);
  if (application !== APPLICATION_ID && application !== 0) throw notACorpus(file);
}

/** SQLite says only that it cannot; the system says why. */
function demandWritable(folder: string, file: string): void {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (!statSync(folder).isDirectory()) {
      throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    }
  } catch (error) {
    throw writeFailure(error, file);
  }
}

/** First 100 bytes (SQLite's database header) and size; `undefined` without a file. */
function readHeader(file: string): { bytes: Buffer; size: number } | undefined {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw readFailure(error, file);
  }
  try {
    const bytes = Buffer.alloc(100);
    const length = readSync(handle, bytes, 0, 100, 0);
    return { bytes: bytes.subarray(0, length), size: statSync(file).size };
  } catch (error) {
    throw readFailure(error, file);
  } finally {
    closeSync(handle);
  }
}

function connect(file: string, readOnly: boolean, busyMs: number): Sql {
  const url = pathToFileURL(file).href;
  if (!readOnly) return checked(new Sql(file, file, busyMs), file);
  try {
    return checked(new Sql(`${url}?mode=ro`, file, busyMs), file);
  } catch (error) {
    // Where not even the shared-memory file can be made, nobody can be writing either.
    const isShut = error instanceof DuizhaoError && error.failure.code === 'file.cannot-write';
    const hasLog = statSync(`${file}-wal`, { throwIfNoEntry: false }) !== undefined;
    if (!isShut || hasLog) throw error;
    return checked(new Sql(`${url}?immutable=1`, file, busyMs), file);
  }
}

/** Reads the schema once, so that a file that is no sound database fails here. */
function checked(sql: Sql, file: string): Sql {
  try {
    const application = number(sql.get('PRAGMA application_id') ?? {}, 'application_id');
    const tables = number(sql.get('SELECT count(*) AS n FROM sqlite_schema') ?? {}, 'n');
    if (application !== APPLICATION_ID && tables > 0) throw notACorpus(file);
    checkLength(sql, file);
    return sql;
  } catch (error) {
    sql.close();
    throw error;
  }
}

/** A file cut short by a bad copy answers many questions before it fails: ask at once. */
function checkLength(sql: Sql, file: string): void {
  if (statSync(`${file}-wal`, { throwIfNoEntry: false }) !== undefined) return;
  const pages = number(sql.get('PRAGMA page_count') ?? {}, 'page_count');
  const pageBytes = number(sql.get('PRAGMA page_size') ?? {}, 'page_size');
  const { size } = statSync(file);
  const header = readHeader(file)?.bytes;
  const recorded = header?.length === 100 ? header.readUInt32BE(28) : 0;
  if (recorded > pages || size < pages * pageBytes) {
    throw new DuizhaoError(corrupt(file, 'its end is missing'));
  }
}

function tune(sql: Sql): void {
  sql.exec('PRAGMA journal_mode = WAL');
  // With a write-ahead log, NORMAL survives a killed process; flush() covers a power cut.
  sql.exec('PRAGMA synchronous = NORMAL');
  sql.exec(`PRAGMA wal_autocheckpoint = ${STORE_DEFAULTS.logPages}`);
  sql.exec('PRAGMA foreign_keys = ON');
  sql.exec(`PRAGMA cache_size = -${STORE_DEFAULTS.cacheKib}`);
  // A page taken down must not live on in unused space of the file.
  sql.exec('PRAGMA secure_delete = ON');
  // A hostile file must not run code through its schema, and sorting must not eat the memory.
  sql.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA temp_store = FILE');
}

function notACorpus(file: string): DuizhaoError {
  return new DuizhaoError({
    code: 'store.not-a-corpus',
    exit: 'badInput',
    message: `"${file}" was not made by duizhao; it is left as it is`,
    hint: 'choose another folder, or move the file away',
    at: { file },
  });
}
