import { now, type Context } from './context.js';
import { purgeIndex, writeIndex } from './full-text.js';
import { unsealEntries } from './history-seal.js';
import { playersOf, savePlayers } from './player-index.js';
import { maybeText, number, text } from './row.js';
import { playersGone } from './save-pairs.js';
import type { Row } from './sqlite.js';
import { releaseCopies, staleDuplicates } from './stale.js';
import { storable } from './storable.js';

/** What a takedown names: one address, or a host with everything under it. */
export type ForgetTarget =
  | { readonly kind: 'location'; readonly location: string }
  | { readonly kind: 'site'; readonly host: string };

/** What a takedown removed. */
export interface Forgotten {
  /** Addresses of the sources that are gone. */
  readonly locations: readonly string[];
  /** SHA-256 of bytes that nothing needs any more: for archives kept beside the database. */
  readonly bodies: readonly string[];
  readonly documents: number;
  readonly pairs: number;
  /** Addresses that carry the same text and stay, because they were not named. */
  readonly copies: readonly string[];
}

/** A takedown on record. */
export interface Takedown {
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly who: string;
  readonly kind: ForgetTarget['kind'];
  /** The address or host. */
  readonly target: string;
  readonly counts: Readonly<Record<'sources' | 'documents' | 'pairs', number>>;
  /** When it was lifted, if it was: the address may be added again since. */
  readonly allowedAt?: string;
}

/**
 * Removes sources with everything made from them: bytes, versions, documents, pairs, people's
 * decisions, history, index entries. Only the fact that it was done stays on record.
 *
 * All of it is one transaction; freed space is overwritten with zeros, as always here.
 */
export function forget(context: Context, target: ForgetTarget, who: string): Forgotten {
  const { sql } = context;
  return sql.transaction(() => {
    writeIndex(context); // what is put off must not come back
    const sources = findSources(context, target);
    const documents = findDocuments(context, sources);
    const copies = findCopies(context, documents);
    let pairs = 0;
    for (const document of documents) pairs += eraseDocument(context, document);
    for (const source of sources) eraseSource(context, source);
    sql.run('DELETE FROM import_stretch'); // they name documents
    purgeIndex(sql);
    const bodies = eraseBodies(context);
    const removed = { documents: documents.length, pairs };
    sql.run(
      'INSERT INTO takedown (at, who, kind, target, counts) VALUES (?, ?, ?, ?, ?)',
      now(context),
      who,
      target.kind,
      targetName(target),
      JSON.stringify({ ...removed, sources: sources.length, bodies: bodies.length }),
    );
    return { locations: sources.map((row) => text(row, 'key')), bodies, ...removed, copies };
  });
}

/**
 * Lifts the takedowns of a target, so that it may be added again; they stay on record.
 *
 * @returns how many were lifted
 */
export function allow(context: Context, target: ForgetTarget): number {
  const { sql } = context;
  const name = targetName(target);
  const where = `kind = ? AND target = ? AND ${IN_FORCE}`;
  return sql.transaction(() => {
    const count = sql.get(`SELECT count(*) AS n FROM takedown WHERE ${where}`, target.kind, name);
    sql.run(
      `UPDATE takedown SET counts = json_set(counts, '$.allowedAt', ?) WHERE ${where}`,
      now(context),
      target.kind,
      name,
    );
    return number(count ?? {}, 'n');
  });
}

/** A takedown that was not lifted. */
const IN_FORCE = `json_extract(counts, '$.allowedAt') IS NULL`;

function targetName(target: ForgetTarget): string {
  return storable(target.kind === 'site' ? target.host.toLowerCase() : target.location);
}

/** Takedowns on record, oldest first. */
export function takedowns({ sql }: Context): readonly Takedown[] {
  const all = sql.all(
    `SELECT *, json_extract(counts, '$.allowedAt') AS allowed,
       json_extract(counts, '$.sources') AS sources,
       json_extract(counts, '$.documents') AS documents,
       json_extract(counts, '$.pairs') AS pairs FROM takedown ORDER BY n`,
  );
  return all.map((row) => ({
    at: text(row, 'at'),
    who: text(row, 'who'),
    kind: text(row, 'kind') === 'site' ? 'site' : 'location',
    target: text(row, 'target'),
    counts: {
      sources: number(row, 'sources'),
      documents: number(row, 'documents'),
      pairs: number(row, 'pairs'),
    },
    ...allowedFact(maybeText(row, 'allowed')),
  }));
}

