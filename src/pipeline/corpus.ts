import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { CleanOptions } from '../clean/index.js';
import { readFailure, systemCode, writeAtomic } from '../kit/index.js';
import type { SplitOptions } from '../split/index.js';
import { isCorpus, openCorpus, type Corpus, type OpenOptions } from '../store/index.js';
import type { EngineOptions } from './engine.js';
import { makeFolder } from './files.js';
import { readSrxFile } from './srx-file.js';
import { SETTINGS_FILE, settingsTemplate, type Settings } from './settings.js';

/** Opens a corpus, works with it, and closes it whatever happens. */
export async function withCorpus<T>(
  folder: string,
  options: OpenOptions,
  work: (corpus: Corpus) => Promise<T>,
): Promise<T> {
  const corpus = openCorpus(folder, options);
  try {
    return await work(corpus);
  } finally {
    corpus.close();
  }
}

/**
 * Makes a folder a corpus.
 *
 * @returns names of what was made; empty if all was there
 */
export async function initCorpus(folder: string, clock: () => Date): Promise<string[]> {
  await makeFolder(folder);
  const made: string[] = [];
  const isNew = !isCorpus(folder);
  // First: a file of that name that is no corpus must not get settings beside it.
  openCorpus(folder, { create: true, clock }).close();
  if (isNew) made.push(join(folder, 'corpus.db'));
  const settings = join(folder, SETTINGS_FILE);
  if (!(await exists(settings))) {
    await writeAtomic(settings, settingsTemplate());
    made.push(settings);
  }
  return made;
}

/** Whether a file or folder of that name is there. */
export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw readFailure(error, path);
  }
}

/**
 * What the settings of a corpus folder mean for the stages.
 *
 * @throws DuizhaoError `file.missing`, `split.srx-…` where the segmentation rules are amiss
 */
export async function engineOptions(settings: Settings, folder: string): Promise<EngineOptions> {
  return {
    split: await splitOptions(settings.split ?? {}, folder),
    align: {},
    clean: cleanOptions(settings),
  };
}

/** What the settings mean for the checks and scores of pairs. */
export function cleanOptions(settings: Settings): CleanOptions {
  const { off, on, reject, limits, rules } = settings.clean ?? {};
  return {
    ...(off === undefined ? {} : { off }),
    ...(on === undefined ? {} : { on }),
    ...(reject === undefined ? {} : { reject }),
    ...(rules === undefined ? {} : { rules }),
    ...(limits === undefined ? {} : { limits: withoutAbsent(limits) }),
  };
}

async function splitOptions(
  { srx, ...flags }: NonNullable<Settings['split']>,
  folder: string,
): Promise<SplitOptions> {
  const options = withoutAbsent(flags);
  if (srx === undefined) return options;
  return { ...options, srx: await readSrxFile(join(folder, srx)) };
}

/** The same object without keys whose value is undefined. */
function withoutAbsent<T extends object>(
  object: T,
): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
