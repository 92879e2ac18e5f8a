import { hashOf } from '../kit/index.js';
import type { Pair, PairId } from '../model/index.js';
import { normalise } from '../text/index.js';

/** Pairs of earlier documents, in corpus order; the store implements it over the whole corpus. */
export interface SeenPairs {
  /** The first pair with this text key, if an earlier document has one. */
  find(key: string): PairId | undefined;
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

/** Name of the check that refuses a pair met before. */
export const DUPLICATE = 'duplicate';

/**
 * Rejects pairs whose text was met before, naming the first; the first itself stays.
 *
 * Call in corpus order: the outcome depends on it, and on nothing else. One-sided and already
 * rejected pairs are passed through and do not count as first.
 */
export function markDuplicates(pairs: readonly Pair[], earlier: SeenPairs): Pair[] {
  const firsts = new Map<string, PairId>();
  return pairs.map((pair) => {
    const key = duplicateKey(pair);
    if (key === undefined) return pair;
    const first = earlier.find(key) ?? firsts.get(key);
    if (first === undefined || first === pair.id) {
      firsts.set(key, pair.id);
      return pair;
    }
    const finding = { check: DUPLICATE, detail: `same text as ${first}`, rejects: true };
    return { ...pair, state: 'rejected', reason: DUPLICATE, findings: [...pair.findings, finding] };
  });
}

/** The key under which a pair may be the first of its text; rejected pairs have none. */
export function duplicateKey(pair: Pair): string | undefined {
  return pair.state === 'rejected' ? undefined : textKey(pair);
}
