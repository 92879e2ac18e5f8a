import { stat } from 'node:fs/promises';
import { readFailure, type Run } from '../kit/index.js';
import type { BuildSummary } from './build.js';
import { buildOpened, settled, type BuildCorpusOptions } from './build-corpus.js';
import { withCorpus } from './corpus.js';
import { EarlyWork } from './early-work.js';
import { takePairs } from './import-pairs.js';
import type { ImportOptions, ImportSummary } from './import-summary.js';
import { threadPool } from './pool.js';

/** Bytes of a file that takes as long to read as a thread to begin. */
const WORTH_THREADS = 4 << 20;

/** What importing and building did. */
export interface ImportAndBuildSummary {
  readonly imported: ImportSummary;
  readonly built: BuildSummary;
}

/**
 * Brings a file of pairs into the corpus of a folder and the corpus up to date: the same as
 * {@link importPairs} and {@link buildCorpus} one after the other, in less time, since documents are
 * worked on while the rest of the file is read.
 */
export async function importAndBuild(
  folder: string,
  file: string,
  how: { readonly import: ImportOptions; readonly build: BuildCorpusOptions },
  run: Run,
): Promise<ImportAndBuildSummary> {
  const plan = await settled(folder, how.build);
  const early = (await isWorthThreads(file, plan.workers))
    ? new EarlyWork(threadPool(plan.engine, { atFirst: 1, most: plan.workers }))
    : undefined;
  try {
    return await withCorpus(folder, { clock: how.build.clock }, async (corpus) => {
      await early?.pool.begin();
      const imported = await takePairs(corpus, file, how.import, {
        onDocument: (content) => {
          early?.offer(content);
        },
        ready: early === undefined ? undefined : corpus.readAside(),
      });
      const built = await buildOpened(corpus, plan, { ...how.build, ...(early && { early }) }, run);
      return { imported, built };
    });
  } finally {
    await early?.pool.close();
  }
}

async function isWorthThreads(file: string, workers: number): Promise<boolean> {
  if (workers === 1) return false;
  const { size } = await stat(file).catch((error: unknown) => {
    throw readFailure(error, file);
  });
  return size >= WORTH_THREADS;
}
