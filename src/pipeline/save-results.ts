import { markDuplicates, partOf, type CleanOptions } from '../clean/index.js';
import type { Document, Pair } from '../model/index.js';
import { fingerprintOf } from '../text/index.js';
import type { Corpus, Prepared, Saved, SourceState } from '../store/index.js';

/** Results of a document as the stages made them, not yet compared with the corpus. */
export interface Made {
  readonly sources: readonly [SourceState, ...SourceState[]];
  readonly document: Document;
  readonly pairs: readonly Pair[];
  readonly prepared?: Prepared;
}

/** Compares the pairs of a document with what comes before them in the corpus, and saves them. */
export function saveResults(
  corpus: Corpus,
  { sources, document, pairs: found, prepared }: Made,
  signature: string,
  clean: CleanOptions,
): Saved {
  const pairs = markDuplicates(
    found,
    corpus.seen(sources),
    clean,
    (pair, at) => prepared?.pairs[at]?.print ?? fingerprintOf(pair),
  );
  return corpus.results.save({
    sources,
    signature,
    document,
    pairs,
    partOf,
    ...(prepared === undefined ? {} : { prepared }),
  });
}
