import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readFailure, systemCode, writeAtomic } from '../kit/index.js';
import { openCorpus, type Backup } from '../store/index.js';

/** Copies the database, of whatever schema, and what a build reads beside it. */
export async function backupCorpus(
  corpusFolder: string,
  folder: string,
  overwrite: boolean,
): Promise<Backup> {
  const corpus = openCorpus(corpusFolder, { readOnly: true, anySchema: true });
  try {
    const made = corpus.backup(folder, { overwrite });
    for (const name of await namesBeside(corpusFolder)) {
      const content = await readIfThere(join(corpusFolder, name));
      if (content !== undefined) await writeAtomic(join(folder, name), content);
    }
    return made;
  } finally {
    corpus.close();
  }
}

/** Files that say what a build makes of the sources: without them the copy would be built anew. */
async function namesBeside(corpusFolder: string): Promise<readonly string[]> {
  const { LEXICON_FILE, readSettings } = await import('../pipeline/index.js');
  // Settings that are wrong are copied as they are: they hinder no copy.
  const settings = await readSettings(corpusFolder).catch(() => undefined);
  const rules = settings?.split?.srx;
  const isBeside = rules !== undefined && basename(rules) === rules;
  return ['duizhao.yaml', LEXICON_FILE, ...(isBeside ? [rules] : [])];
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw readFailure(error, file);
  }
}
