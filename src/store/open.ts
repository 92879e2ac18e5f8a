import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DuizhaoError, writeFailure } from '../kit/index.js';
import type { Clock, Context } from './context.js';
import { Corpus } from './corpus.js';
import { APPLICATION_ID, STORE_DEFAULTS } from './defaults.js';
import { corrupt } from './failure.js';
import { nothingUnwritten, writeIndex } from './full-text.js';
import { NO_HISTORY, writeSeal } from './history-seal.js';
import { readHeader } from './header.js';
import { number } from './row.js';
import { prepareSchema } from './schema/prepare.js';
import { Sql } from './sqlite.js';

/** How a corpus is opened. */
export interface OpenOptions {
  /** Make an empty corpus when there is none; the folder must exist. */
  readonly create?: boolean;
  /** Refuse every write, and work where nothing may be written. */
  readonly readOnly?: boolean;
  /** With `readOnly`: take an earlier schema as it is. Such a corpus can be copied, and no more. */
  readonly anySchema?: boolean;
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
    prepareSchema(sql, { readOnly, anySchema: readOnly && options.anySchema === true });
    if (!readOnly) tune(sql);
  } catch (error) {
    sql.close();
    throw error;
  }
  const clock = options.clock ?? (() => new Date());
  const context: Context = {
    sql,
    clock,
    run: undefined,
    players: { keys: undefined, near: undefined, seen: undefined },
    unwritten: nothingUnwritten(),
    unsealed: NO_HISTORY,
  };
  sql.beforeCommit = () => {
    writeIndex(context);
    writeSeal(context);
  };
  sql.whenUndone = () => {
    Object.assign(context.players, { keys: undefined, near: undefined });
    context.unwritten.gone.clear();
    context.unwritten.terms.clear();
    context.unsealed = NO_HISTORY;
  };
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
  const { size, isDatabase, applicationId, recordedSize } = header;
  if (size === 0) {
    // Left by an init that was killed, or all that is left of a corpus: only init may go on.
    if (mayCreate || hasLog(file)) return;
    throw new DuizhaoError(
      corrupt(file, `it is empty; if nothing was ever in it, run: duizhao init "${folder}"`),
    );
  }
  if (!isDatabase) throw notACorpus(file);
  if (applicationId !== APPLICATION_ID && applicationId !== 0) throw notACorpus(file);
  // A file cut short by a bad copy answers many questions before it fails.
  if (size < recordedSize && isCutShort(file)) {
    throw new DuizhaoError(corrupt(file, 'its end is missing'));
  }
}

/** Looks again: another process may have been folding its log in between two looks. */
function isCutShort(file: string): boolean {
  if (hasLog(file)) return false;
  const header = readHeader(file);
  return header !== undefined && header.size < header.recordedSize;
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

function connect(file: string, readOnly: boolean, busyMs: number): Sql {
  const url = pathToFileURL(file).href;
  if (!readOnly) return checked(new Sql(file, file, busyMs), file);
  try {
    return checked(new Sql(`${url}?mode=ro`, file, busyMs), file);
  } catch (error) {
    // Where not even the shared-memory file can be made, nobody can be writing either.
    const isShut = error instanceof DuizhaoError && error.failure.code === 'file.cannot-write';
    if (!isShut || hasLog(file)) throw error;
    return checked(new Sql(`${url}?immutable=1`, file, busyMs), file);
  }
}

/** Whether there are changes beside the database that were not folded into it yet. */
function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Reads before anything is written: a foreign file must stay as it is. */
function checked(sql: Sql, file: string): Sql {
  try {
    const application = number(sql.get('PRAGMA application_id') ?? {}, 'application_id');
    const tables = number(sql.get('SELECT count(*) AS n FROM sqlite_schema') ?? {}, 'n');
    const isEmpty = application === 0 && tables === 0;
    if (application !== APPLICATION_ID && !isEmpty) throw notACorpus(file);
    return sql;
  } catch (error) {
    sql.close();
    throw error;
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
