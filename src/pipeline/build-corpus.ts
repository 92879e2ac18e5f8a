import { availableParallelism } from 'node:os';
import type { Run } from '../kit/index.js';
import { build, type BuildOptions, type BuildSummary } from './build.js';
import { engineOptions, withCorpus } from './corpus.js';
import type { EngineOptions } from './engine.js';
import { withLearned } from './learned.js';
import type { Corpus, Source } from '../store/index.js';
import type { Progress } from './run-all.js';
import { readSettings, type Settings } from './settings.js';
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

/** What a build needs to know before the corpus is opened. */
export interface BuildPlan {
  readonly settings: Settings;
  readonly engine: EngineOptions;
  readonly workers: number;
}

/** Reads what the settings of a folder say of its build. */
export async function settled(
  folder: string,
  { workers = availableParallelism() }: Pick<BuildCorpusOptions, 'workers'>,
): Promise<BuildPlan> {
  const settings = await readSettings(folder);
  const engine = await withLearned(await engineOptions(settings, folder), folder);
  return { settings, engine, workers };
}

/** Brings the corpus in a folder up to date and records the run. */
export async function buildCorpus(
  folder: string,
  options: BuildCorpusOptions,
  run: Run,
): Promise<BuildSummary> {
  const plan = await settled(folder, options);
  return withCorpus(folder, { clock: options.clock }, (corpus) =>
    buildOpened(corpus, plan, options, run),
  );
}

/** The same with a corpus that is open, and work that was begun early. */
export async function buildOpened(
  corpus: Corpus,
  { settings, engine, workers }: BuildPlan,
  options: BuildCorpusOptions & Pick<BuildOptions, 'early'>,
  run: Run,
): Promise<BuildSummary> {
  const { again, early } = options;
  const opened = corpus.runs.start({ command: 'build', parameters: { settings } });
  const summary = await build(
    corpus,
    {
      ...{ engine, workers, only: choice(options) },
      ...(again === undefined ? {} : { again }),
      ...(early === undefined ? {} : { early }),
      onProgress: (done, total) => {
        options.progress('build', done, total);
      },
    },
    run,
  );
  opened.finish({ ...summary });
  return summary;
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
