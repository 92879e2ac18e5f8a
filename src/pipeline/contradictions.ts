import { DuizhaoError } from '../kit/index.js';
import type { RunAllOptions } from './run-all.js';

/**
 * Refuses what cannot be meant, before anything is made or fetched.
 *
 * @throws DuizhaoError `usage.lines-without-pair`, `usage.pair-of-urls`, `usage.bad-name`,
 *   `usage.standard-input`
 */
export function refuseContradictions(
  options: Pick<RunAllOptions, 'lines' | 'pair' | 'name'>,
  { starts, paths }: { readonly starts: readonly string[]; readonly paths: readonly string[] },
): void {
  refuseLinesWithoutPair(options);
  if (options.pair === true && starts.length > 0) {
    throw usage(
      'usage.pair-of-urls',
      `--pair takes two files, "${starts[0] ?? ''}" is a site`,
      'leave --pair out: the pages of a site are paired by what they say',
    );
  }
  if (paths.includes('-')) {
    throw usage(
      'usage.standard-input',
      '"-" is not read: the corpus keeps where each text came from',
      'save the text to a file and name that; a file of that name is "./-"',
    );
  }
  if (!/[/\\]/.test(options.name) && !/^\.*$/.test(options.name)) return;
  throw usage(
    'usage.bad-name',
    `"${options.name}" is no file name`,
    'name the folder with -o, and only the files in it with --name',
  );
}

/**
 * Lines can only answer to lines where there are two files.
 *
 * @throws DuizhaoError `usage.lines-without-pair`
 */
export function refuseLinesWithoutPair({
  lines,
  pair,
}: Pick<RunAllOptions, 'lines' | 'pair'>): void {
  if (lines !== true || pair === true) return;
  throw usage(
    'usage.lines-without-pair',
    '--lines says how a pair of files is read, and there is no --pair',
    'add --pair, or leave --lines out',
  );
}

function usage(code: string, message: string, hint: string): DuizhaoError {
  return new DuizhaoError({ code, exit: 'usage', message, hint });
}
