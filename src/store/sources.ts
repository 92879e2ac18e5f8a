import { DuizhaoError, stableJson } from '../kit/index.js';
import type { Document, Page } from '../model/index.js';
import { now, type Context } from './context.js';
import { STORE_DEFAULTS } from './defaults.js';
import { toSourceFacts } from './gates.js';
import { hostOf } from './host.js';
import { pack, unpack } from './packing.js';
import { bytes, json, maybeText, number, text } from './row.js';
import type { Source, SourceChange, SourceFacts } from './source.js';
import { contentOf, Staging, unpackDocument, type NewContent } from './staging.js';
import type { Row, Value } from './sqlite.js';
import { SourceHashes } from './source-hashes.js';
import { storable } from './storable.js';

/** What a source holds, ready for the next stage. */
export type SourceContent =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'document'; readonly document: Document };

/** What the corpus is made from, in the order it was added. */
export class Sources {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /**
   * Adds a page or a new version of it; earlier versions keep their bytes and dates.
   *
   * The same bytes with other hints of a recipe count as changed, but are no new version.
   */
  put(page: Page): SourceChange {
    const { origin, contentType, headers, hints } = page;
    const facts: SourceFacts = {
      origins: [origin],
      ...(contentType === undefined ? {} : { contentType }),
      ...(headers === undefined ? {} : { headers }),
      ...(hints === undefined ? {} : { hints }),
    };
    return this.#put({
      ...{ key: origin.location, kind: 'page', sha256: origin.sha256, facts },
      bytes: page.bytes.byteLength,
      packed: () => pack(page.bytes),
    });
  }

  /** Adds a document that a reader made from files of its own kind. */
  putDocument(document: Document): SourceChange {
    return this.#put(contentOf(document));
  }

  /** Lays documents aside, to be added all together when the last one is there. */
  stage(): Staging {
    return new Staging(
      this.#context,
      (content) => this.#isThere(content),
      (content) => this.#put(content),
    );
  }

  /** One source, if the corpus has it. */
  get(key: string): Source | undefined {
    const row = this.#context.sql.get(`${SELECT} WHERE key = ?`, storable(key));
    return row === undefined ? undefined : toSource(row);
  }

  /** Looks contents up by SHA-256. */
  hashes(): SourceHashes {
    return new SourceHashes(this.#context);
  }

  /** All sources in corpus order; sources added meanwhile appear at the end. */
  *list(): Iterable<Source> {
    yield* this.#stream('', []);
  }

  /**
   * Sources without results of this signature, in corpus order: new ones, changed ones, those
   * another version worked on, and those an earlier source's change reaches (duplicates).
   * Results may be saved while this runs.
   */
  *pending(signature: string): Iterable<Source> {
    yield* this.#stream('AND (signature IS NOT ? OR done_sha256 IS NOT sha256)', [signature]);
  }

  /** Hosts of the pages that {@link Sources.pending} would give. */
  pendingHosts(signature: string): readonly string[] {
    const sql = `SELECT DISTINCT host FROM source WHERE kind = 'page' AND host IS NOT NULL
      AND (signature IS NOT ? OR done_sha256 IS NOT sha256) ORDER BY host`;
    return this.#context.sql.all(sql, signature).map((row) => text(row, 'host'));
  }

  /** The first pages of a host, in corpus order. */
  firstOfHost(host: string, count: number): readonly Source[] {
    const sql = `${SELECT} WHERE host = ? AND kind = 'page' ORDER BY n LIMIT ?`;
    return this.#context.sql.all(sql, host, count).map(toSource);
  }

  /** Keys of the pages without host that {@link Sources.pending} would give, in corpus order. */
  *pendingFiles(signature: string): Iterable<string> {
    const where =
      "AND host IS NULL AND kind = 'page' AND (signature IS NOT ? OR done_sha256 IS NOT sha256)";
    for (const { key } of this.#stream(where, [signature])) yield key;
  }

  /** Pages without host whose keys begin with a prefix, in corpus order. */
  *pagesUnder(prefix: string): Iterable<Source> {
    const where = "AND host IS NULL AND kind = 'page' AND key >= ? AND key < ?";
    yield* this.#stream(where, [storable(prefix), storable(`${prefix}\u{10FFFF}`)]);
  }

  /** Makes sources wait for a build that begins at their bytes. */
  expire(keys: readonly string[]): void {
    const sql = `UPDATE source SET signature = NULL WHERE key IN (SELECT value FROM json_each(?))`;
    this.#context.sql.run(sql, JSON.stringify(keys.map(storable)));
  }

  /** How many sources {@link Sources.pending} would give. */
  countPending(signature: string): number {
    const sql = `SELECT count(*) AS n FROM source
      WHERE signature IS NOT ? OR done_sha256 IS NOT sha256`;
    return number(this.#context.sql.get(sql, signature) ?? {}, 'n');
  }

  /**
   * The content of a source.
   *
   * @throws DuizhaoError `store.no-source`
   */
  load(key: string): SourceContent {
    const row = this.#context.sql.get('SELECT * FROM source WHERE key = ?', storable(key));
    if (row === undefined) throw noSource(key);
    const packed = this.packed(text(row, 'sha256'));
    if (text(row, 'kind') === 'document') {
      return { kind: 'document', document: unpackDocument(packed ?? new Uint8Array()) };
    }
    const body = packed === undefined ? new Uint8Array() : unpack(packed);
    const { origins, contentType, headers, hints } = toSourceFacts(json(row, 'facts'));
    return {
      kind: 'page',
      page: {
        origin: origins[0],
        bytes: body,
        ...(contentType === undefined ? {} : { contentType }),
        ...(headers === undefined ? {} : { headers }),
        ...(hints === undefined ? {} : { hints }),
      },
    };
  }

  /** Bytes by their SHA-256. */
  body(hash: string): Uint8Array | undefined {
    const packed = this.packed(hash);
    return packed && unpack(packed);
  }

  /** The same as they lie in the corpus; those of a document are for {@link unpackDocument}. */
  packed(hash: string): Uint8Array | undefined {
    const row = this.#context.sql.get('SELECT packed FROM body WHERE sha256 = ?', hash);
    return row && bytes(row, 'packed');
  }

  /** Every version of a source that was seen, oldest first. */
  versions(key: string): readonly { readonly sha256: string; readonly at: string }[] {
    return this.#context.sql
      .all(
        `SELECT v.sha256, v.at FROM source_version v JOIN source s ON s.n = v.source
         WHERE s.key = ? ORDER BY v.at, v.sha256`,
        storable(key),
      )
      .map((row) => ({ sha256: text(row, 'sha256'), at: text(row, 'at') }));
  }

  *#stream(where: string, values: readonly Value[]): Iterable<Source> {
    const sql = `${SELECT} WHERE n > ? ${where} ORDER BY n LIMIT ?`;
    for (let after = 0; ;) {
      // One at a time: a save between two steps may finish or reopen what comes next.
      const [row] = this.#context.sql.all(sql, after, ...values, 1);
      if (row === undefined) return;
      after = number(row, 'n');
      yield toSource(row);
    }
  }

  #isThere({ key, kind, sha256: hash, facts }: NewContent): boolean {
    const known = this.#context.sql.get(KNOWN, storable(key));
    return (
      known !== undefined &&
      text(known, 'sha256') === hash &&
      text(known, 'kind') === kind &&
      text(known, 'facts') === JSON.stringify(facts)
    );
  }

  #put(content: NewContent): SourceChange {
    const { kind, sha256: hash, facts } = content;
    const key = storable(content.key);
    const { sql } = this.#context;
    return sql.transaction(() => {
      const known = sql.get(KNOWN, key);
      const factsJson = JSON.stringify(facts);
      if (known !== undefined && text(known, 'sha256') === hash && text(known, 'kind') === kind) {
        return { key, change: this.#putFacts(known, factsJson, facts) };
      }
      this.#putBody(content);
      const at = now(this.#context);
      sql.run(PUT, key, kind, hash, hostOf(facts.origins[0]) ?? null, factsJson, at, at);
      sql.run(PUT_VERSION, hash, at, factsJson, key);
      if (known !== undefined) sql.run(REOPEN_PARTNERS, number(known, 'n'));
      return { key, change: known === undefined ? 'new' : 'changed' };
    });
  }

  /** Same bytes, seen again: only other hints can change what is made of them. */
  #putFacts(known: Row, factsJson: string, { hints }: SourceFacts): SourceChange['change'] {
    const { sql } = this.#context;
    const n = number(known, 'n');
    if (text(known, 'facts') === factsJson) return 'unchanged';
    sql.run('UPDATE source SET facts = ? WHERE n = ?', factsJson, n);
    const before = toSourceFacts(json(known, 'facts')).hints;
    if (stableJson(before ?? {}) === stableJson(hints ?? {})) return 'unchanged';
    sql.run('UPDATE source SET signature = NULL WHERE n = ?', n);
    sql.run(REOPEN_PARTNERS, n);
    return 'changed';
  }

  #putBody({ sha256: hash, bytes: size, packed }: NewContent): void {
    const { sql } = this.#context;
    if (size > STORE_DEFAULTS.maxBodyBytes) throw tooLarge(size);
    if (sql.get('SELECT 1 FROM body WHERE sha256 = ?', hash) !== undefined) return;
    sql.run('INSERT INTO body VALUES (?, ?, ?)', hash, size, packed());
  }
}

