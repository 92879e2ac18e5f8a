import { format as csvFormatter } from 'fast-csv';
import { pipeline, Readable } from 'node:stream';
import type { Column } from '../columns.js';
import type { Pairs, WriteOptions } from '../format.js';
import { gather } from '../gather.js';
import { reportLoss, without } from '../loss.js';
import { recordOf, type PairRecord } from '../record.js';
import { guard } from './guard.js';
import { tableHeader } from './header.js';

/** U+0000 ends a field in many readers and fast-csv drops it; lone surrogates are not UTF-8. */
const NOT_IN_TABLES = /[\u0000\uD800-\uDFFF]/u;
const ALL_NOT_IN_TABLES = new RegExp(NOT_IN_TABLES, 'gu');

/**
 * CSV as RFC 4180 has it, but with `\n` ends: UTF-8, first row the names of the columns.
 *
 * Removed and reported: U+0000 and lone surrogates. Line ends inside cells stay, quoted.
 */
export function writeCsv(pairs: Pairs, options: WriteOptions = {}): AsyncIterable<string> {
  const { columns, names } = tableHeader(options);
  const formatter = csvFormatter({
    headers: [...names],
    alwaysWriteHeaders: true,
    delimiter: options.delimiter ?? ',',
    writeBOM: options.excel === true,
    includeEndRowDelimiter: true,
  });
  formatter.setEncoding('utf8');
  const source = Readable.from(rows(pairs, columns, options), { objectMode: true });
  pipeline(source, formatter, () => undefined); // a failure reaches the reader of the formatter
  return gather(formatter);
}

async function* rows(
  pairs: Pairs,
  columns: readonly Column[],
  options: WriteOptions,
): AsyncIterable<string[]> {
  let ordinal = 0;
  for await (const item of pairs) {
    const record = recordOf(item);
    ordinal += 1;
    const { cells, removed } = cellsOf(record, columns);
    if (removed > 0) {
      reportLoss(options, record, {
        kind: 'characters',
        reason: 'not-in-tables',
        ordinal,
        count: removed,
      });
    }
    yield options.excel === true ? cells.map(guard) : cells;
  }
}

function cellsOf(record: PairRecord, columns: readonly Column[]) {
  let removed = 0;
  const cells = columns.map(({ name }) => {
    const cell = String(record[name] ?? '');
    if (!NOT_IN_TABLES.test(cell)) return cell;
    const clean = without(cell, ALL_NOT_IN_TABLES);
    removed += clean.removed;
    return clean.text;
  });
  return { cells, removed };
}
