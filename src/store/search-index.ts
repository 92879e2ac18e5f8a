import type { TracedPair } from '../model/index.js';
import type { Context } from './context.js';
import { STORE_DEFAULTS } from './defaults.js';
import { mergeIndex } from './full-text.js';
import { toFacts } from './gates.js';
import { enTerms, zhTerms } from './index-terms.js';
import { documentWhere, pairWhere, type PairFilter } from './pair-filter.js';
import { PAIR_COLUMNS, toPair } from './pair-row.js';
import { json, number, text } from './row.js';

/** What to look for. All phrases must be in the pair; each is plain text as a person types it. */
export interface Phrases {
  /** Runs of Chinese, in either script. */
  readonly zh?: readonly string[];
  /** Runs of English words, in any inflection. */
  readonly en?: readonly string[];
}

/** The full-text index over the pairs. */
export class SearchIndex {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Makes later builds quicker, after one that did much. */
  merge(): void {
    mergeIndex(this.#context.sql);
  }

  /**
   * Pairs that hold every phrase, in the order they were made; memory is bounded and nothing
   * stays locked. Phrases without a letter match nothing.
   */
  *find(phrases: Phrases, filter: PairFilter = {}): Iterable<TracedPair> {
    const match = matchOf(phrases);
    if (match === undefined) return;
    const [pairs, documents] = [pairWhere(filter), documentWhere(filter)];
    const query = `SELECT t.rowid AS place, ${COLUMNS}, d.id AS document_id, d.facts
      FROM pair_text t CROSS JOIN pair p ON p.n = t.rowid CROSS JOIN document d ON d.n = p.document
      WHERE pair_text MATCH ? AND t.rowid > ? AND ${pairs.sql} AND ${documents.sql}
      ORDER BY t.rowid LIMIT ?`;
    for (let [after, limit] = [0, FIRST_READ]; ; limit = STORE_DEFAULTS.streamRows) {
      const values = [...pairs.values, ...documents.values];
      const rows = this.#context.sql.all(query, match, after, ...values, limit);
      for (const row of rows) {
        after = number(row, 'place');
        yield { pair: toPair(row), document: toFacts(json(row, 'facts')) };
      }
      if (rows.length < limit) return;
    }
  }

  /** How many pairs {@link SearchIndex.find} would give. */
  count(phrases: Phrases, filter: PairFilter = {}): number {
    const match = matchOf(phrases);
    if (match === undefined) return 0;
    const { sql } = this.#context;
    if (Object.keys(filter).length === 0) {
      const row = sql.get('SELECT count(*) AS n FROM pair_text WHERE pair_text MATCH ?', match);
      return number(row ?? {}, 'n');
    }
    const [pairs, documents] = [pairWhere(filter), documentWhere(filter)];
    const row = sql.get(
      `SELECT count(*) AS n FROM pair_text t CROSS JOIN pair p ON p.n = t.rowid
       CROSS JOIN document d ON d.n = p.document
       WHERE pair_text MATCH ? AND ${pairs.sql} AND ${documents.sql}`,
      match,
      ...pairs.values,
      ...documents.values,
    );
    return number(row ?? {}, 'n');
  }

  /**
   * The most frequent terms of one side: single characters and foreign words for Chinese,
   * stems for English. Scans the vocabulary of the index once.
   */
  frequent(
    side: 'zh' | 'en',
    limit: number,
  ): readonly { readonly term: string; readonly pairs: number }[] {
    return this.#context.sql
      .all(
        `SELECT term, doc FROM pair_terms WHERE col = ? ORDER BY doc DESC, term LIMIT ?`,
        side,
        limit,
      )
      .map((row) => ({ term: text(row, 'term'), pairs: number(row, 'doc') }));
  }

  /** Number of different terms on each side. */
  vocabulary(): { readonly zh: number; readonly en: number } {
    const sizes = { zh: 0, en: 0 };
    const rows = this.#context.sql.all(
      'SELECT col, count(*) AS n FROM pair_terms GROUP BY col ORDER BY col',
    );
    for (const row of rows) Object.assign(sizes, { [text(row, 'col')]: number(row, 'n') });
    return sizes;
  }
}

/** The first screenful comes from a small read; who goes on gets larger ones. */
const FIRST_READ = 50;
const COLUMNS = PAIR_COLUMNS.map((column) => `p.${column}`).join();

/** An FTS5 expression of quoted phrases; `undefined` when nothing is left to look for. */
function matchOf({ zh = [], en = [] }: Phrases): string | undefined {
  const parts = [
    ...zh.map((phrase) => ['zh', zhTerms(phrase)] as const),
    ...en.map((phrase) => ['en', enTerms(phrase)] as const),
  ];
  if (parts.length === 0 || parts.some(([, terms]) => terms === '')) return undefined;
  return parts.map(([column, terms]) => `${column} : "${terms}"`).join(' AND ');
}
