import { sha256, stableJson } from '../kit/index.js';
import type { Document } from '../model/index.js';
import type { Context } from './context.js';
import { toDocument, toSourceFacts } from './gates.js';
import { pack, unpackJson } from './packing.js';
import { bytes, json, number, text } from './row.js';
import type { Source, SourceChange, SourceFacts } from './source.js';

/** Content to be added as a source. */
export interface NewContent extends Pick<Source, 'key' | 'kind' | 'sha256'> {
  readonly facts: SourceFacts;
  /** Size of the content. */
  readonly bytes: number;
  /** The content packed; asked for only if the corpus does not have it. */
  readonly packed: () => Uint8Array;
}

/** A document as content. */
export function contentOf(document: Document): NewContent {
  const content = Buffer.from(stableJson(document), 'utf8');
  let packed: Uint8Array | undefined;
  return {
    key: document.key,
    kind: 'document',
    sha256: sha256(content),
    facts: { origins: document.origins },
    bytes: content.byteLength,
    packed: () => (packed ??= pack(content)),
  };
}

/**
 * The document that {@link contentOf} packed.
 *
 * @throws DuizhaoError `store.corrupt`
 */
export function unpackDocument(packed: Uint8Array): Document {
  return toDocument(unpackJson(packed));
}

/** Documents read at a time when they are added. */
const CHUNK = 100;

/**
 * Documents laid aside in a file of SQLite's own until the last one is there, so that all of them
 * are added or none, in little memory and without keeping others from writing meanwhile.
 */
export class Staging {
  readonly #context: Context;
  readonly #isThere: (content: NewContent) => boolean;
  readonly #put: (content: NewContent) => SourceChange;

  /** Use {@link Sources.stage}; one at a time. */
  constructor(
    context: Context,
    isThere: (content: NewContent) => boolean,
    put: (content: NewContent) => SourceChange,
  ) {
    this.#context = context;
    this.#isThere = isThere;
    this.#put = put;
    context.sql.exec(`DROP TABLE IF EXISTS temp.staged; CREATE TEMP TABLE staged (
      n INTEGER PRIMARY KEY, key TEXT, sha256 TEXT, facts TEXT, bytes INTEGER, packed BLOB)`);
  }

  /** Whether the corpus has a document just so: then nothing is to be done. */
  isThere(content: NewContent): boolean {
    return this.#isThere(content);
  }

  /** Lays a document aside. */
  add(content: NewContent): void {
    this.#context.sql.run(
      'INSERT INTO temp.staged (key, sha256, facts, bytes, packed) VALUES (?, ?, ?, ?, ?)',
      content.key,
      content.sha256,
      JSON.stringify(content.facts),
      content.bytes,
      content.packed(),
    );
  }

  /** Adds everything laid aside, in one transaction. */
  commit(): void {
    const { sql } = this.#context;
    sql.transaction(() => {
      for (let after = 0; ;) {
        const rows = sql.all(
          'SELECT * FROM temp.staged WHERE n > ? ORDER BY n LIMIT ?',
          after,
          CHUNK,
        );
        for (const row of rows) {
          after = number(row, 'n');
          const packed = bytes(row, 'packed');
          this.#put({
            key: text(row, 'key'),
            kind: 'document',
            sha256: text(row, 'sha256'),
            facts: toSourceFacts(json(row, 'facts')),
            bytes: number(row, 'bytes'),
            packed: () => packed,
          });
        }
        if (rows.length < CHUNK) return;
      }
    });
  }

  /** Throws away what was laid aside. */
  close(): void {
    this.#context.sql.exec('DROP TABLE IF EXISTS temp.staged');
  }
}
