import { parse as csvParser } from 'fast-csv';
import { pipeline, Readable } from 'node:stream';
import { DuizhaoError } from '../../kit/index.js';
import { recordFromCells, type ColumnName } from '../columns.js';
import { decodeText } from '../decode-text.js';
import type { Chunks, ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';
import { unguard } from './guard.js';
import { columnsOfHeader } from './header.js';

/**
 * Pairs of a CSV file whose first row names the columns: ours, language codes or language names.
 *
 * @throws DuizhaoError `table.no-columns` when no column holds Chinese or English,
 *   `csv.malformed` with the row, `exchange.not-utf8`
 */
export async function* readCsv(source: Chunks, options: ReadOptions): AsyncIterable<PairRecord> {
  const { hadMark, text } = await decodeText(source, options);
  const isGuarded = options.excel ?? hadMark;
  let columns: readonly (ColumnName | undefined)[] | undefined;
  let row = 0;
  for await (const cells of csvRows(text, options)) {
    if (columns === undefined) {
      columns = checkedColumns(cells, options.file);
      continue;
    }
    row += 1;
    const record = recordFromCells(namedCells(columns, isGuarded ? cells.map(unguard) : cells));
    if (record.zh === '' && record.en === '') options.onSkip?.({ at: row, reason: 'empty' });
    else yield record;
  }
}

/** Rows of cells; quoting errors carry the row they happened in. */
async function* csvRows(
  text: AsyncIterable<string>,
  options: ReadOptions,
): AsyncIterable<readonly string[]> {
  const parser = csvParser({ delimiter: options.delimiter ?? ',', headers: false });
  pipeline(Readable.from(text), parser, () => undefined); // a failure reaches the loop below
  let row = 0;
  try {
    for await (const cells of parser) {
      row += 1;
      if (isRow(cells)) yield cells;
    }
  } catch (error) {
    throw error instanceof Error && error.message.startsWith('Parse Error')
      ? malformed(options.file, row + 1, error)
      : error;
  }
}

function isRow(cells: unknown): cells is readonly string[] {
  return Array.isArray(cells);
}

/** Columns of the header row, which must name at least one of the languages. */
export function checkedColumns(
  names: readonly string[],
  file: string,
): readonly (ColumnName | undefined)[] {
  const columns = columnsOfHeader(names);
  if (columns.includes('zh') || columns.includes('en')) return columns;
  throw new DuizhaoError({
    code: 'table.no-columns',
    exit: 'badInput',
    message: `${file}: the first row names no Chinese or English column: "${names.slice(0, 5).join('", "')}"`,
    hint: 'name the columns zh and en (or zh-CN and en-US, Chinese and English) in the first row',
    at: { file, line: 1 },
  });
}

/** Cells of a row with the names of their columns. */
export function* namedCells(
  columns: readonly (ColumnName | undefined)[],
  cells: readonly unknown[],
): Iterable<readonly [string, unknown]> {
  for (const [index, name] of columns.entries()) {
    if (name !== undefined) yield [name, cells[index]];
  }
}

function malformed(file: string, row: number, cause: Error): DuizhaoError {
  return new DuizhaoError(
    {
      code: 'csv.malformed',
      exit: 'badInput',
      message: `${file}: row ${row}: ${cause.message.replace(/^Parse Error:\s*/, '').slice(0, 200)}`,
      hint: 'a cell that holds a quote must stand in quotes, and the quote be doubled',
      at: { file, line: row },
    },
    { cause },
  );
}
