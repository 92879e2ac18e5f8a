import { pairId, type PairId } from '../model/index.js';
import type { Context } from './context.js';
import { number, text } from './row.js';
import type { SourceState } from './results.js';
import { storable } from './storable.js';

/** Looks pairs up by the key under which they were saved. */
export interface SeenPairs {
  /** The first pair with this key in an earlier document. */
  find(key: string): PairId | undefined;
}

/** Pairs of documents that come before these sources in corpus order. */
export function seenBefore(context: Context, sources: readonly SourceState[]): SeenPairs {
  const numbers = sources.flatMap(({ key }) => {
    const row = context.sql.get('SELECT n FROM source WHERE key = ?', storable(key));
    return row === undefined ? [] : [number(row, 'n')];
  });
  const limit = Math.min(...numbers, Number.MAX_SAFE_INTEGER);
  return {
    find(key) {
      const row = context.sql.get(FIND, key, limit);
      return row === undefined ? undefined : pairId(text(row, 'id'));
    },
  };
}

const FIND = `
SELECT id FROM pair WHERE text_key = ? AND is_first = 1 AND document < ?
ORDER BY document, position LIMIT 1`;
