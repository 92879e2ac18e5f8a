import type { Layout, PairState } from '../model/index.js';
import { siteWhere } from './site-where.js';
import type { Value } from './sqlite.js';

/** Which pairs are wanted; what is absent does not restrict. */
export interface PairFilter {
  readonly states?: readonly PairState[];
  /** Lowest score that passes. */
  readonly minScore?: number;
  /** Highest score that passes. */
  readonly maxScore?: number;
  /** `true`: both sides have text; `false`: one side is empty. */
  readonly twoSided?: boolean;
  /** Name of a check that found something in the pair. */
  readonly check?: string;
  /** Why the pair is rejected. */
  readonly reason?: string;
  readonly shape?: string;
  /** Key or id of the document, or the URL or path of one of its pages. */
  readonly document?: string;
  /**
   * Host of the document's URL, subdomains included; or what else statistics and exports show as its
   * site: see {@link siteWhere}.
   */
  readonly site?: string;
  /** First date of the document that passes, `YYYY-MM-DD`; undated documents do not. */
  readonly since?: string;
  /** Last date that passes; `2024` and `2024-03` mean their last day. */
  readonly until?: string;
  readonly layout?: Layout;
}

/** A condition in SQL and the values it takes. */
export interface Where {
  readonly sql: string;
  readonly values: readonly Value[];
}

const IS_DOCUMENT = `(d.key = ? OR d.id = ? OR EXISTS (
  SELECT 1 FROM json_each(d.facts, '$.origins') o
  WHERE o.value ->> '$.location' = ? OR o.value ->> '$.finalUrl' = ?))`;

/** The part of a filter that looks at the document, over alias `d`. */
export function documentWhere(filter: PairFilter): Where {
  const parts: [string, ...Value[]][] = [['d.duplicate_of IS NULL']];
  const { document } = filter;
  if (document !== undefined) parts.push([IS_DOCUMENT, document, document, document, document]);
  if (filter.site !== undefined) {
    const { sql, values } = siteWhere(filter.site);
    parts.push([sql, ...values]);
  }
  if (filter.since !== undefined) parts.push(['d.date >= ?', filter.since]);
  if (filter.until !== undefined)
    parts.push(['substr(d.date, 1, length(?)) <= ?', filter.until, filter.until]);
  return join(parts);
}

/** The part of a filter that looks at the pair, over alias `p`. */
export function pairWhere(filter: PairFilter): Where {
  const parts: [string, ...Value[]][] = [];
  const { states } = filter;
  if (states !== undefined) parts.push([`p.state IN (${states.map(() => '?').join()})`, ...states]);
  if (filter.minScore !== undefined) parts.push(['p.score >= ?', filter.minScore]);
  if (filter.maxScore !== undefined) parts.push(['p.score <= ?', filter.maxScore]);
  if (filter.twoSided === true) parts.push(['(p.zh_length > 0 AND p.en_length > 0)']);
  if (filter.twoSided === false) parts.push(['(p.zh_length = 0 OR p.en_length = 0)']);
  if (filter.reason !== undefined) parts.push(['p.reason = ?', filter.reason]);
  if (filter.shape !== undefined) parts.push(['p.shape = ?', filter.shape]);
  if (filter.layout !== undefined) parts.push(['p.layout = ?', filter.layout]);
  if (filter.check !== undefined) parts.push(['instr(p.checks, ?) > 0', `,${filter.check},`]);
  return join(parts);
}

function join(parts: readonly (readonly [string, ...Value[]])[]): Where {
  return {
    sql: parts.length === 0 ? '1' : parts.map(([sql]) => sql).join(' AND '),
    values: parts.flatMap(([, ...values]) => values),
  };
}
