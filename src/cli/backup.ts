import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFailure, systemCode, writeAtomic } from '../kit/index.js';
import { openCorpus } from '../store/index.js';

/** What `duizhao backup` reports. */
export interface BackupReport {
  readonly file: string;
  readonly bytes: number;
  readonly pairs: number;
}

/** Copies the database and the settings, then opens the copy to count what is in it. */
export async function backupCorpus(
  corpusFolder: string,
  folder: string,
  overwrite: boolean,
): Promise<BackupReport> {
  const corpus = openCorpus(corpusFolder, { readOnly: true });
  try {
    const made = corpus.backup(folder, { overwrite });
    const settings = await readSettings(join(corpusFolder, 'duizhao.yaml'));
    if (settings !== undefined) await writeAtomic(join(folder, 'duizhao.yaml'), settings);
    const copy = openCorpus(folder, { readOnly: true });
    const { pairs } = copy.counts();
    copy.close();
    return { ...made, pairs };
  } finally {
    corpus.close();
  }
}

async function readSettings(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw readFailure(error, file);
  }
}
