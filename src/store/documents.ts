import type { Document, DocumentFacts, Layout, SetAside } from '../model/index.js';
import type { Context } from './context.js';
import { STORE_DEFAULTS } from './defaults.js';
import { toBody, toFacts, toOrigins } from './gates.js';
import { unpackJson } from './packing.js';
import { bytes, json, maybeText, number, text } from './row.js';
import type { Row } from './sqlite.js';
import { storable } from './storable.js';

/** A document of the corpus without its text. */
export interface StoredDocument {
  readonly facts: DocumentFacts;
  /** Its place in the corpus. */
  readonly order: number;
  /** Keys of its sources, Chinese first where there are two. */
  readonly sources: readonly string[];
  /** Key of the document with the same text that came first. */
  readonly duplicateOf?: string;
  readonly blocks: number;
}

/** Which documents are wanted; what is absent does not restrict. */
export interface DocumentFilter {
  readonly layout?: Layout;
  /** `false`: only documents that repeat no other; `true`: only those that do. */
  readonly duplicate?: boolean;
}

/** The documents of the corpus: read only; {@link Results} writes them. */
export class Documents {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Documents in corpus order; memory is bounded, results may be saved meanwhile. */
  *list({ layout, duplicate }: DocumentFilter = {}): Iterable<StoredDocument> {
    const limit = STORE_DEFAULTS.streamDocuments;
    const values = layout === undefined ? [] : [layout];
    const wanted = [
      ...(layout === undefined ? [] : ['d.layout = ?']),
      ...(duplicate === undefined ? [] : [`d.duplicate_of IS ${duplicate ? 'NOT ' : ''}NULL`]),
    ];
    const sql = listed(wanted.map((one) => ` AND ${one}`).join(''));
    for (let after = 0; ;) {
      const rows = this.#context.sql.all(sql, after, ...values, limit);
      for (const row of rows) {
        after = number(row, 'n');
        yield toStored(row);
      }
      if (rows.length < limit) return;
    }
  }

  /** Whole documents of a host, in corpus order. */
  *ofHost(host: string): Iterable<Document> {
    const sql = 'SELECT * FROM document WHERE host = ? AND n > ? ORDER BY n LIMIT 1';
    for (let after = 0; ;) {
      const row = this.#context.sql.get(sql, host, after);
      if (row === undefined) return;
      after = number(row, 'n');
      yield this.#whole(row);
    }
  }

  /** Documents without host whose keys begin with a prefix, in corpus order. */
  *under(prefix: string): Iterable<Document> {
    const sql = `SELECT * FROM document WHERE host IS NULL AND key >= ? AND key < ? AND n > ?
      ORDER BY n LIMIT 1`;
    const [from, to] = [storable(prefix), storable(`${prefix}\u{10FFFF}`)];
    for (let after = 0; ;) {
      const row = this.#context.sql.get(sql, from, to, after);
      if (row === undefined) return;
      after = number(row, 'n');
      yield this.#whole(row);
    }
  }

  /** A whole document, if the corpus has it. */
  load(key: string): Document | undefined {
    const row = this.#context.sql.get('SELECT * FROM document WHERE key = ?', storable(key));
    return row === undefined ? undefined : this.#whole(row);
  }

  #whole(row: Row): Document {
    const setAside = this.#setAsideOf(number(row, 'n'));
    return {
      ...toFacts(json(row, 'facts')),
      ...toBody(unpackJson(bytes(row, 'packed'))),
      setAside,
    };
  }

  /** Everything set aside, in corpus order, with the document it stood in. */
  *setAside(): Iterable<SetAside & { readonly document: DocumentFacts }> {
    for (const { facts, order } of this.list({ duplicate: false })) {
      for (const one of this.#setAsideOf(order)) yield { ...one, document: facts };
    }
  }

  /** Origins of the documents that repeat this one, in corpus order. */
  alsoAt(key: string): readonly DocumentFacts['origins'][number][] {
    return this.#context.sql
      .all(
        `SELECT c.facts ->> 'origins' AS origins FROM document d JOIN document c ON c.duplicate_of = d.n
         WHERE d.key = ? ORDER BY c.n`,
        storable(key),
      )
      .flatMap((row) => toOrigins(json(row, 'origins')));
  }

  #setAsideOf(n: number): SetAside[] {
    return this.#context.sql
      .all('SELECT reason, text FROM set_aside WHERE document = ? ORDER BY position', n)
      .map((row) => ({ text: text(row, 'text'), reason: text(row, 'reason') }));
  }
}

function listed(wanted: string): string {
  return `SELECT d.n, d.facts, d.blocks, o.key AS original,
  (SELECT json_group_array(s.key) FROM document_source l JOIN source s ON s.n = l.source
   WHERE l.document = d.n) AS sources
FROM document d LEFT JOIN document o ON o.n = d.duplicate_of
WHERE d.n > ?${wanted} ORDER BY d.n LIMIT ?`;
}

function toStored(row: Row): StoredDocument {
  const facts = toFacts(json(row, 'facts'));
  const original = maybeText(row, 'original');
  const keys = json(row, 'sources');
  const sources = Array.isArray(keys) ? keys.map(String) : [];
  const rank = (key: string): number => facts.origins.findIndex((one) => one.location === key);
  return {
    facts,
    order: number(row, 'n'),
    sources: sources.sort((one, other) => rank(one) - rank(other)),
    ...(original === undefined ? {} : { duplicateOf: original }),
    blocks: number(row, 'blocks'),
  };
}
