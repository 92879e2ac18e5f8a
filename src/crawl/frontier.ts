import { type Connection, openConnection } from './frontier-schema.js';
import { numberOf, rowOf, textOf } from './row.js';
import { type NewUrl, recordOf, type Settled, type UrlRecord } from './url-record.js';

/** A prepared statement of the driver; values are bound in order. */
export interface Statement {
  run(...values: unknown[]): { readonly changes: number };
  get(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
}

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

  /** Every host that any URL was seen of. */
  hosts(): string[] {
    return this.sql('select distinct host from page')
      .all()
      .map((row) => textOf(rowOf(row), 'host'));
  }

  note(name: string): string | undefined {
    const row = rowOf(this.sql('select value from note where name = ?').get(name));
    return row === undefined ? undefined : textOf(row, 'value');
  }

  setNote(name: string, value: string): void {
    this.sql('insert or replace into note values (?, ?)').run(name, value);
  }

  dropNote(name: string): void {
    this.sql('delete from note where name = ?').run(name);
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
