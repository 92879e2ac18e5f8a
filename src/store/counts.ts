import type { PairState } from '../model/index.js';
import type { Context } from './context.js';
import { toGroupLists } from './gates.js';
import { json, maybeNumber, number, text } from './row.js';
import type { Row, Sql } from './sqlite.js';
import type { GroupCount } from './tally.js';

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

/** Pairs that agree in what is counted of them here. */
type Group = Pick<GroupCount, 'state' | 'reason' | 'shape' | 'layout' | 'pairs' | 'oneSided'>;

/** Counts everything; reads nothing but the counts of the documents. */
export function countAll(context: Context): Counts {
  return countGroups(context, groupsOf(context.sql));
}

/** Documents whose counts are read at once. */
const AT_ONCE = 1_000;
// In one value: rows take much longer to come. A document without groups is one that is damaged.
const GROUPS = `
SELECT max(n) AS last, '[' || group_concat(coalesce(tally -> '$.groups', 'null')) || ']' AS groups
FROM (SELECT n, tally FROM document WHERE n > ? AND duplicate_of IS NULL ORDER BY n LIMIT ${AT_ONCE})`;

/** Pairs of all documents by what is counted of them. */
function groupsOf(sql: Sql): readonly Group[] {
  const sums = new Map<string, { -readonly [Key in keyof Group]: Group[Key] }>();
  for (let after: number | undefined = 0; after !== undefined;) {
    const row: Row = sql.get(GROUPS, after) ?? {};
    after = maybeNumber(row, 'last');
    const documents = after === undefined ? [] : toGroupLists(json(row, 'groups'));
    for (const { state, reason, shape, layout, pairs, oneSided } of documents.flat()) {
      const name = `${state}\n${reason ?? ''}\n${shape}\n${layout}`;
      const sum = sums.get(name);
      if (sum === undefined) {
        const named = reason === undefined ? {} : { reason };
        sums.set(name, { state, ...named, shape, layout, pairs, oneSided });
      } else {
        sum.pairs += pairs;
        sum.oneSided += oneSided;
      }
    }
  }
  return [...sums.values()];
}

/** Counts everything, pairs by groups that are at hand. */
export function countGroups({ sql }: Context, groups: readonly Group[]): Counts {
  const totals: Row = sql.get(TOTALS) ?? {};
  const setAside = sql
    .all(SET_ASIDE)
    .map((row) => ({ reason: text(row, 'reason'), pairs: number(row, 'count') }));
  return {
    sources: number(totals, 'sources'),
    nothing: number(totals, 'without_result'),
    documents: number(totals, 'documents'),
    duplicates: number(totals, 'duplicates'),
    blocks: number(totals, 'blocks'),
    setAside: sum(setAside, ({ pairs }) => pairs),
    pairs: sum(groups, ({ pairs }) => pairs),
    byState: {
      ...{ new: 0, accepted: 0, edited: 0, rejected: 0 },
      ...tally(groups, ({ state }) => state),
    },
    oneSided: sum(groups, ({ oneSided }) => oneSided),
    conflicts: number(totals, 'conflicts'),
    byReason: tally(groups, ({ reason }) => reason),
    byShape: tally(groups, ({ shape }) => shape),
    byLayout: tally(groups, ({ layout }) => layout),
    setAsideByReason: tally(setAside, ({ reason }) => reason),
  };
}

/** Adds numbers up by name, largest first; what has no name is left out. */
function tally<T extends { readonly pairs: number }>(
  items: readonly T[],
  nameOf: (item: T) => string | undefined,
): Record<string, number> {
  const totals = new Map<string, number>();
  for (const item of items) {
    const name = nameOf(item);
    if (name !== undefined) totals.set(name, (totals.get(name) ?? 0) + item.pairs);
  }
  const sorted = [...totals].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0);
}

const TOTALS = `
SELECT
  (SELECT count(*) FROM source) AS sources,
  (SELECT count(*) FROM source WHERE outcome = 'nothing') AS without_result,
  (SELECT count(*) FROM document WHERE duplicate_of IS NULL) AS documents,
  (SELECT count(*) FROM document WHERE duplicate_of IS NOT NULL) AS duplicates,
  (SELECT coalesce(sum(blocks), 0) FROM document WHERE duplicate_of IS NULL) AS blocks,
  (SELECT count(*) FROM decision WHERE conflict IS NOT NULL) AS conflicts`;

const SET_ASIDE = `
SELECT s.reason, count(*) AS count FROM set_aside s JOIN document d ON d.n = s.document
WHERE d.duplicate_of IS NULL GROUP BY s.reason ORDER BY s.reason`;
