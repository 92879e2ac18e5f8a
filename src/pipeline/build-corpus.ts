import { availableParallelism } from 'node:os';
import type { Run } from '../kit/index.js';
import { build, type BuildSummary } from './build.js';
import { engineOptions, withCorpus } from './corpus.js';
import { withLearned } from './learned.js';
import type { Source } from '../store/index.js';
import type { Progress } from './run-all.js';
import { readSettings } from './settings.js';
import type { Stage } from './signature.js';

/** How a corpus folder is built. */
export interface BuildCorpusOptions {
  readonly workers?: number;
  /** Only sources whose address holds this text. */
  readonly only?: string;
  /** Only sources that came or changed on this day or later, `YYYY-MM-DD`. */
  readonly since?: string;
  /** Does this stage and those after it again for sources that are up to date. */
  readonly again?: Stage;
  readonly clock: () => Date;
  readonly progress: Progress;
}

/** Brings the corpus in a folder up to date and records the run. */
export async function buildCorpus(
  folder: string,
  options: BuildCorpusOptions,
  run: Run,
): Promise<BuildSummary> {
  const settings = await readSettings(folder);
  return withCorpus(folder, { clock: options.clock }, async (corpus) => {
    const opened = corpus.runs.start({ command: 'build', parameters: { settings } });
    const summary = await build(
      corpus,
      {
        engine: await withLearned(await engineOptions(settings, folder), folder),
        workers: options.workers ?? availableParallelism(),
        only: choice(options),
        ...(options.again === undefined ? {} : { again: options.again }),
        onProgress: (done, total) => {
          options.progress('build', done, total);
        },
      },
      run,
    );
    opened.finish({ ...summary });
    return summary;
  });
}

/** How many sources `only` and `since` choose, whether they are up to date or not. */
export async function countChosen(
  folder: string,
  options: Pick<BuildCorpusOptions, 'only' | 'since'>,
): Promise<number> {
  const isChosen = choice(options);
  return withCorpus(folder, { readOnly: true }, (corpus) => {
    let count = 0;
    for (const source of corpus.sources.list()) if (isChosen(source)) count += 1;
    return Promise.resolve(count);
  });
}

/** Dates of sources are ISO 8601 in UTC, so comparing them as text compares them in time. */
function choice({
  only,
  since,
}: Pick<BuildCorpusOptions, 'only' | 'since'>): (source: Source) => boolean {
  return ({ key, changedAt }) =>
    (only === undefined || key.includes(only)) && (since === undefined || changedAt >= since);
}
