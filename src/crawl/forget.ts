import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DuizhaoError } from '../kit/index.js';
import { canonicalUrl, withoutCredentials } from './canonical.js';
import { type Clock, isoTime, systemClock } from './clock.js';
import { crawlFiles } from './files.js';
import { Frontier } from './frontier.js';
import { recordOf, type Settled, type UrlRecord } from './url-record.js';
import { takeLock } from './lock.js';
import { numberOf, rowOf, textOf } from './row.js';
import { isTakenDown } from './takedowns.js';
import { nextArchiveFile } from './archive.js';
import { copyWithout, type WarcCopy } from './warc-copy.js';

/** What a takedown removed. */
export interface Forgotten {
  readonly target: string;
  /** UTC. */
  readonly at: string;
  /** URLs whose pages were known. */
  readonly pages: number;
  /** Archive records removed, requests and metadata counted. */
  readonly records: number;
}

/**
 * Removes a URL, or a whole site, from the archive and the frontier of a corpus folder.
 *
 * WARC files that hold its records are written anew without them. The frontier keeps that it
 * was taken down and when, and never fetches it again. A kill in the middle leaves the old
 * state or the new one; a file left over is removed at the next start.
 *
 * @param target - a URL, or a host name, which stands for its subdomains too
 * @throws DuizhaoError `crawl.busy`, `crawl.bad-target`
 */
export function forgetPages(folder: string, target: string, clock: Clock = systemClock): Forgotten {
  const wanted = targetOf(target);
  const files = crawlFiles(folder);
  const at = isoTime(clock.now());
  if (!existsSync(files.frontier)) return { target: wanted, at, pages: 0, records: 0 };
  const lock = takeLock(files.lock);
  const frontier = Frontier.open(files.frontier);
  try {
    emptyTrash(files.archive, frontier);
    const forgotten = forget(frontier, files.archive, wanted, at);
    emptyTrash(files.archive, frontier);
    frontier.connection.exec('pragma wal_checkpoint(truncate)');
    return forgotten;
  } finally {
    frontier.close();
    lock.release();
  }
}

/** Every takedown on record, by target. */
export function listForgotten(folder: string): Forgotten[] {
  const { frontier: file } = crawlFiles(folder);
  if (!existsSync(file)) return [];
  const frontier = Frontier.open(file);
  try {
    return frontier
      .sql('select * from forgotten order by target')
      .all()
      .map((value) => {
        const row = rowOf(value);
        return {
          target: textOf(row, 'target'),
          at: textOf(row, 'at'),
          pages: numberOf(row, 'pages'),
          records: numberOf(row, 'records'),
        };
      });
  } finally {
    frontier.close();
  }
}

/** Removes archive files that a takedown has replaced. */
export function emptyTrash(archive: string, frontier: Frontier): void {
  const rows = frontier.sql(`select name, value from note where name like 'trash:%'`).all();
  for (const row of rows) {
    rmSync(join(archive, textOf(rowOf(row), 'value')), { force: true });
    frontier.sql('delete from note where name = ?').run(textOf(rowOf(row), 'name'));
  }
}

/** Whether a target names this URL; for whoever keeps pages elsewhere. */
export function targetMatches(target: string, url: string): boolean {
  const canonical = canonicalUrl(url);
  return canonical !== undefined && isTakenDown(targetOf(target), canonical);
}

/** The name a target is kept under. */
export function targetOf(target: string): string {
  const trimmed = target.trim();
  if (/^https?:\/\//i.test(trimmed)) {
    const canonical = canonicalUrl(trimmed);
    if (canonical !== undefined) return canonical.url;
  } else if (/^[\p{L}\p{N}.-]+(?::\d{1,5})?$/u.test(trimmed) && trimmed.length > 2) {
    return canonicalUrl(`http://${trimmed}/`)?.host ?? trimmed;
  }
  throw new DuizhaoError({
    code: 'crawl.bad-target',
    exit: 'usage',
    message: `neither a URL nor a host name: "${withoutCredentials(target)}"`,
    hint: 'for one page give its whole URL; for a site its host name, like fao.example.gov.cn',
  });
}

/** A file and the copy that is to take its place. */
interface Replacement {
  readonly file: string;
  readonly next: string;
  readonly copy: WarcCopy;
}

