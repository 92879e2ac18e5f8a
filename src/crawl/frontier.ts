import type { CanonicalUrl } from './canonical.js';
import { type Connection, openConnection } from './frontier-schema.js';
import { numberOf, type Row, rowOf, textOf } from './row.js';

/** A prepared statement of the driver; values are bound in order. */
export interface Statement {
  run(...values: unknown[]): { readonly changes: number };
  get(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
}

/** How a URL came to be known. */
type UrlKind = 'seed' | 'link' | 'paging' | 'sitemap' | 'feed' | 'redirect';

/** A URL and all that is known of it. */
export interface UrlRecord {
  readonly id: number;
  readonly key: string;
  readonly url: string;
  /** As first written, without credentials. */
  readonly asked: string;
  /** First URL of the redirects that led here. */
  readonly root: string;
  readonly host: string;
  readonly depth: number;
  readonly rank: number;
  readonly kind: string;
  readonly state: string;
  /** Kebab-case code of a refusal or failure, or of what was noticed of a page. */
  readonly reason: string;
  /** The same for a person: the robots line, the page it duplicates. */
  readonly note: string;
  readonly via: number;
  readonly hops: number;
  readonly alternative: string;
  readonly tries: number;
  readonly status: number;
  readonly fetchedAt: string;
  readonly sha256: string;
  /** SHA-256 of the body as it came over the wire; differs from `sha256` when compressed. */
  readonly payload: string;
  readonly etag: string;
  readonly lastModified: string;
  readonly contentType: string;
  /** Place of the response record in the archive; empty without one. */
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** A URL to be added. */
export interface NewUrl {
  readonly canonical: CanonicalUrl;
  readonly asked: string;
  readonly root?: string;
  readonly depth: number;
  readonly kind: UrlKind;
  readonly state: 'queued' | 'refused';
  readonly reason?: string;
  readonly via: number;
  readonly hops?: number;
  readonly alternative?: string;
}

/** Fields a settled URL may change. */
export type Settled = Partial<
  Omit<UrlRecord, 'id' | 'key' | 'asked' | 'host' | 'via'> & { readonly delivered: number }
>;

const COLUMN: Readonly<Record<string, string>> = {
  fetchedAt: 'fetched_at',
  lastModified: 'last_modified',
  contentType: 'content_type',
};

/** The queue of URLs and the memory of all that were seen, in one SQLite file. */
export class Frontier {
  private constructor(readonly connection: Connection) {}

  /** @param file - `:memory:` for a crawl that leaves nothing behind */
  static open(file: string): Frontier {
    return new Frontier(openConnection(file));
  }

  /** Writes what was postponed, and lets the file go. */
  close(): void {
    if (this.postponed.length > 0) this.transact(() => undefined);
    this.connection.close();
  }

  private readonly postponed: (() => void)[] = [];
  /** Keys seen a moment ago: a site's menu comes with every page. */
  private readonly recent = new Set<string>();

  /**
   * Puts off a write until the next transaction, which saves one of its own.
   *
   * For what a kill may lose: counts of a budget, that a page was handed on.
   */
  later(write: () => void): void {
    this.postponed.push(write);
  }

  /** Runs `work` so that all its changes are kept, or none. */
  transact<T>(work: () => T): T {
    this.connection.exec('begin immediate');
    try {
      for (const postponed of this.postponed.splice(0)) postponed();
      const result = work();
      this.connection.exec('commit');
      return result;
    } catch (error) {
      this.connection.exec('rollback');
      this.recent.clear();
      throw error;
    }
  }

  private readonly statements = new Map<string, Statement>();

  /** A prepared statement, kept for the next time. */
  sql(source: string): Statement {
    const known = this.statements.get(source);
    if (known !== undefined) return known;
    const fresh = this.connection.prepare(source);
    this.statements.set(source, fresh);
    return fresh;
  }

