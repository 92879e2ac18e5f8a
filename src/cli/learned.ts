import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFailure, systemCode } from '../kit/index.js';
import type { LearnedLexicon } from '../lexicon/index.js';

/** The learned lexicon of a corpus folder; empty where nothing was learned. */
export async function learnedIn(folder: string): Promise<LearnedLexicon> {
  const file = join(folder, 'lexicon.jsonl');
  const { parseLearned } = await import('../lexicon/index.js');
  try {
    return parseLearned(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw readFailure(error, file);
  }
}