const SELECT = `SELECT *, (SELECT bytes FROM body WHERE body.sha256 = source.sha256) AS bytes FROM source`;

const KNOWN = 'SELECT n, sha256, kind, facts FROM source WHERE key = ?';

const PUT = `
INSERT INTO source (key, kind, sha256, host, facts, added_at, changed_at)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, sha256 = excluded.sha256,
  host = excluded.host, facts = excluded.facts, changed_at = excluded.changed_at`;

const PUT_VERSION = `
INSERT INTO source_version (source, sha256, at, facts)
SELECT n, ?, ?, ? FROM source WHERE key = ?
ON CONFLICT DO NOTHING`;

/** Both pages of a pair are built again when one of them changes. */
const REOPEN_PARTNERS = `
UPDATE source SET signature = NULL WHERE n IN (
  SELECT o.source FROM document_source l JOIN document_source o ON o.document = l.document
  WHERE l.source = ?)`;

function toSource(row: Row): Source {
  const { origins, contentType } = toSourceFacts(json(row, 'facts'));
  const signature = maybeText(row, 'signature');
  const outcome = maybeText(row, 'outcome');
  const host = maybeText(row, 'host');
  return {
    key: text(row, 'key'),
    kind: text(row, 'kind') === 'page' ? 'page' : 'document',
    ...(host === undefined ? {} : { host }),
    order: number(row, 'n'),
    sha256: text(row, 'sha256'),
    bytes: number(row, 'bytes'),
    origins,
    ...(contentType === undefined ? {} : { contentType }),
    ...(signature === undefined ? {} : { signature }),
    isCurrent: text(row, 'sha256') === maybeText(row, 'done_sha256'),
    ...(outcome === 'document' || outcome === 'duplicate' || outcome === 'nothing'
      ? { outcome }
      : {}),
    addedAt: text(row, 'added_at'),
    changedAt: text(row, 'changed_at'),
  };
}

function noSource(key: string): DuizhaoError {
  return new DuizhaoError({
    code: 'store.no-source',
    exit: 'missingInput',
    message: `the corpus has no source "${key}"`,
    hint: 'add it first: duizhao add, or duizhao crawl',
  });
}

function tooLarge(size: number): DuizhaoError {
  return new DuizhaoError({
    code: 'store.too-large',
    exit: 'badInput',
    message: `${size} bytes are more than the ${STORE_DEFAULTS.maxBodyBytes} a corpus keeps of one source`,
    hint: 'split the file',
  });
}
