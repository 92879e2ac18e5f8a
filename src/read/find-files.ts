import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DuizhaoError, readFailure, type Run } from '../kit/index.js';
import { fileSource } from './archive/byte-source.js';
import { archiveLeaves } from './archive/leaves.js';
import { unsupported } from './failure.js';
import { kindByName } from './file-kind.js';
import { loadWhole, type Leaf } from './leaf.js';

/**
 * The file named, the readable files of a folder and its folders, or those of an archive, in the
 * order of their names. What is not readable inside is handed to `run.onReject`.
 *
 * @throws DuizhaoError `file.missing`, `file.unreadable`, or what is wrong with the archive named
 */
export async function filesIn(path: string, run: Run): Promise<readonly Leaf[]> {
  const info = await stat(path).catch((error: unknown) => {
    throw readFailure(error, path);
  });
  if (info.isDirectory()) return folderLeaves(path, run);
  return kindByName(path) === 'zip' ? zipLeaves(path, run) : [fileLeaf(path)];
}

/** One file on disk, whatever it is. */
export function fileLeaf(path: string): Leaf {
  return {
    location: path,
    load: async () => {
      try {
        return await loadWhole(await fileSource(path), path, await timeOf(path));
      } catch (error) {
        throw readFailure(error, path);
      }
    },
  };
}

/** What duizhao keeps in the folder of a corpus. */
const OWN_FILES = /^(?:(?:corpus|crawl)\.db(?:-wal|-shm)?|archive|duizhao\.yaml|lexicon\.jsonl)$/;

/** A corpus inside is passed over whole: what it holds came from elsewhere. */
async function innerLeaves(folder: string, run: Run): Promise<readonly Leaf[]> {
  const isCorpus = await stat(join(folder, 'corpus.db')).catch(() => undefined);
  if (isCorpus === undefined) return folderLeaves(folder, run);
  const message = 'a corpus; name a folder inside it if there are texts';
  run.onReject({ stage: 'read', id: folder, reason: 'read.corpus', message });
  return [];
}

async function folderLeaves(folder: string, run: Run): Promise<readonly Leaf[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw readFailure(error, folder);
  });
  const isCorpus = entries.some(({ name }) => name === 'corpus.db');
  const leaves: Leaf[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || (isCorpus && OWN_FILES.test(entry.name))) continue;
    if (entry.isDirectory()) leaves.push(...(await innerLeaves(path, run)));
    else if (kindByName(entry.name) === 'zip') leaves.push(...(await triedZip(path, run)));
    else if (kindByName(entry.name) !== undefined) leaves.push(fileLeaf(path));
    else run.onReject(unsupported(path));
  }
  return leaves;
}

async function zipLeaves(path: string, run: Run): Promise<readonly Leaf[]> {
  const source = await fileSource(path);
  const fetchedAt = await timeOf(path);
  return archiveLeaves({ source, location: path, fetchedAt, depth: 0 }, run);
}

/** A broken archive in a folder does not stop the folder. */
async function triedZip(path: string, run: Run): Promise<readonly Leaf[]> {
  try {
    return await zipLeaves(path, run);
  } catch (error) {
    if (!(error instanceof DuizhaoError)) throw error;
    const { code, message } = error.failure;
    run.onReject({ stage: 'read', id: path, reason: code, message });
    return [];
  }
}

async function timeOf(path: string): Promise<string> {
  const { mtime } = await stat(path);
  return mtime.toISOString().replace(/\.\d+Z$/u, 'Z');
}
