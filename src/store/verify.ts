import { DuizhaoError, sha256 } from '../kit/index.js';
import type { DocumentFacts } from '../model/index.js';
import type { Context } from './context.js';
import { toFacts } from './gates.js';
import { countedSeal, storedSeal } from './history-seal.js';
import { hostOf } from './host.js';
import { unpack, unpackJson } from './packing.js';
import { bytes, json, maybeText, number, text } from './row.js';
import type { Row, Sql } from './sqlite.js';
import { checkEncoding } from './verify-encoding.js';
import { FAULTS } from './verify-faults.js';
import { checkPairs } from './verify-pairs.js';

/** Something wrong with a corpus. */
export interface Problem {
  /** Kebab-case and stable: `body-hash`, `pair-without-document` … */
  readonly check: string;
  /** What it is about: a key, id or hash; the database's own words for damage of the file. */
  readonly detail: string;
}

/** What was looked at, and what was wrong with it. */
export interface Verification {
  readonly sources: number;
  /** Contents kept; sources of equal content share one. */
  readonly bodies: number;
  /** Documents that repeat no other, as in {@link Counts}. */
  readonly documents: number;
  /** Documents with the text of an earlier one. */
  readonly duplicates: number;
  readonly pairs: number;
  /** At most a hundred. */
  readonly problems: readonly Problem[];
}

/** More than this helps nobody; the first ones name the cause. */
const MAX_PROBLEMS = 100;

/** Checks everything; reads the whole database once. */
export function verifyAll({ sql }: Context): Verification {
  const problems: Problem[] = [];
  const note = (check: string, detail: string): void => {
    if (problems.length < MAX_PROBLEMS) problems.push({ check, detail });
  };
  const guarded = <T>(check: string, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof DuizhaoError)) throw error;
      note(check, error.failure.message);
      return undefined;
    }
  };
  let [sources, bodies, all, duplicates, pairs] = [0, 0, 0, 0, 0];
  guarded('file', () => {
    checkFile(sql, note);
  });
  const isReadable = guarded('text-encoding', () => checkEncoding(sql, note));
  if (isReadable !== true) return { sources, bodies, documents: all, duplicates, pairs, problems };
  guarded('index', () => {
    checkIndex(sql, note);
  });
  for (const { check, sql: query } of FAULTS) {
    guarded(check, () => {
      for (const row of sql.all(`${query} LIMIT ${MAX_PROBLEMS}`)) note(check, text(row, 'detail'));
    });
  }
  guarded('history', () => {
    checkHistory(sql, note);
  });
  guarded('body-hash', () => {
    bodies = eachRow(sql, 'body', 'sha256, bytes, packed', (row) => {
      if (!isSoundBody(row)) note('body-hash', text(row, 'sha256'));
    });
  });
  guarded('document-text', () => {
    all = eachRow(
      sql,
      'document',
      'key, id, facts, host, date, layout, blocks, packed, duplicate_of',
      (row) => {
        if (row['duplicate_of'] !== null) duplicates += 1;
        if (!isSoundDocument(row)) note('document-text', text(row, 'key'));
      },
    );
  });
  guarded('pairs', () => {
    checkPairs(sql, note);
    sources = number(sql.get('SELECT count(*) AS n FROM source') ?? {}, 'n');
    pairs = number(sql.get('SELECT count(*) AS n FROM pair') ?? {}, 'n');
  });
  return { sources, bodies, documents: all - duplicates, duplicates, pairs, problems };
}

type Note = (check: string, detail: string) => void;

function checkFile(sql: Sql, note: Note): void {
  for (const row of sql.all(`PRAGMA integrity_check(${MAX_PROBLEMS})`)) {
    const answer = text(row, 'integrity_check');
    if (answer !== 'ok') note('file', answer);
  }
  for (const row of sql.all('PRAGMA foreign_key_check')) {
    note(
      'file',
      `row ${String(row['rowid'])} of ${text(row, 'table')} has no ${text(row, 'parent')}`,
    );
  }
}

/** Compares the index with the pairs by number of entries; FTS5 checks its own structure. */
function checkIndex(sql: Sql, note: Note): void {
  const counted = sql.get(
    `SELECT (SELECT count(*) FROM pair) AS pairs, (SELECT count(*) FROM pair_text_docsize) AS entries`,
  );
  const [pairs, entries] = [number(counted ?? {}, 'pairs'), number(counted ?? {}, 'entries')];
  if (pairs !== entries) note('index', `${pairs} pairs, ${entries} index entries`);
}

/** Compares the history with its seal. */
function checkHistory(sql: Sql, note: Note): void {
  const [stored, counted] = [storedSeal(sql), countedSeal(sql)];
  if (stored === undefined) note('history', 'its count is lost');
  else if (stored.entries !== counted.entries) {
    note('history', `${counted.entries} entries, there were ${stored.entries}`);
  } else if (stored.sum !== counted.sum) note('history', 'an entry is not as it was written');
}

/** Reads a table row by row in chunks, answers how many there were. */
function eachRow(sql: Sql, table: string, columns: string, look: (row: Row) => void): number {
  let total = 0;
  for (let after = -1; ;) {
    const rows = sql.all(
      `SELECT rowid AS place, ${columns} FROM ${table} WHERE rowid > ? ORDER BY rowid LIMIT 50`,
      after,
    );
    for (const row of rows) {
      after = number(row, 'place');
      look(row);
    }
    total += rows.length;
    if (rows.length === 0) return total;
  }
}

function isSoundBody(row: Row): boolean {
  try {
    const content = unpack(bytes(row, 'packed'));
    return content.length === number(row, 'bytes') && sha256(content) === text(row, 'sha256');
  } catch {
    return false;
  }
}

function isSoundDocument(row: Row): boolean {
  try {
    const facts = toFacts(json(row, 'facts'));
    const body = unpackJson(bytes(row, 'packed'));
    if (!isAsStated(row, facts)) return false;
    if (facts.id !== text(row, 'id') || typeof body !== 'object' || body === null) return false;
    return 'blocks' in body && Array.isArray(body.blocks) && body.blocks.length === row['blocks'];
  } catch {
    return false;
  }
}

/** Whether the columns that documents are chosen by say what the facts say. */
function isAsStated(row: Row, { origins, date, layout }: DocumentFacts): boolean {
  const host = origins.map(hostOf).find((one) => one !== undefined);
  return (
    maybeText(row, 'host') === host && maybeText(row, 'date') === date && row['layout'] === layout
  );
}
