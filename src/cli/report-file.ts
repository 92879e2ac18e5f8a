import { stat } from 'node:fs/promises';
import { DuizhaoError } from '../kit/index.js';
import { readSettings, withCorpus, writeReport } from '../pipeline/index.js';
import type { StatsFlags } from './commands/stats.js';
import type { Io } from './io.js';

/**
 * Writes the report of a corpus.
 *
 * @throws DuizhaoError `stats.no-file`, `stats.would-overwrite`
 */
export async function saveReport(file: string, flags: StatsFlags, io: Io): Promise<void> {
  if (file === '-') throw noFile();
  if (flags.force !== true && (await isThere(file))) {
    throw new DuizhaoError({
      code: 'stats.would-overwrite',
      exit: 'cannotWrite',
      message: `"${file}" exists`,
      hint: 'choose another name, or overwrite with --force',
      at: { file },
    });
  }
  await withCorpus(flags.corpus, { readOnly: true }, async (corpus) => {
    const { title = 'Parallel corpus' } = await readSettings(flags.corpus);
    const madeAt = io
      .now()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z');
    const options = {
      ...{ title, madeAt, samplePairs: flags.sample, arePicturesOpen: true },
      anonymise: flags.anonymise === true,
    };
    await writeReport(corpus, file, options);
  });
  await io.err(`wrote ${file}\n`);
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function noFile(): DuizhaoError {
  return new DuizhaoError({
    code: 'stats.no-file',
    exit: 'usage',
    message: '--html writes a file, not to standard output',
    hint: 'name the file, as in: duizhao stats --html report.html',
  });
}
