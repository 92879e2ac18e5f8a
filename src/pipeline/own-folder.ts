import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { openCorpus } from '../store/index.js';
import { makeFolder } from './files.js';

/**
 * Makes the folder if it is missing and works in it. When the work fails before anything came
 * in, a folder that was made for it goes again: an empty corpus would only look like one.
 */
export async function inOwnFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const wasThere = await isThere(folder);
  await makeFolder(folder);
  try {
    return await work();
  } catch (error) {
    // What went wrong first is what counts: a folder that will not go is no second failure.
    if (!wasThere) await removeIfEmpty(folder).catch(() => undefined);
    throw error;
  }
}

/** Whatever is beside the database is somebody's, or what a crawl goes on from. */
async function removeIfEmpty(folder: string): Promise<void> {
  const names = await readdir(folder);
  if (!names.every((name) => /^corpus\.db(-wal|-shm)?$/.test(name))) return;
  if (names.includes('corpus.db') && hasSources(folder)) return;
  for (const name of names) await rm(join(folder, name), { force: true });
  await rmdir(folder);
}

function hasSources(folder: string): boolean {
  const corpus = openCorpus(folder);
  try {
    return corpus.counts().sources > 0;
  } finally {
    corpus.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