function allowedFact(allowedAt: string | undefined): { allowedAt?: string } {
  return allowedAt === undefined ? {} : { allowedAt };
}

/** Whether an address was taken down, by itself or with its site: it must not be fetched again. */
export function isForgotten({ sql }: Context, location: string): boolean {
  const { hostname = '', host = '' } = URL.canParse(location) ? new URL(location) : {};
  const row = sql.get(
    `SELECT 1 FROM takedown WHERE ${IN_FORCE} AND ((kind = 'location' AND target = ?)
     OR (kind = 'site' AND '.' || target IN (substr(?, -length(target) - 1), substr(?, -length(target) - 1))))
     LIMIT 1`,
    storable(location),
    `.${hostname}`,
    `.${host}`,
  );
  return row !== undefined;
}

function findSources({ sql }: Context, target: ForgetTarget): Row[] {
  if (target.kind === 'site') {
    const site = target.host.toLowerCase();
    const host = site.replace(/:\d+$/, '');
    const found = sql.all(
      `SELECT n, key FROM source WHERE host = ? OR substr(host, -length(?)) = ? ORDER BY n`,
      host,
      `.${host}`,
      `.${host}`,
    );
    // The column has no port; a target with one means that server only.
    return host === site ? found : found.filter((row) => isOn(text(row, 'key'), site));
  }
  const location = storable(target.location);
  return sql.all(
    `SELECT n, key FROM source s WHERE key = ? OR EXISTS (
       SELECT 1 FROM json_each(s.facts, '$.origins') o
       WHERE o.value ->> 'location' = ? OR o.value ->> 'finalUrl' = ?) ORDER BY n`,
    location,
    location,
    location,
  );
}

function isOn(url: string, site: string): boolean {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return `.${host}`.endsWith(`.${site}`);
}

function findDocuments({ sql }: Context, sources: readonly Row[]): Row[] {
  return sql.all(
    `SELECT DISTINCT d.n, d.key, d.id FROM document_source l JOIN document d ON d.n = l.document
     WHERE l.source IN (SELECT value FROM json_each(?)) ORDER BY d.n`,
    numbersOf(sources),
  );
}

function findCopies({ sql }: Context, documents: readonly Row[]): string[] {
  return sql
    .all(
      `SELECT key FROM document WHERE id IN (SELECT value FROM json_each(?))
       AND n NOT IN (SELECT value FROM json_each(?)) ORDER BY n`,
      JSON.stringify(documents.map((row) => text(row, 'id'))),
      numbersOf(documents),
    )
    .map((row) => text(row, 'key'));
}

function eraseDocument(context: Context, document: Row): number {
  const { sql } = context;
  const [n, key] = [number(document, 'n'), text(document, 'key')];
  staleDuplicates(context, n, playersGone(context, n));
  savePlayers(context, n, playersOf(context, n), []);
  releaseCopies(context, n);
  const entries = sql.all(
    `DELETE FROM history WHERE pair IN (SELECT id FROM pair WHERE document = ?
     UNION SELECT pair FROM decision WHERE document_key = ?) RETURNING *`,
    n,
    key,
  );
  unsealEntries(context, entries);
  sql.run('DELETE FROM decision WHERE document_key = ?', key);
  sql.run('DELETE FROM pair_text WHERE rowid IN (SELECT n FROM pair WHERE document = ?)', n);
  const pairs = sql.run('DELETE FROM pair WHERE document = ?', n);
  sql.run(
    `UPDATE source SET signature = NULL, outcome = NULL
     WHERE n IN (SELECT source FROM document_source WHERE document = ?)`,
    n,
  );
  sql.run('DELETE FROM document WHERE n = ?', n);
  return pairs;
}

function eraseSource({ sql }: Context, source: Row): void {
  sql.run('DELETE FROM reject WHERE id = ?', text(source, 'key'));
  sql.run('DELETE FROM source WHERE n = ?', number(source, 'n'));
}

/** Removes bytes that no source and no version of one refers to. */
function eraseBodies({ sql }: Context): string[] {
  return sql
    .all(
      `DELETE FROM body WHERE sha256 NOT IN (SELECT sha256 FROM source)
       AND sha256 NOT IN (SELECT sha256 FROM source_version) RETURNING sha256`,
    )
    .map((row) => text(row, 'sha256'))
    .sort();
}

function numbersOf(rows: readonly Row[]): string {
  return JSON.stringify(rows.map((row) => number(row, 'n')));
}
