import {
  acrossLimits,
  compareWithEarlier,
  markDuplicates,
  partOf,
  standingAlone,
  type CleanOptions,
} from '../clean/index.js';
import type { Corpus, Placed, PlacedResults, Saved, SourceState } from '../store/index.js';
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
  const seen = corpus.seen(sources);
  const printAt = (at: number) => prepared.pairs[at]?.print;
  const pairs = markDuplicates(made, seen, clean, (pair, at) => printAt(at) ?? fingerprintOf(pair));
  const limits = acrossLimits(clean);
  return corpus.results.save({ sources, signature, document, pairs, prepared, partOf, limits });
}

/** The same of results of an earlier build: texts, scores and checks of a pair alone stay as they are. */
export function saveCompared(
  corpus: Corpus,
  placed: PlacedResults,
  signature: string,
  clean: CleanOptions,
): Placed | undefined {
  const alone = placed.pairs.map(standingAlone);
  const compared = compareWithEarlier(alone, corpus.seen(placed.sources), clean, (_pair, at) =>
    printOf(placed, at),
  );
  const standings = compared.map(([, standing]) => standing);
  return corpus.results.saveCompared({
    placed,
    standings,
    signature,
    partOf,
    limits: acrossLimits(clean),
  });
}

function printOf({ document, pairs }: PlacedResults, at: number) {
  const print = pairs[at]?.print;
  if (print !== undefined) return print;
  throw new RangeError(`pair ${at + 1} of ${document.key} has no fingerprint`);
}

/** Whether every pair that plays a part can be compared without its texts. */
export function canBeCompared({ pairs }: PlacedResults): boolean {
  return pairs.every((pair) => pair.print !== undefined || partOf(pair) === 'none');
}
