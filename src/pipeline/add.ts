import { DuizhaoError, type Run } from '../kit/index.js';
import type { Page } from '../model/index.js';
import { readFilePair, readPaths, type ReadItem } from '../read/index.js';
import type { Corpus } from '../store/index.js';
import { refuseLinesWithoutPair } from './contradictions.js';

/** How many sources came in, by what they meant to the corpus. */
export interface AddSummary {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** How paths are taken in. */
export interface AddOptions {
  /** The two paths are one text, Chinese first. */
  readonly pair?: boolean;
  /** With `pair`: each line is one sentence already. */
  readonly lines?: boolean;
}

/** Puts local files, folders and pairs of files into the corpus; nothing is understood yet. */
export async function addPaths(
  corpus: Corpus,
  paths: readonly string[],
  run: Run,
  options: AddOptions = {},
): Promise<AddSummary> {
  const summary = { new: 0, changed: 0, unchanged: 0 };
  for await (const item of taken(paths, run, options)) {
    const change = item.kind === 'page' ? putPage(corpus, item.page, run) : putText(corpus, item);
    if (change !== undefined) summary[change] += 1;
  }
  return summary;
}

/** Puts fetched pages into the corpus as they arrive. */
export async function addPages(
  corpus: Corpus,
  pages: AsyncIterable<Page>,
  run: Run,
): Promise<AddSummary> {
  const summary = { new: 0, changed: 0, unchanged: 0 };
  for await (const page of pages) {
    const change = putPage(corpus, page, run);
    if (change !== undefined) summary[change] += 1;
  }
  return summary;
}

function putText(corpus: Corpus, { document }: ReadItem & { kind: 'document' }): Change {
  return corpus.sources.putDocument(document).change;
}

type Change = keyof AddSummary;

/** What was taken down does not come back by itself, wherever the page comes from. */
function putPage(corpus: Corpus, page: Page, run: Run): Change | undefined {
  const { location, finalUrl = location } = page.origin;
  const forgotten = [location, finalUrl].find((address) => corpus.isForgotten(address));
  if (forgotten === undefined) return corpus.sources.put(page).change;
  run.onReject({
    stage: 'add',
    id: location,
    reason: 'forgotten',
    message: `it was taken down; to allow it again: duizhao forget --allow ${forgotten}`,
  });
  return undefined;
}

function taken(paths: readonly string[], run: Run, options: AddOptions): AsyncIterable<ReadItem> {
  refuseLinesWithoutPair(options);
  return options.pair === true ? onePair(paths, options) : filesAndArchives(paths, run);
}

/** WARC files give the pages that some crawler kept; everything else is read as a file. */
async function* filesAndArchives(paths: readonly string[], run: Run): AsyncIterable<ReadItem> {
  const archives = paths.filter((path) => /\.warc(?:\.gz)?$/i.test(path));
  const files = paths.filter((path) => !archives.includes(path));
  if (files.length > 0) yield* readPaths(files, run);
  if (archives.length === 0) return;
  const { readWarc } = await import('../crawl/index.js'); // its packages take long to load
  for (const archive of archives) {
    for await (const page of readWarc(archive, run)) yield { kind: 'page', page };
  }
}

async function* onePair(
  paths: readonly string[],
  { lines = false }: AddOptions,
): AsyncIterable<ReadItem> {
  const [zh, en] = paths;
  if (zh === undefined || en === undefined || paths.length !== 2) {
    throw new DuizhaoError({
      code: 'add.not-a-pair',
      exit: 'usage',
      message: `--pair takes two files, ${paths.length} were given`,
      hint: 'the Chinese file first, then the English one',
    });
  }
  yield { kind: 'document', document: await readFilePair(zh, en, { lines }) };
}
