import type { Statistics } from '../../src/search/index.js';

/** No stage handed anything on. */
export const NOTHING = { sources: 0, documents: 0, blocks: 0, sentences: 0, pairs: 0, kept: 0 };

/** The numbers of an empty corpus, some of them changed. */
export function statistics(patch: Partial<Statistics> = {}): Statistics {
  return {
    version: '0',
    counts: {
      ...{ sources: 0, nothing: 0, documents: 0, duplicates: 0, blocks: 0, setAside: 0, pairs: 0 },
      byState: { new: 0, accepted: 0, edited: 0, rejected: 0 },
      ...{ oneSided: 0, conflicts: 0, byReason: {}, byShape: {}, byLayout: {} },
      setAsideByReason: {},
    },
    yield: NOTHING,
    ...{ sites: [], years: [], layouts: [], shapes: [], checks: [], reasons: {} },
    ...{ scores: [], lengths: [], lengthSample: [] },
    ...patch,
  };
}