function forget(frontier: Frontier, archive: string, target: string, at: string): Forgotten {
  const records = recordsOf(frontier, target);
  const replacements = copyFiles(frontier, archive, target, new Set(records.map(({ key }) => key)));
  return frontier.transact(() => {
    for (const replacement of replacements) replaceFile(frontier, replacement);
    const removed = replacements.reduce((sum, { copy }) => sum + copy.removed, 0);
    const pages = forgetRows(frontier, records);
    const before = rowOf(frontier.sql('select * from forgotten where target = ?').get(target));
    frontier
      .sql('insert or replace into forgotten (target, at, pages, records) values (?, ?, ?, ?)')
      .run(target, at, pages + numberOf(before, 'pages'), removed + numberOf(before, 'records'));
    return { target, at, pages, records: removed };
  });
}

/** Writes each file that holds records of the target anew; until it counts, it is trash. */
function copyFiles(
  frontier: Frontier,
  archive: string,
  target: string,
  keys: ReadonlySet<string>,
): Replacement[] {
  const rows = frontier.sql('select * from warc order by file').all().map(rowOf);
  const isUnwanted = (uri: string): boolean => {
    const url = canonicalUrl(uri);
    return url !== undefined && (keys.has(url.key) || isTakenDown(target, url));
  };
  const replacements: Replacement[] = [];
  for (const row of rows) {
    const file = textOf(row, 'file');
    const taken = [
      ...rows.map((other) => textOf(other, 'file')),
      ...replacements.map(({ next }) => next),
    ];
    const next = nextArchiveFile(archive, taken);
    frontier.setNote(`trash:${next}`, next);
    const size = numberOf(row, 'size');
    const copy = copyWithout(join(archive, file), join(archive, next), size, isUnwanted);
    if (copy !== undefined) replacements.push({ file, next, copy });
  }
  return replacements;
}

function replaceFile(frontier: Frontier, { file, next, copy }: Replacement): void {
  frontier.sql('delete from warc where file = ?').run(file);
  frontier
    .sql('insert into warc (file, size, records, synced) values (?, ?, ?, ?)')
    .run(next, copy.size, copy.kept, copy.size);
  frontier.sql('delete from note where name = ?').run(`trash:${next}`);
  frontier.setNote(`trash:${file}`, file);
  for (const [table, id] of [
    ['page', 'id'],
    ['version', 'page'],
  ]) {
    const rows = frontier
      .sql(`select ${id} as id, offset from ${table} where file = ? and file <> ''`)
      .all(file);
    const update = frontier.sql(
      `update ${table} set file = ?, offset = ? where ${id} = ? and file = ? and offset = ?`,
    );
    for (const row of rows.map(rowOf)) {
      const offset = numberOf(row, 'offset');
      const to = copy.moved.get(offset);
      if (to !== undefined) update.run(next, to, numberOf(row, 'id'), file, offset);
    }
  }
}

/** Wipes what is known of the pages, and asks for their duplicates anew. */
function forgetRows(frontier: Frontier, records: readonly UrlRecord[]): number {
  const again = frontier.sql(
    `update page set state = 'queued', reason = '', sha256 = '', etag = '', last_modified = ''
     where sha256 = ? and sha256 <> '' and reason = 'duplicate'`,
  );
  for (const { id, sha256 } of records) {
    frontier.sql('delete from version where page = ?').run(id);
    frontier.sql('delete from near where page = ?').run(id);
    if (sha256 !== '') again.run(sha256);
    frontier.settle(id, WIPED);
  }
  return records.filter(({ sha256 }) => sha256 !== '').length;
}

const WIPED: Settled = {
  state: 'refused',
  reason: 'forgotten',
  note: '',
  sha256: '',
  payload: '',
  etag: '',
  lastModified: '',
  fetchedAt: '',
  file: '',
  offset: 0,
  length: 0,
  delivered: 1,
};

/** Everything known of a target. */
export function recordsOf(frontier: Frontier, target: string): UrlRecord[] {
  const url = /^https?:/.test(target) ? canonicalUrl(target) : undefined;
  if (url !== undefined) {
    const rows = frontier.sql('select * from page where key = ? or root = ?').all(url.key, url.url);
    return rows.flatMap((row) => recordOf(row) ?? []);
  }
  const hosts = frontier.hosts().filter((host) => isTakenDown(target, { url: '', key: '', host }));
  const rows = frontier
    .sql('select * from page where host in (select value from json_each(?))')
    .all(JSON.stringify(hosts));
  return rows.flatMap((row) => recordOf(row) ?? []);
}
