import { DuizhaoError, type Run } from '../kit/index.js';
import type { Document } from '../model/index.js';
import { isHeavy, kindOf } from './file-kind.js';
import { fileLeaf, filesIn } from './find-files.js';
import type { Leaf } from './leaf.js';
import { pairLeaves, type LeafPair } from './pair-names.js';
import { readBytes, type ReadItem } from './read-bytes.js';
import { readPair } from './read-pair.js';

/** How the paths are meant. */
export interface ReadOptions {
  /** The two paths are one text, Chinese first. */
  readonly pair?: boolean;
  /** With `pair`: each line is one sentence already. */
  readonly lines?: boolean;
}

/**
 * Reads files, folders and zip archives, in the order named; inside them in the order of names.
 *
 * Files whose names differ only by a language (`news.zh.txt`, `news.en.txt`) are one document.
 * A file that cannot be read is handed to `run.onReject` and the rest goes on, unless it is all
 * there is. Word, PDF and EPUB files among others are only understood later.
 *
 * @throws DuizhaoError `file.missing`, `read.nothing`, or the one file's own failure
 */
export async function* readPaths(
  paths: readonly string[],
  run: Run,
  options: ReadOptions = {},
): AsyncIterable<ReadItem> {
  if (options.pair === true) {
    yield { kind: 'document', document: await readNamedPair(paths, options) };
    return;
  }
  const found: Leaf[] = [];
  for (const path of paths) found.push(...(await namedFiles(path, paths.length === 1, run)));
  if (found.length === 0) throw nothingIn(paths);
  const entries = pairLeaves(found);
  for (const entry of entries) {
    run.signal.throwIfAborted();
    const item = await readEntry(entry, entries.length === 1, run);
    if (item !== undefined) yield item;
  }
}

function nothingIn(paths: readonly string[]): DuizhaoError {
  return new DuizhaoError({
    code: 'read.nothing',
    exit: 'missingInput',
    message: `no readable file in ${paths.map((path) => `"${path}"`).join(', ')}`,
    hint: 'text, Markdown, HTML, Word (.docx), PDF, EPUB, subtitles (.srt, .vtt) and zip are read',
  });
}

/** A path that does not exist stops everything; a broken archive only when it is all there is. */
async function namedFiles(path: string, isOnly: boolean, run: Run): Promise<readonly Leaf[]> {
  try {
    return await filesIn(path, run);
  } catch (error) {
    if (isOnly || !(error instanceof DuizhaoError)) throw error;
    if (error.failure.exit !== 'badInput') throw error;
    reject(path, error, run);
    return [];
  }
}

async function readEntry(
  entry: Leaf | LeafPair,
  isOnly: boolean,
  run: Run,
): Promise<ReadItem | undefined> {
  try {
    return 'zh' in entry
      ? { kind: 'document', document: await readPair(await entry.zh.load(), await entry.en.load()) }
      : await readLeaf(entry, isOnly);
  } catch (error) {
    if (isOnly || !(error instanceof DuizhaoError)) throw error;
    const id = 'zh' in entry ? `${entry.zh.location} ${entry.en.location}` : entry.location;
    reject(id, error, run);
    return undefined;
  }
}

/**
 * The bytes of a file, kept as they are so that a later version can understand them better.
 * What cannot be understood is refused here, unless finding out takes long.
 */
async function readLeaf(leaf: Leaf, isOnly: boolean): Promise<ReadItem> {
  const { origin, bytes } = await leaf.load();
  if (!isOnly && isHeavy(kindOf(origin.location, bytes))) {
    return { kind: 'page', page: { origin, bytes } };
  }
  const item = await readBytes(origin, bytes);
  return item.kind === 'page' ? item : { kind: 'page', page: { origin, bytes } };
}

function reject(id: string, { failure: { code, message } }: DuizhaoError, run: Run): void {
  run.onReject({ stage: 'read', id, reason: code, message });
}

/**
 * One document from the Chinese and the English file of a text.
 *
 * @throws DuizhaoError `file.missing` or what is wrong with a file
 */
export async function readFilePair(
  zh: string,
  en: string,
  options: ReadOptions = {},
): Promise<Document> {
  const [zhFile, enFile] = [await fileLeaf(zh).load(), await fileLeaf(en).load()];
  return readPair(zhFile, enFile, options.lines === true);
}

async function readNamedPair(paths: readonly string[], options: ReadOptions): Promise<Document> {
  const [zh, en, more] = paths;
  if (zh !== undefined && en !== undefined && more === undefined) {
    return readFilePair(zh, en, options);
  }
  throw new DuizhaoError({
    code: 'read.not-a-pair',
    exit: 'usage',
    message: `a pair is two files, got ${paths.length}`,
    hint: 'name the Chinese file, then the English one',
  });
}
