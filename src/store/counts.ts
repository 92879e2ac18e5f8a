import type { PairState } from '../model/index.js';
import type { Context } from './context.js';
import { number, text } from './row.js';
import type { Row } from './sqlite.js';

/** How much of everything the corpus holds. */
export interface Counts {
  readonly sources: number;
  /** Sources whose last build gave no document. */
  readonly nothing: number;
  /** Documents that repeat no other. */
  readonly documents: number;
  /** Documents with the text of an earlier one. */
  readonly duplicates: number;
  readonly blocks: number;
  readonly setAside: number;
  readonly pairs: number;
  readonly byState: Readonly<Record<PairState, number>>;
  /** Pairs with text on one side only. */
  readonly oneSided: number;
  readonly conflicts: number;
}

/** Counts everything; scans the pairs once. */
export function countAll({ sql }: Context): Counts {
  const totals: Row = sql.get(TOTALS) ?? {};
  const byState = { new: 0, accepted: 0, edited: 0, rejected: 0 } satisfies Record<
    PairState,
    number
  >;
  let [pairs, oneSided] = [0, 0];
  for (const row of sql.all(STATES)) {
    const [state, count] = [text(row, 'state'), number(row, 'count')];
    if (state in byState) Object.assign(byState, { [state]: count });
    pairs += count;
    oneSided += number(row, 'one_sided');
  }
  return {
    sources: number(totals, 'sources'),
    nothing: number(totals, 'without_result'),
    documents: number(totals, 'documents'),
    duplicates: number(totals, 'duplicates'),
    blocks: number(totals, 'blocks'),
    setAside: number(totals, 'set_aside'),
    pairs,
    byState,
    oneSided,
    conflicts: number(totals, 'conflicts'),
  };
}

const TOTALS = `
SELECT
  (SELECT count(*) FROM source) AS sources,
  (SELECT count(*) FROM source WHERE outcome = 'nothing') AS without_result,
  (SELECT count(*) FROM document WHERE duplicate_of IS NULL) AS documents,
  (SELECT count(*) FROM document WHERE duplicate_of IS NOT NULL) AS duplicates,
  (SELECT coalesce(sum(blocks), 0) FROM document WHERE duplicate_of IS NULL) AS blocks,
  (SELECT count(*) FROM set_aside s JOIN document d ON d.n = s.document
   WHERE d.duplicate_of IS NULL) AS set_aside,
  (SELECT count(*) FROM decision WHERE conflict IS NOT NULL) AS conflicts`;

const STATES = `
SELECT state, count(*) AS count, sum(zh = '' OR en = '') AS one_sided FROM pair GROUP BY state`;
