import Database from 'libsql';
import { DuizhaoError } from '../kit/index.js';
import { databaseFailure, numberOf, rowOf } from './row.js';

/** An open connection of the driver. */
export type Connection = InstanceType<typeof Database>;

/** Version of the tables below; a file of a later version is refused. */
const SCHEMA_VERSION = 1;

/**
 * `page`: every URL ever seen, by identity (`key`), with what became of it.
 * `state`: queued · done · redirect · refused · failed · gone.
 * `list_link`: which links a list has brought so far, to tell new ones on its next page.
 * `shape`: how URLs of one shape have behaved, to recognise calendars.
 * `warc`: the archive files with the bytes and records that count; more on disk is a torn tail.
 * `forgotten`: takedowns, which also keep the URLs from being fetched again.
 * `near`: four 16-bit quarters of each page's near-hash; near-duplicates share at least one.
 */
const TABLES = `
create table if not exists page (
  id integer primary key,
  key text not null unique,
  url text not null,
  asked text not null,
  root text not null,
  host text not null,
  depth integer not null,
  rank integer not null,
  kind text not null,
  state text not null,
  reason text not null default '',
  note text not null default '',
  via integer not null default 0,
  hops integer not null default 0,
  alternative text not null default '',
  tries integer not null default 0,
  status integer not null default 0,
  fetched_at text not null default '',
  sha256 text not null default '',
  payload text not null default '',
  etag text not null default '',
  last_modified text not null default '',
  content_type text not null default '',
  file text not null default '',
  offset integer not null default 0,
  length integer not null default 0,
  delivered integer not null default 1
);
create index if not exists page_queue on page(host, rank, id) where state = 'queued';
create index if not exists page_pending on page(id) where delivered = 0;
create index if not exists page_hash on page(sha256) where sha256 <> '';
create index if not exists page_place on page(file, offset) where file <> '';
create table if not exists version (
  id integer primary key, page integer not null, fetched_at text not null, sha256 text not null, status integer not null,
  outcome text not null, file text not null, offset integer not null, length integer not null
);
create index if not exists version_page on version(page);
create index if not exists version_file on version(file) where file <> '';
create table if not exists origin (
  origin text primary key, robots_status text not null default '', robots_text text not null default '',
  robots_at integer not null default 0, tdm_text text not null default '', tdm_at integer not null default 0
) without rowid;
create table if not exists host (
  host text primary key, not_before integer not null default 0
) without rowid;
create table if not exists spent (
  host text not null, day text not null, requests integer not null, bytes integer not null,
  primary key (host, day)
) without rowid;
create table if not exists list_link (
  list text not null, key text not null, primary key (list, key)
) without rowid;
create table if not exists shape (
  shape text primary key, barren integer not null, high integer not null, low integer not null,
  refused integer not null default 0
) without rowid;
create table if not exists near (
  quarter integer not null, value integer not null, page integer not null,
  high integer not null, low integer not null, primary key (quarter, value, page)
) without rowid;
create table if not exists warc (
  file text primary key, size integer not null, records integer not null, synced integer not null
) without rowid;
create table if not exists forgotten (
  target text primary key, at text not null, pages integer not null, records integer not null
) without rowid;
create table if not exists note (name text primary key, value text not null) without rowid;
`;

/**
 * Opens the crawl database, or makes it.
 *
 * Write-ahead log, synced at checkpoints: a killed process loses nothing that was committed;
 * a power cut may lose the last moments, which the check against the archive then finds.
 *
 * @param file - `:memory:` for a crawl that leaves nothing behind
 * @throws DuizhaoError `crawl.busy`, `crawl.bad-frontier`, `crawl.newer-frontier`
 */
export function openConnection(file: string): Connection {
  try {
    const connection = new Database(file, { timeout: 2_000 });
    if (file !== ':memory:') {
      connection.exec('pragma journal_mode = wal; pragma synchronous = normal');
    }
    connection.exec(
      'pragma cache_size = -16000; pragma temp_store = memory; pragma secure_delete = on',
    );
    const version = numberOf(
      rowOf(connection.prepare('pragma user_version').get()),
      'user_version',
    );
    if (version > SCHEMA_VERSION) throw newer(file);
    connection.exec('begin immediate');
    connection.exec(TABLES);
    connection.exec(`pragma user_version = ${SCHEMA_VERSION}`);
    connection.exec('commit');
    return connection;
  } catch (error) {
    throw databaseFailure(error, file);
  }
}

function newer(file: string): DuizhaoError {
  return new DuizhaoError({
    code: 'crawl.newer-frontier',
    exit: 'badInput',
    message: `"${file}" was written by a later version of this program`,
    hint: 'use that version, or crawl into a new folder',
    at: { file },
  });
}
