import type { Corpus, PlacedResults, Source, StoredResults } from '../store/index.js';
import { canBeCompared } from './save-results.js';
import { firstChanged, STAGES, type Stage } from './signature.js';

/** Where the work on a source begins, and what it goes on from. */
export type Start =
  | { readonly stage: 'extract' }
  | { readonly stage: 'align' | 'clean'; readonly from: StoredResults }
  /** Only its place in the corpus can have changed what its pairs are. */
  | { readonly stage: 'place'; readonly from: PlacedResults };

/**
 * Finds the first stage that has to be done for a source.
 *
 * @param again - this stage and those after it are done whether they changed or not
 */
export function startOf(
  corpus: Corpus,
  { key, signature, isCurrent, outcome }: Source,
  wanted: string,
  again: Stage | undefined,
): Start {
  if (signature === undefined || !isCurrent || outcome === 'nothing') return { stage: 'extract' };
  const changed = earlier(firstChanged(signature, wanted), again);
  if (changed === 'extract') return { stage: 'extract' };
  // A copy has no pairs of its own: if it is one no more, they are still to be made.
  const stage = outcome === 'duplicate' ? 'align' : changed;
  if (stage === undefined) {
    const from = corpus.results.placed(key);
    if (from === undefined) return { stage: 'extract' };
    if (canBeCompared(from)) return { stage: 'place', from };
  }
  const from = corpus.results.stored(key);
  return from === undefined ? { stage: 'extract' } : { stage: stage ?? 'clean', from };
}

function earlier(one: Stage | undefined, other: Stage | undefined): Stage | undefined {
  return STAGES.find((stage) => stage === one || stage === other);
}
