/**
 * Every failure this toolkit can foresee, with the exit code a shell sees.
 *
 * Names are public API: they never change meaning, only gain new members.
 * 64 and up follow BSD `sysexits.h`, so they cannot collide with 1 and 2.
 */
export const EXIT = {
  ok: 0,
  /** The command worked and its answer is "no": gate failed, nothing found. */
  negative: 1,
  usage: 64,
  badInput: 65,
  missingInput: 66,
  unreachable: 69,
  bug: 70,
  cannotWrite: 73,
  /** Another process holds what is needed: try again. */
  busy: 75,
  badConfig: 78,
  interrupted: 130,
} as const;

/** Name of an exit code. */
export type ExitName = keyof typeof EXIT;

/** A foreseen failure, as data. */
export interface Failure {
  /** Stable, greppable, dotted: `align.empty-side`. Tests assert on this, not on prose. */
  readonly code: string;
  readonly exit: Exclude<ExitName, 'ok'>;
  /** What went wrong, with the offending value in quotes. */
  readonly message: string;
  /** What the user can do next. Printed after the message. */
  readonly hint?: string;
  /** File or URL it happened in; line and column count from 1. */
  readonly at?: { readonly file: string; readonly line?: number; readonly column?: number };
}

/** The only error this toolkit throws on purpose; anything else is a bug. */
export class DuizhaoError extends Error {
  override readonly name = 'DuizhaoError';
  readonly failure: Failure;

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.message, options);
    this.failure = failure;
  }
}

/** The system's own error code (`ENOENT`, `ENOSPC` …), if the error carries one. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Turns a failed read of `file` into a {@link DuizhaoError}; bugs pass through unchanged. */
export function readFailure(error: unknown, file: string): unknown {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new DuizhaoError(
        {
          code: 'file.missing',
          exit: 'missingInput',
          message: `no such file or folder: "${file}"`,
          hint: 'check the spelling; paths are relative to the current folder',
          at: { file },
        },
        { cause: error },
      );
    case 'EACCES':
    case 'EPERM':
      return new DuizhaoError(
        {
          code: 'file.unreadable',
          exit: 'missingInput',
          message: `may not read "${file}"`,
          hint: `give yourself the right to read it: chmod u+r "${file}"`,
          at: { file },
        },
        { cause: error },
      );
    case 'EISDIR':
      return new DuizhaoError(
        {
          code: 'file.is-folder',
          exit: 'badInput',
          message: `"${file}" is a folder, a file was expected`,
          hint: 'name a file in it, or move it out of the way',
          at: { file },
        },
        { cause: error },
      );
    default:
      return error;
  }
}

const WRITE_TROUBLE: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space and run the same command again',
  EDQUOT: 'your disk quota is used up: free some space and run the same command again',
  EROFS: 'the file system is read-only: choose another folder',
  EACCES: 'you have no right to write there: choose another folder or change its rights',
  EPERM: 'you have no right to write there: choose another folder or change its rights',
  ENOENT: 'the folder does not exist: make it first',
  ENOTDIR: 'a part of the path is a file, not a folder: choose another folder',
  EISDIR: 'a folder of that name is in the way: choose another name',
  EEXIST: 'a file of that name is in the way: choose another name',
};

/** Turns a failed write of `file` into a {@link DuizhaoError}; bugs pass through unchanged. */
export function writeFailure(error: unknown, file: string): unknown {
  const hint = WRITE_TROUBLE[systemCode(error) ?? ''];
  if (hint === undefined) return error;
  return new DuizhaoError(
    {
      code: 'file.cannot-write',
      exit: 'cannotWrite',
      message: `cannot write "${file}"`,
      hint,
      at: { file },
    },
    { cause: error },
  );
}

/** The failure for bytes that should be UTF-8 text and are not; lines count from 1. */
export function notUtf8(file: string, line: number | undefined, cause: unknown): DuizhaoError {
  return new DuizhaoError(
    {
      code: 'file.not-utf8',
      exit: 'badInput',
      message: `${file}: ${line === undefined ? '' : `line ${line}: `}bytes that are not UTF-8`,
      hint: 'save it as UTF-8 (in Excel: "CSV UTF-8"), or convert it: iconv -f GB18030 -t UTF-8',
      at: { file, ...(line === undefined ? {} : { line }) },
    },
    { cause },
  );
}
