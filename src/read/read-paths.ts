import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DuizhaoError, readFailure, sha256, type Run } from '../kit/index.js';
import type { Document, Origin } from '../model/index.js';
import { pairPaths, type PathPair } from './pair-names.js';
import { readBytes, type ReadItem } from './read-bytes.js';
import { readPair, type PairedFile } from './read-pair.js';

const READABLE = /\.(?:txt|text|md|markdown|mkd|x?html?|shtml)$/iu;

/** How the paths are meant. */
export interface ReadOptions {
  /** The two paths are one text, Chinese first. */
  readonly pair?: boolean;
  /** With `pair`: each line is one sentence already. */
  readonly lines?: boolean;
}

/**
 * Reads files and folders, in the order named; inside a folder in the order of names.
 *
 * Files whose names differ only by a language (`news.zh.txt`, `news.en.txt`) are one document.
 * A file that cannot be read is handed to `run.onReject` and the rest goes on, unless it is all
 * there is.
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
  const found: string[] = [];
  for (const path of paths) found.push(...(await filesIn(path, run)));
  if (found.length === 0) {
    throw new DuizhaoError({
      code: 'read.nothing',
      exit: 'missingInput',
      message: `no readable file in ${paths.map((path) => `"${path}"`).join(', ')}`,
      hint: 'text (.txt), Markdown (.md) and HTML files are read',
    });
  }
  const entries = pairPaths(found);
  for (const entry of entries) {
    run.signal.throwIfAborted();
    const item = await readEntry(entry, entries.length === 1, run);
    if (item !== undefined) yield item;
  }
}

async function readEntry(
  entry: string | PathPair,
  isOnly: boolean,
  run: Run,
): Promise<ReadItem | undefined> {
  try {
    if (typeof entry === 'string') {
      const { origin, bytes } = await load(entry);
      const item = readBytes(origin, bytes); // a file that cannot be understood is refused here
      // The corpus keeps the bytes, so that a later version can understand them better.
      return item.kind === 'page' ? item : { kind: 'page', page: { origin, bytes } };
    }
    return { kind: 'document', document: await readFilePair(entry.zh, entry.en) };
  } catch (error) {
    if (isOnly || !(error instanceof DuizhaoError)) throw error;
    const { code, message } = error.failure;
    const id = typeof entry === 'string' ? entry : `${entry.zh} ${entry.en}`;
    run.onReject({ stage: 'read', id, reason: code, message });
    return undefined;
  }
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
  return readPair(await load(zh), await load(en), options.lines === true);
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

async function load(file: string): Promise<PairedFile> {
  try {
    const [bytes, { mtime }] = await Promise.all([readFile(file), stat(file)]);
    const fetchedAt = mtime.toISOString().replace(/\.\d+Z$/u, 'Z');
    const origin: Origin = { kind: 'path', location: file, fetchedAt, sha256: sha256(bytes) };
    return { origin, bytes };
  } catch (error) {
    throw readFailure(error, file);
  }
}

/** The file itself, or the readable files of a folder and its folders. */
async function filesIn(path: string, run: Run): Promise<readonly string[]> {
  const info = await stat(path).catch((error: unknown) => {
    throw readFailure(error, path);
  });
  if (!info.isDirectory()) return [path];
  const files: string[] = [];
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    throw readFailure(error, path);
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) files.push(...(await filesIn(inner, run)));
    else if (READABLE.test(entry.name)) files.push(inner);
    else run.onReject({ stage: 'read', id: inner, reason: 'read.unsupported' });
  }
  return files;
}
