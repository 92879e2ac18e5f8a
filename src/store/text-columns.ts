import { isUtf8 } from 'node:buffer';
import type Database from 'libsql';
import { bytes } from './row.js';
import type { Row } from './sqlite.js';

/** Name of the column that holds the texts of a row. */
const TEXTS = 'texts in one';

/** A query whose texts come packed, and the names of its columns. */
export interface PackedQuery {
  readonly sql: string;
  readonly packed: readonly string[];
  readonly others: readonly string[];
}

/**
 * A query whose texts come as bytes, all of a row in one JSON array: libsql ends the process when
 * it is to hand out text that is not UTF-8, as a damaged file may hold, so the bytes are looked at
 * first. Numbers and bytes of columns come as they are; what is computed comes in the array, for
 * its kind is not known before (JSON keeps whole numbers; none of our queries computes others).
 *
 * @param plain - the query as it is, prepared
 * @returns `undefined` where no text can come, or its bytes are asked for
 */
export function packedQuery(sql: string, plain: Database.Statement): PackedQuery | undefined {
  if (!/^\s*SELECT\b/.test(sql) || sql.includes('AS BLOB')) return undefined;
  const columns = plain.columns();
  const isText = ({ type }: Database.ColumnDefinition): boolean => type === null || type === 'TEXT';
  const packed = columns.filter(isText).map(({ name }) => name);
  if (packed.length === 0) return undefined;
  const others = columns.filter((column) => !isText(column)).map(({ name }) => name);
  const texts = `CAST(json_array(${packed.map(quoted).join()}) AS BLOB) AS ${quoted(TEXTS)}`;
  return { sql: `SELECT ${[texts, ...others.map(quoted)].join()} FROM (${sql})`, packed, others };
}

/** A row with its texts; `undefined` if they are not UTF-8. */
export function unpackedRow(row: Row, { packed, others }: PackedQuery): Row | undefined {
  const { buffer, byteOffset, byteLength } = bytes(row, TEXTS);
  const texts = Buffer.from(buffer, byteOffset, byteLength);
  const values: unknown = isUtf8(texts) ? JSON.parse(texts.toString()) : undefined;
  if (!Array.isArray(values)) return undefined;
  const read: Record<string, unknown> = {};
  for (const name of others) read[name] = row[name];
  for (const [at, name] of packed.entries()) read[name] = plainValue(values[at]);
  return read;
}

/** What SQLite made as JSON comes as JSON, not as its text. */
function plainValue(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
