import { hashOf } from '../kit/index.js';
import type { Pair, PairId } from '../model/index.js';
import { normalise } from '../text/index.js';

/** Pairs met so far, in corpus order; the store implements it over the whole corpus. */
export interface SeenPairs {
  /** The first pair with this text key, if there was one before. */
  find(key: string): PairId | undefined;
  /** Records a pair as the first with its key. */
  add(key: string, id: PairId): void;
}

/** Two pairs with the same key say the same: case, width, spaces and punctuation aside. */
export function textKey(pair: Pick<Pair, 'zh' | 'en'>): string {
  return hashOf(bare(pair.zh), bare(pair.en)).slice(0, 32);
}

function bare(text: string): string {
  return normalise(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Rejects pairs whose text was met before, naming the first; the first itself stays.
 *
 * Call in corpus order: the outcome depends on it, and on nothing else. One-sided and already
 * rejected pairs are passed through and do not count as first.
 */
export function markDuplicates(pairs: readonly Pair[], seen: SeenPairs): Pair[] {
  return pairs.map((pair) => {
    if (pair.state !== 'new') return pair;
    const key = textKey(pair);
    const first = seen.find(key);
    if (first === undefined || first === pair.id) {
      if (first === undefined) seen.add(key, pair.id);
      return pair;
    }
    return {
      ...pair,
      state: 'rejected',
      reason: DUPLICATE,
      findings: [
        ...pair.findings,
        { check: DUPLICATE, detail: `same text as ${first}`, rejects: true },
      ],
    };
  });
}

/** Name of the check that refuses a pair met before. */
export const DUPLICATE = 'duplicate';

/** {@link SeenPairs} in memory, for a stream without a corpus. */
export function seenInMemory(): SeenPairs {
  const firsts = new Map<string, PairId>();
  return { find: (key) => firsts.get(key), add: (key, id) => void firsts.set(key, id) };
}
