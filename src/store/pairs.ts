import {
  pairId,
  type DocumentFacts,
  type Pair,
  type PairId,
  type TracedPair,
} from '../model/index.js';
import type { Context } from './context.js';
import { STORE_DEFAULTS } from './defaults.js';
import { toFacts } from './gates.js';
import { documentWhere, pairWhere, type PairFilter, type Where } from './pair-filter.js';
import { HAS_ID, PAIR_COLUMNS, toPair } from './pair-row.js';
import { json, number, text } from './row.js';

const COLUMNS = PAIR_COLUMNS.map((column) => `p.${column}`).join();

/** Behind every hex digit. */
const AFTER_HEX = 'g';
const IDS_BEGINNING = `
SELECT id FROM pair WHERE substr(id, 1, 5) >= ?3 AND substr(id, 1, 5) < ?4 AND id >= ?1 AND id < ?2
UNION SELECT pair FROM decision WHERE pair >= ?1 AND pair < ?2
UNION SELECT pair FROM history WHERE pair >= ?1 AND pair < ?2
ORDER BY id LIMIT ?5`;

/** The pairs of the corpus: read only; {@link Results} and {@link Edits} write them. */
export class Pairs {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * Pairs with their origin, in corpus order: order of adding, then position.
   *
   * Memory is bounded, nothing stays locked between two pairs, and a document saved meanwhile
   * is given as it was or as it is, never half of each unless it has more pairs than one read.
   */
  *stream(filter: PairFilter = {}): Iterable<TracedPair> {
    const where = pairWhere(filter);
    for (const { n, facts } of this.#documents(filter)) {
      for (const pair of this.#pairsOf(n, facts.id, where)) yield { pair, document: facts };
    }
  }

  /** How many pairs {@link Pairs.stream} would give. */
  count(filter: PairFilter = {}): number {
    const pairs = pairWhere(filter);
    const documents = documentWhere(filter);
    const row = this.#context.sql.get(
      `SELECT count(*) AS n FROM pair p JOIN document d ON d.n = p.document
       WHERE ${documents.sql} AND ${pairs.sql}`,
      ...documents.values,
      ...pairs.values,
    );
    return number(row ?? {}, 'n');
  }

  /**
   * At most `limit` pairs spread evenly over the corpus, in the order they were made; always
   * the same ones. Rejected pairs are left out after choosing.
   */
  *sample(limit: number): Iterable<Pair> {
    const { sql } = this.#context;
    const last = number(sql.get('SELECT coalesce(max(n), 0) AS n FROM pair') ?? {}, 'n');
    const step = Math.max(1, last / limit);
    for (let from = 0; from < limit && from * step < last; from += STORE_DEFAULTS.streamRows) {
      const size = Math.min(STORE_DEFAULTS.streamRows, limit - from);
      const wanted = Array.from({ length: size }, (_one, at) => place(from + at, step));
      yield* sql
        .all(
          `SELECT ${COLUMNS}, d.id AS document_id FROM json_each(?) w CROSS JOIN pair p ON p.n = w.value
           CROSS JOIN document d ON d.n = p.document WHERE p.state <> 'rejected' ORDER BY p.n`,
          JSON.stringify(wanted),
        )
        .map(toPair);
    }
  }

  /** One pair with its origin, if the corpus has it. */
  get(id: PairId): TracedPair | undefined {
    const row = this.#context.sql.get(
      `SELECT ${COLUMNS}, d.id AS document_id, d.facts FROM pair p JOIN document d ON d.n = p.document
       WHERE ${HAS_ID}`,
      id,
    );
    if (row === undefined) return undefined;
    return { pair: toPair(row), document: toFacts(json(row, 'facts')) };
  }

  /**
   * Ids that begin so, in order: of pairs, and of those that are gone but were decided on or have a
   * history.
   *
   * @param beginning - at least four hex digits in lower case
   */
  idsBeginning(beginning: string, limit: number): readonly PairId[] {
    const end = `${beginning}${AFTER_HEX}`;
    const start = beginning.slice(0, 5);
    return this.#context.sql
      .all(IDS_BEGINNING, beginning, end, start, `${start}${AFTER_HEX}`, limit)
      .map((row) => pairId(text(row, 'id')));
  }

  /** Every pair of one document, in order; empty when the corpus does not have it. */
  of(documentKey: string): readonly Pair[] {
    return this.#context.sql
      .all(
        `SELECT ${COLUMNS}, d.id AS document_id FROM document d JOIN pair p ON p.document = d.n
         WHERE d.key = ? ORDER BY p.position, p.n`,
        documentKey,
      )
      .map(toPair);
  }

  *#documents(filter: PairFilter): Iterable<{ n: number; facts: DocumentFacts }> {
    const { sql, values } = documentWhere(filter);
    const query = `SELECT n, facts FROM document d WHERE d.n > ? AND ${sql} ORDER BY d.n LIMIT ?`;
    for (let after = 0; ;) {
      const rows = this.#context.sql.all(query, after, ...values, STORE_DEFAULTS.streamDocuments);
      for (const row of rows) {
        after = number(row, 'n');
        yield { n: after, facts: toFacts(json(row, 'facts')) };
      }
      if (rows.length < STORE_DEFAULTS.streamDocuments) return;
    }
  }

  *#pairsOf(document: number, id: string, { sql, values }: Where): Iterable<Pair> {
    const query = `SELECT ${COLUMNS}, p.n FROM pair p INDEXED BY pair_place
      WHERE p.document = ? AND (p.position, p.n) > (?, ?) AND ${sql}
      ORDER BY p.position, p.n LIMIT ?`;
    for (let [position, n] = [-1, -1]; ;) {
      const limit = STORE_DEFAULTS.streamRows;
      const rows = this.#context.sql.all(query, document, position, n, ...values, limit);
      for (const row of rows) yield toPair({ ...row, document_id: id });
      const last = rows.at(-1);
      if (last === undefined || rows.length < limit) return;
      [position, n] = [number(last, 'position'), number(last, 'n')];
    }
  }
}

/**
 * Row number of the i-th pair of a sample: one from each stretch of `step` rows, at a place
 * that moves by the golden section, so that no regularity of the documents shows through.
 */
function place(i: number, step: number): number {
  return Math.floor((i + ((i * GOLDEN) % 1)) * step) + 1;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;
