import { access, readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DuizhaoError, readFailure, systemCode, type Run } from '../kit/index.js';
import type { CrawlOptions, CrawlProgress } from '../crawl/index.js';
import { countYield, type Yield } from '../report/index.js';
import { isCorpus, type Corpus } from '../store/index.js';
import { addPages, addPaths, type AddSummary } from './add.js';
import { build, type BuildSummary } from './build.js';
import { type CrawlWishes, crawlOptionsFor, isRecipeFile } from './crawl-options.js';
import { refuseContradictions } from './contradictions.js';
import { engineOptions, exists, withCorpus } from './corpus.js';
import { outputPaths, writeFiles } from './files.js';
import { writtenBefore, type OutputMark } from './output-mark.js';
import { inOwnFolder } from './own-folder.js';
import { withLearned } from './learned.js';
import { readSettings, type Settings } from './settings.js';

/** Told after each piece of work; `total` is 0 while it is not known. */
export type Progress = (stage: string, done: number, total: number) => void;

/** How the main job is done. */
export interface RunAllOptions extends CrawlWishes {
  /** Folder for the corpus and the results. */
  readonly out: string;
  /** Name of the result files, without extension. */
  readonly name: string;
  readonly excel?: boolean;
  /** Whether mails, phone, identity and card numbers are replaced in the files. */
  readonly anonymise?: boolean;
  /** The two inputs are one text, Chinese first. */
  readonly pair?: boolean;
  /** With `pair`: each line is one sentence already. */
  readonly lines?: boolean;
  readonly workers?: number;
  readonly force?: boolean;
  readonly clock: () => Date;
  readonly progress: Progress;
  /** Told how the crawl of sites is doing, host by host. */
  readonly onCrawl?: (progress: CrawlProgress) => void;
}

/** What the main job did. */
export interface RunAllSummary extends Yield {
  readonly added: AddSummary;
  readonly build: BuildSummary;
  /** Files written; empty when nothing was new and all were there. */
  readonly files: readonly string[];
  readonly folder: string;
}

/**
 * From URLs, a site recipe and paths to TMX, CSV, JSON Lines and a report, through a corpus in `out`.
 *
 * @throws DuizhaoError whatever the rooms throw; `run.would-overwrite` if files of the same name
 *   are in a folder that is not a corpus
 */
export async function runAll(
  inputs: readonly string[],
  options: RunAllOptions,
  run: Run,
): Promise<RunAllSummary> {
  const sorted = sortInputs(inputs);
  refuseContradictions(options, sorted);
  for (const path of sorted.paths) await requireThere(path); // before a folder is made
  await refuseForeignFiles(options);
  const settings = await readSettings(options.out);
  const crawl =
    sorted.starts.length === 0 && options.recipe === undefined
      ? undefined
      : await crawlOptionsFor(sorted.starts, options, settings, options.out);
  const plan = { inputs, paths: sorted.paths, crawl, settings };
  return inOwnFolder(options.out, () => runIn(plan, options, run));
}

/** What is to be done, once it is known that it can be meant. */
interface Plan {
  readonly inputs: readonly string[];
  readonly paths: readonly string[];
  readonly crawl: CrawlOptions | undefined;
  readonly settings: Settings;
}

async function runIn(plan: Plan, options: RunAllOptions, run: Run): Promise<RunAllSummary> {
  const { inputs, settings } = plan;
  return withCorpus(options.out, { create: true, clock: options.clock }, async (corpus) => {
    const parameters = {
      inputs,
      name: options.name,
      settings,
      ...(options.maxPages === undefined ? {} : { maxPages: options.maxPages }),
    };
    const wasWritten = writtenBefore(corpus, options.name);
    const opened = corpus.runs.start({ command: 'run', parameters });
    const recording: Run = {
      signal: run.signal,
      onReject: (reject) => {
        opened.reject(reject);
        run.onReject(reject);
      },
    };
    const added = await takeIn(corpus, plan, options, recording);
    const built = await build(
      corpus,
      {
        engine: await withLearned(await engineOptions(settings, options.out), options.out),
        workers: options.workers ?? availableParallelism(),
        onProgress: (done, total) => {
          options.progress('build', done, total);
        },
      },
      run,
    );
    const counts = countYield(corpus);
    const { title = 'Parallel corpus' } = settings;
    const output = markOf(corpus, options, title, counts.kept);
    const isUpToDate =
      built.worked + built.compared === 0 &&
      wasWritten(output) &&
      (await allExist(outputPaths(options.out, options.name)));
    const files = isUpToDate ? [] : await write(corpus, options, title);
    opened.finish({ ...built, kept: counts.kept, output });
    return { added, build: built, files, folder: options.out, ...counts };
  });
}

async function takeIn(
  corpus: Corpus,
  { paths, crawl }: Plan,
  options: RunAllOptions,
  run: Run,
): Promise<AddSummary> {
  const fromFiles = paths.length === 0 ? NOTHING : await addPaths(corpus, paths, run, options);
  if (crawl === undefined) return fromFiles;
  const { fetchSites } = await import('./fetch.js'); // the crawler's packages take long to load
  const pages = fetchSites(crawl, corpus.forgotten(), options.onCrawl, run);
  const fromSites = await addPages(corpus, pages, run);
  return {
    new: fromFiles.new + fromSites.new,
    changed: fromFiles.changed + fromSites.changed,
    unchanged: fromFiles.unchanged + fromSites.unchanged,
  };
}

const NOTHING: AddSummary = Object.freeze({ new: 0, changed: 0, unchanged: 0 });

function markOf(
  corpus: Corpus,
  { name, excel = false, anonymise = false }: RunAllOptions,
  title: string,
  kept: number,
): OutputMark {
  return { name, excel, anonymise, title, lastChange: corpus.lastChange(), kept };
}

function write(corpus: Corpus, options: RunAllOptions, title: string): Promise<string[]> {
  return writeFiles(corpus, {
    folder: options.out,
    name: options.name,
    title,
    madeAt: options
      .clock()
      .toISOString()
      .replace(/\.\d+Z$/, 'Z'),
    format: options.excel === true ? { excel: true } : {},
    anonymise: options.anonymise === true,
  });
}

/** Inputs by what they are. */
interface Sorted {
  /** URLs, and the recipe of a site. */
  readonly starts: readonly string[];
  readonly paths: readonly string[];
}

function sortInputs(inputs: readonly string[]): Sorted {
  const isStart = (input: string): boolean => /^https?:/i.test(input) || isRecipeFile(input);
  return { starts: inputs.filter(isStart), paths: inputs.filter((input) => !isStart(input)) };
}

/** Files of our names in a folder that is no corpus are somebody else's. */
async function refuseForeignFiles({ out, name, force }: RunAllOptions): Promise<void> {
  const there = force === true ? [] : await namesIn(out);
  if (there.length === 0 || isCorpus(out)) return;
  const clash = outputPaths('', name).find((file) => there.includes(file));
  if (clash === undefined) return;
  throw new DuizhaoError({
    code: 'run.would-overwrite',
    exit: 'cannotWrite',
    message: `"${join(out, clash)}" exists and was not written by duizhao`,
    hint: 'choose another folder with -o, another name with --name, or overwrite with --force',
    at: { file: join(out, clash) },
  });
}

async function requireThere(path: string): Promise<void> {
  await access(path).catch((error: unknown) => {
    throw readFailure(error, path);
  });
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemCode(error) !== undefined) return []; // making the folder tells what is wrong with it
    throw error;
  }
}

async function allExist(files: readonly string[]): Promise<boolean> {
  for (const file of files) if (!(await exists(file))) return false;
  return true;
}
