import type { Corpus, PairFilter } from '../store/index.js';
import type { Tally } from './data.js';

/** What the corpus holds, stage by stage. */
export interface Yield {
  /** Pairs that go into the exports. */
  readonly kept: number;
  /** Sources, documents, blocks, pairs, kept: first to last. */
  readonly stages: readonly Tally[];
  /** Rejected pairs by reason, most frequent first. */
  readonly reasons: readonly Tally[];
  /** Text set aside by reason, most frequent first. */
  readonly setAside: readonly Tally[];
  readonly shapes: readonly Tally[];
  readonly layouts: readonly Tally[];
}

/** Pairs that go into translation memories and tables: two-sided, not rejected. */
export const KEPT: PairFilter = { states: ['new', 'accepted', 'edited'], twoSided: true };

/** Counts by stage. */
export function countYield(corpus: Corpus): Yield {
  const counts = corpus.counts();
  const kept = corpus.pairs.count(KEPT);
  return {
    kept,
    stages: [
      { name: 'sources', count: counts.sources },
      { name: 'documents', count: counts.documents },
      { name: 'blocks', count: counts.blocks },
      { name: 'pairs', count: counts.pairs },
      { name: 'kept', count: kept },
    ],
    reasons: byFrequency(counts.byReason),
    setAside: byFrequency(counts.setAsideByReason),
    shapes: byFrequency(counts.byShape),
    layouts: byFrequency(counts.byLayout),
  };
}

/** Most frequent first; equal counts in alphabetical order. */
export function byFrequency(counts: Readonly<Record<string, number>>): Tally[] {
  return Object.entries(counts)
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}
