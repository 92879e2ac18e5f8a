import { acrossChecks, checks, notingChecks, type CleanOptions } from '../clean/index.js';
import { DuizhaoError } from '../kit/index.js';
import { cleanOptions, readSettings } from '../pipeline/index.js';
import type { CleanFlags } from './commands/clean.js';
import { learnedIn } from './learned.js';

/**
 * What the command line says, on top of what the settings of the corpus say, if one is named.
 *
 * @throws DuizhaoError `clean.unknown-check`, `clean.no-such-choice`
 */
export async function cleanOptionsOf(flags: CleanFlags): Promise<CleanOptions> {
  const settings = flags.corpus === undefined ? {} : await readSettings(flags.corpus);
  const clean = cleanOptions(settings);
  const off = [...(clean.off ?? []), ...known(flags.off ?? [])];
  const on = [...(clean.on ?? []), ...known(flags.on ?? [])];
  const reject = [...(clean.reject ?? []), ...noting(flags.reject ?? [])];
  const limits =
    flags.minScore === undefined ? clean.limits : { ...clean.limits, minScore: flags.minScore };
  const learned = flags.corpus === undefined ? [] : await learnedIn(flags.corpus);
  return { ...clean, learned, off, on, reject, ...(limits === undefined ? {} : { limits }) };
}

function known(names: readonly string[]): readonly string[] {
  return namesOf([...checks, ...acrossChecks], names);
}

/** Checks of the whole file, which else only note. */
function noting(names: readonly string[]): readonly string[] {
  known(names);
  const rest = names.filter((name) => !notingChecks.some((check) => check.name === name));
  if (rest.length === 0) return names;
  throw new DuizhaoError({
    code: 'clean.no-such-choice',
    exit: 'usage',
    message: `--reject is for ${notingChecks.map(({ name }) => name).join(', ')}`,
    hint: `a rule in duizhao.yaml can refuse pairs for "${rest[0] ?? ''}": when: has(${rest[0] ?? ''})`,
  });
}

function namesOf(
  checks: readonly { readonly name: string }[],
  names: readonly string[],
): readonly string[] {
  const all = checks.map(({ name }) => name);
  const unknown = names.find((name) => !all.includes(name));
  if (unknown === undefined) return names;
  throw new DuizhaoError({
    code: 'clean.unknown-check',
    exit: 'usage',
    message: `unknown check "${unknown}"`,
    hint: 'see them all with: duizhao clean --list',
  });
}
