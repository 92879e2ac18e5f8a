import { isUtf8 } from 'node:buffer';
import { bytes, number, text } from './row.js';
import type { Sql } from './sqlite.js';

/** Keys of rows looked at together. */
const AT_ONCE = 1_000;

/**
 * Looks at the bytes of every text: the database library ends the process when it is to hand out
 * text that is not UTF-8, so this comes before anything that reads texts.
 *
 * @returns whether all of it can be read
 */
export function checkEncoding(sql: Sql, note: (check: string, detail: string) => void): boolean {
  let isSound = true;
  for (const { table, key, columns } of textTables(sql)) {
    for (const from of starts(sql, table, key)) {
      const found = sql.get(
        `SELECT CAST(group_concat(${columns.map((name) => `coalesce("${name}", '')`).join(` || ' ' || `)}, ' ') AS BLOB) AS texts
         FROM "${table}" WHERE ${key} >= ? AND ${key} < ?`,
        from,
        from + AT_ONCE,
      );
      if (found === undefined || found['texts'] === null || isUtf8(bytes(found, 'texts'))) continue;
      note(
        'text-encoding',
        `${table}, rows ${from} to ${from + AT_ONCE - 1}: text that is not UTF-8`,
      );
      isSound = false;
    }
  }
  return isSound;
}

/** A table, the whole number its rows go by, and its columns of text. */
interface TextTable {
  readonly table: string;
  readonly key: string;
  readonly columns: readonly string[];
}

function textTables(sql: Sql): TextTable[] {
  const tables = sql.all(
    `SELECT name, wr FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  );
  return tables.flatMap((row) => {
    const table = text(row, 'name');
    const all = sql.all('SELECT name, type, pk FROM pragma_table_info(?)', table);
    const columns = all.filter(({ type }) => type === 'TEXT').map((one) => text(one, 'name'));
    // The tables without row numbers have a number as the first part of their key.
    const first = all.find(({ pk }) => pk === 1);
    const key = number(row, 'wr') === 0 || first === undefined ? 'rowid' : text(first, 'name');
    return columns.length === 0 ? [] : [{ table, key, columns }];
  });
}

function* starts(sql: Sql, table: string, key: string): Iterable<number> {
  const ends = sql.get(`SELECT min(${key}) AS first, max(${key}) AS last FROM "${table}"`);
  if (ends === undefined || ends['first'] === null) return;
  for (let from = number(ends, 'first'); from <= number(ends, 'last'); from += AT_ONCE) yield from;
}