  /** Adds a URL unless its key is known; says whether it was new. */
  add(url: NewUrl): boolean {
    const { canonical } = url;
    if (this.recent.has(canonical.key)) return false;
    if (this.recent.size >= RECENT_KEYS) this.recent.clear();
    this.recent.add(canonical.key);
    const result = this.sql(
      `insert or ignore into page (key, url, asked, root, host, depth, rank, kind, state, reason, via, hops, alternative)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      canonical.key,
      canonical.url,
      url.asked,
      url.root ?? canonical.url,
      canonical.host,
      url.depth,
      url.depth,
      url.kind,
      url.state,
      url.reason ?? '',
      url.via,
      url.hops ?? 0,
      url.alternative ?? '',
    );
    return result.changes > 0;
  }

  /** The URL to be fetched next from a host: nearest to the seeds first, then first seen. */
  next(host: string): UrlRecord | undefined {
    return recordOf(this.sql(QUERIES.next).get(host));
  }

  byKey(key: string): UrlRecord | undefined {
    return recordOf(this.sql('select * from page where key = ?').get(key));
  }

  byId(id: number): UrlRecord | undefined {
    return recordOf(this.sql('select * from page where id = ?').get(id));
  }

  /** First other page with the same bytes. */
  byHash(sha256: string, except: number): UrlRecord | undefined {
    return recordOf(this.sql(QUERIES.byHash).get(sha256, except));
  }

  settle(id: number, change: Settled): void {
    const names = Object.keys(change);
    const sets = names.map((name) => `${COLUMN[name] ?? name} = ?`).join(', ');
    this.sql(`update page set ${sets} where id = ?`).run(...Object.values(change), id);
  }

  /** Keeps one visit for the record: new versions stay known with their dates. */
  addVersion(
    id: number,
    visit: {
      fetchedAt: string;
      sha256: string;
      status: number;
      outcome: string;
      file: string;
      offset: number;
      length: number;
    },
  ): void {
    this.sql(
      `insert into version (page, fetched_at, sha256, status, outcome, file, offset, length)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      id,
      visit.fetchedAt,
      visit.sha256,
      visit.status,
      visit.outcome,
      visit.file,
      visit.offset,
      visit.length,
    );
  }

  /** Pages that were archived but never handed on, oldest first. */
  undelivered(): UrlRecord[] {
    return this.sql(QUERIES.undelivered)
      .all()
      .flatMap((row) => recordOf(row) ?? []);
  }

  /** Hosts that still have URLs in the queue. */
  queuedHosts(): { host: string; count: number }[] {
    return this.sql(
      `select host, count(*) as n from page where state = 'queued' group by host order by min(id)`,
    )
      .all()
      .map((row) => ({ host: textOf(rowOf(row), 'host'), count: numberOf(rowOf(row), 'n') }));
  }

  note(name: string): string | undefined {
    const row = rowOf(this.sql('select value from note where name = ?').get(name));
    return row === undefined ? undefined : textOf(row, 'value');
  }

  setNote(name: string, value: string): void {
    this.sql('insert or replace into note values (?, ?)').run(name, value);
  }
}

/**
 * What is asked for every page; each must be answered from an index.
 *
 * The conditions beside the placeholders repeat those of the partial indexes, without which
 * SQLite may not use them.
 */
export const QUERIES = Object.freeze({
  next: `select * from page where host = ? and state = 'queued' order by rank, id limit 1`,
  byHash: `select * from page where sha256 = ? and sha256 <> '' and id <> ?
    and state in ('done', 'queued') and reason <> 'duplicate' order by id limit 1`,
  undelivered: 'select * from page where delivered = 0 order by id',
});

/** Keys kept in memory; some megabytes at most. */
const RECENT_KEYS = 20_000;

/** Reads a row of `page`. */
export function recordOf(value: unknown): UrlRecord | undefined {
  const row = rowOf(value);
  return row === undefined ? undefined : recordFrom(row);
}

function recordFrom(row: Row): UrlRecord {
  const text = (column: string): string => textOf(row, column);
  const number = (column: string): number => numberOf(row, column);
  return {
    id: number('id'),
    key: text('key'),
    url: text('url'),
    asked: text('asked'),
    root: text('root'),
    host: text('host'),
    depth: number('depth'),
    rank: number('rank'),
    kind: text('kind'),
    state: text('state'),
    reason: text('reason'),
    note: text('note'),
    via: number('via'),
    hops: number('hops'),
    alternative: text('alternative'),
    tries: number('tries'),
    status: number('status'),
    fetchedAt: text('fetched_at'),
    sha256: text('sha256'),
    payload: text('payload'),
    etag: text('etag'),
    lastModified: text('last_modified'),
    contentType: text('content_type'),
    file: text('file'),
    offset: number('offset'),
    length: number('length'),
  };
}
