import { acrossLimits, markDuplicates, partOf, type CleanOptions } from '../clean/index.js';
import type { Pair } from '../model/index.js';
import type { Corpus, Saved, SourceState } from '../store/index.js';
import { fingerprintOf } from '../text/index.js';
import type { MadeResult, OldResult } from './work.js';

/**
 * Compares the pairs of a document with what comes before them in the corpus, and saves them.
 *
 * @returns what saving did; `undefined` if they stand as they are
 */
export function saveResults(
  corpus: Corpus,
  sources: readonly [SourceState, ...SourceState[]],
  result: MadeResult | OldResult,
  signature: string,
  clean: CleanOptions,
): Saved | undefined {
  const { pairs: made } = result;
  const prints = result.prepared.pairs.map(({ print }) => print);
  const seen = corpus.seen(sources);
  const pairs = markDuplicates(made, seen, clean, (pair, at) => prints[at] ?? fingerprintOf(pair));
  const saving = { sources, signature, pairs, partOf, limits: acrossLimits(clean) };
  if (result.kind === 'made') {
    return corpus.results.save({ ...saving, document: result.document, prepared: result.prepared });
  }
  const { document, stored, prepared } = result;
  const areSame = pairs.every((pair, at) => isSame(pair, stored[at]));
  if (areSame && corpus.results.stand({ sources, signature, document })) return undefined;
  return corpus.results.save({ ...saving, document, prepared });
}

/** Whether comparing came out as before: nothing else of a pair can have changed. */
function isSame(pair: Pair, stored: Pair | undefined): boolean {
  return (
    pair.state === stored?.state &&
    pair.reason === stored.reason &&
    JSON.stringify(pair.findings) === JSON.stringify(stored.findings)
  );
}
