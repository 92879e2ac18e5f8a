import { markDuplicates, partOf, type CleanOptions } from '../clean/index.js';
import type { Corpus, Saved, SourceState } from '../store/index.js';
import { fingerprintOf } from '../text/index.js';
import type { MadeResult } from './work.js';

/** Compares the pairs of a document with what comes before them in the corpus, and saves them. */
export function saveResults(
  corpus: Corpus,
  sources: readonly [SourceState, ...SourceState[]],
  { document, pairs: made, prepared }: MadeResult,
  signature: string,
  clean: CleanOptions,
): Saved {
  const prints = prepared.pairs.map(({ print }) => print);
  const seen = corpus.seen(
    sources,
    prints.flatMap((print) => print ?? []),
  );
  const pairs = markDuplicates(made, seen, clean, (pair, at) => prints[at] ?? fingerprintOf(pair));
  return corpus.results.save({ sources, signature, document, pairs, partOf, prepared });
}
