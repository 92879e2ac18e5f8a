import type { PairState } from '../model/index.js';
import type { Context } from './context.js';
import { maybeText, number } from './row.js';
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
  /** Rejected pairs by the check that decided. */
  readonly byReason: Readonly<Record<string, number>>;
  readonly byShape: Readonly<Record<string, number>>;
  readonly byLayout: Readonly<Record<string, number>>;
  readonly setAsideByReason: Readonly<Record<string, number>>;
}

/** Counts everything; scans the pairs once. */
export function countAll({ sql }: Context): Counts {
  const totals: Row = sql.get(TOTALS) ?? {};
  const groups = sql.all(GROUPS);
  const states = tally(groups, 'state');
  const setAside = sql.all(SET_ASIDE);
  return {
    sources: number(totals, 'sources'),
    nothing: number(totals, 'without_result'),
    documents: number(totals, 'documents'),
    duplicates: number(totals, 'duplicates'),
    blocks: number(totals, 'blocks'),
    setAside: sum(setAside, 'count'),
    pairs: sum(groups, 'count'),
    byState: { new: 0, accepted: 0, edited: 0, rejected: 0, ...states },
    oneSided: sum(groups, 'one_sided'),
    conflicts: number(totals, 'conflicts'),
    byReason: tally(groups, 'reason'),
    byShape: tally(groups, 'shape'),
    byLayout: tally(groups, 'layout'),
    setAsideByReason: tally(setAside, 'reason'),
  };
}

/** Adds the rows' counts up by one column, largest first; rows without a value are left out. */
function tally(rows: readonly Row[], column: string): Record<string, number> {
  const totals = new Map<string, number>();
  for (const row of rows) {
    const name = maybeText(row, column);
    if (name !== undefined) totals.set(name, (totals.get(name) ?? 0) + number(row, 'count'));
  }
  const sorted = [...totals].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

function sum(rows: readonly Row[], column: string): number {
  return rows.reduce((total, row) => total + number(row, column), 0);
}

const TOTALS = `
SELECT
  (SELECT count(*) FROM source) AS sources,
  (SELECT count(*) FROM source WHERE outcome = 'nothing') AS without_result,
  (SELECT count(*) FROM document WHERE duplicate_of IS NULL) AS documents,
  (SELECT count(*) FROM document WHERE duplicate_of IS NOT NULL) AS duplicates,
  (SELECT coalesce(sum(blocks), 0) FROM document WHERE duplicate_of IS NULL) AS blocks,
  (SELECT count(*) FROM decision WHERE conflict IS NOT NULL) AS conflicts`;

const GROUPS = `
SELECT state, reason, shape, layout, count(*) AS count, sum(zh_length = 0 OR en_length = 0) AS one_sided
FROM pair INDEXED BY pair_place
GROUP BY state, reason, shape, layout ORDER BY state, reason, shape, layout`;

const SET_ASIDE = `
SELECT s.reason, count(*) AS count FROM set_aside s JOIN document d ON d.n = s.document
WHERE d.duplicate_of IS NULL GROUP BY s.reason ORDER BY s.reason`;
