import { DuizhaoError, systemCode } from '../kit/index.js';

/** Code of what a damaged database gives. */
export const DAMAGED = 'store.corrupt';

/** Turns what SQLite threw about `file` into a {@link DuizhaoError}; bugs pass unchanged. */
export function storeFailure(error: unknown, file: string): unknown {
  if (error instanceof DuizhaoError) return error;
  const code = systemCode(error);
  if (isBadJson(error))
    return new DuizhaoError(corrupt(file, 'a record cannot be read'), { cause: error });
  if (code === undefined) return openFailure(error, file);
  const failure = failureFor(code, file);
  return failure === undefined ? error : new DuizhaoError(failure, { cause: error });
}

/** All JSON in a corpus was written by us: SQLite can read it. */
function isBadJson(error: unknown): boolean {
  return error instanceof Error && /malformed JSON|JSON cannot hold BLOB/.test(error.message);
}

function failureFor(code: string, file: string): DuizhaoError['failure'] | undefined {
  const at = { file };
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return {
      code: 'store.busy',
      exit: 'busy',
      message: `another process is writing to "${file}"`,
      hint: 'wait for it to end and run the same command again: nothing was lost',
      at,
    };
  }
  if (/^SQLITE_(CORRUPT|NOTADB|TOOBIG)/.test(code)) return corrupt(file);
  if (/^SQLITE_(READONLY|PERM|AUTH)/.test(code)) {
    return {
      code: 'store.read-only',
      exit: 'cannotWrite',
      message: `"${file}" can only be read`,
      hint: 'give yourself the right to write to the file and its folder',
      at,
    };
  }
  if (/^SQLITE_(FULL|IOERR_(WRITE|FSYNC|TRUNCATE|SHMSIZE|SHMMAP|DIR_FSYNC))/.test(code)) {
    return {
      code: 'store.disk-full',
      exit: 'cannotWrite',
      message: `cannot write to "${file}": the disk is full or failing`,
      hint: 'free some space and run the same command again: what was reported done is kept',
      at,
    };
  }
  if (code.startsWith('SQLITE_CANTOPEN')) return cannotOpen(file);
  if (code.startsWith('SQLITE_IOERR')) {
    return {
      code: 'store.disk-error',
      exit: 'cannotWrite',
      message: `the disk failed while "${file}" was in use (${code})`,
      hint: 'look at the disk first, then run: duizhao verify',
      at,
    };
  }
  return undefined;
}

/** libsql reports a file that cannot be opened without any code. */
function openFailure(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !error.message.includes('Unable to open connection')) {
    return error;
  }
  return new DuizhaoError(cannotOpen(file), { cause: error });
}

function cannotOpen(file: string): DuizhaoError['failure'] {
  return {
    code: 'file.cannot-write',
    exit: 'cannotWrite',
    message: `cannot open "${file}"`,
    hint: 'check that the folder exists and that you may read and write there',
    at: { file },
  };
}

/** The file is a corpus, or was one, but cannot be trusted. */
export function corrupt(file: string, detail?: string): DuizhaoError['failure'] {
  return {
    code: DAMAGED,
    exit: 'badInput',
    message: `"${file}" is damaged${detail === undefined ? '' : `: ${detail}`}`,
    hint: 'put back a copy made by "duizhao backup", or build the corpus again in a new folder',
    at: { file },
  };
}

/** One value in the file is not what was written there. */
export function damagedValue(what: string, cause?: unknown): DuizhaoError {
  return new DuizhaoError(
    {
      code: DAMAGED,
      exit: 'badInput',
      message: `the corpus database holds ${what}`,
      hint: 'run "duizhao verify", then put back a copy made by "duizhao backup"',
    },
    cause === undefined ? {} : { cause },
  );
}
