import { mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { savePairs, type WriteOptions } from '../exchange/index.js';
import { systemCode, writeAtomic, writeFailure } from '../kit/index.js';
import { gatherReport, KEPT, reportPage } from '../report/index.js';
import { loadLexicon } from '../lexicon/index.js';
import type { Corpus } from '../store/index.js';
import { anonymised, anonymisedReport } from './anonymised.js';
import { readLearned } from './learned.js';

/** Where and how the files of a corpus are written. */
export interface FilesOptions {
  readonly folder: string;
  /** File name without extension: `corpus` gives `corpus.tmx`. */
  readonly name: string;
  readonly title: string;
  /** UTC, ISO 8601; stands in the report. */
  readonly madeAt: string;
  readonly format: WriteOptions;
  /** Whether personal data is replaced. */
  readonly anonymise?: boolean;
}

/** Extensions of the files a run ends with. */
const EXTENSIONS = ['tmx', 'csv', 'jsonl'];
const REPORT = 'report.html';

/** Paths of everything {@link writeFiles} writes, in that order. */
export function outputPaths(folder: string, name: string): string[] {
  return [
    ...EXTENSIONS.map((extension) => join(folder, `${name}.${extension}`)),
    join(folder, REPORT),
  ];
}

/**
 * Writes TMX, CSV, JSON Lines and the report; each file is complete or as it was before.
 *
 * @returns the paths, in the order written
 */
export async function writeFiles(corpus: Corpus, options: FilesOptions): Promise<string[]> {
  await makeFolder(options.folder);
  const written: string[] = [];
  for (const extension of EXTENSIONS) {
    const file = join(options.folder, `${options.name}.${extension}`);
    const kept = corpus.pairs.stream(KEPT);
    await savePairs(file, options.anonymise === true ? anonymised(kept) : kept, options.format);
    written.push(file);
  }
  const report = join(options.folder, REPORT);
  await writeReport(corpus, report, options);
  return [...written, report];
}

/** Writes the corpus as one HTML page with pictures; the file is complete or as it was before. */
export async function writeReport(
  corpus: Corpus,
  file: string,
  { title, madeAt, samplePairs, arePicturesOpen = false, anonymise = false }: ReportOptions,
): Promise<void> {
  const learned = await readLearned(corpus.folder);
  const words = {
    lexicon: loadLexicon(),
    ...(learned === undefined ? {} : { learned }),
    ...(samplePairs === undefined ? {} : { samplePairs }),
  };
  const data = { ...gatherReport(corpus, title, madeAt, words), arePicturesOpen };
  await writeAtomic(file, reportPage(anonymise ? anonymisedReport(data) : data));
}

/** What {@link writeReport} is told. */
export interface ReportOptions extends Pick<FilesOptions, 'title' | 'madeAt' | 'anonymise'> {
  /** Pairs read for vocabulary. */
  readonly samplePairs?: number;
  readonly arePicturesOpen?: boolean;
}

/** Makes a folder and those above it. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeEach(resolve(folder));
  } catch (error) {
    throw writeFailure(error, folder);
  }
}

/** Node's own recursive `mkdir` never returns where nothing can be made, as in `/proc`. */
async function makeEach(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (await isFolder(folder)) return;
    const above = dirname(folder);
    if (systemCode(error) !== 'ENOENT' || above === folder || (await isFolder(above))) throw error;
    await makeEach(above);
    await makeEach(folder);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}
