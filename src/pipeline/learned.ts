import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { learnLexicon, type AlignInput } from '../align/index.js';
import { readFailure, systemCode, writeAtomic } from '../kit/index.js';
import { parseLearned, printLearned, type LearnedLexicon } from '../lexicon/index.js';
import type { Corpus } from '../store/index.js';
import { engineOptions, withCorpus } from './corpus.js';
import { alignInput, splitDocument, type EngineOptions } from './engine.js';
import { sampleOf } from './sample.js';
import { readSettings } from './settings.js';

/** Name of the learned lexicon in a corpus folder. */
export const LEXICON_FILE = 'lexicon.jsonl';

/**
 * Chinese sentences learned from at most: beyond it the counts hardly change, while memory
 * grows with every sentence. Of a larger corpus a sample is taken, the same every time.
 */
const MAX_SENTENCES = 100_000;

/** The options with the corpus's own learned lexicon, where it has one. */
export async function withLearned(options: EngineOptions, folder: string): Promise<EngineOptions> {
  const learned = await readLearned(folder);
  if (learned === undefined) return options;
  const { align, clean } = options;
  return { ...options, align: { ...align, learned }, clean: { ...clean, learned } };
}

/** The learned lexicon of a corpus folder, if there is one. */
export async function readLearned(folder: string): Promise<LearnedLexicon | undefined> {
  const file = join(folder, LEXICON_FILE);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw readFailure(error, file);
  });
  return text === undefined ? undefined : parseLearned(text, file);
}

/** What learning did. */
export interface LearnSummary {
  readonly file: string;
  readonly documents: number;
  /** Chinese sentences learned from. */
  readonly sentences: number;
  /** Word translations kept. */
  readonly translations: number;
}

/**
 * Learns word translations from the documents of a corpus and keeps them in its folder, where
 * the next build uses them. The same corpus gives the same file.
 */
export async function learnFromCorpus(folder: string): Promise<LearnSummary> {
  const options = await engineOptions(await readSettings(folder), folder);
  return withCorpus(folder, { readOnly: true }, async (corpus) => {
    const inputs = [...bilingualInputs(corpus, options)];
    const learned = learnLexicon(inputs);
    const file = join(folder, LEXICON_FILE);
    await writeAtomic(file, printLearned(learned));
    return {
      file,
      documents: inputs.length,
      sentences: inputs.reduce((sum, { zh }) => sum + zh.length, 0),
      translations: learned.length,
    };
  });
}

/** Documents in both languages, a sample of them where there are more sentences than enough. */
function* bilingualInputs(corpus: Corpus, options: EngineOptions): Iterable<AlignInput> {
  let sentences = 0;
  for (const key of sampleOf(bilingualKeys(corpus), MAX_SENTENCES)) {
    const document = corpus.documents.load(key);
    if (document === undefined) continue;
    const input = alignInput(document, splitDocument(document, options.split));
    sentences += input.zh.length;
    yield input;
    if (sentences >= MAX_SENTENCES) return;
  }
}

function* bilingualKeys(corpus: Corpus): Iterable<string> {
  for (const { facts } of corpus.documents.list({ duplicate: false })) {
    if (facts.layout !== 'one-language') yield facts.key;
  }
}
