import { parse as csvParser } from 'fast-csv';
import { pipeline, Readable } from 'node:stream';
import { DuizhaoError } from '../../kit/index.js';
import { recordFromCells } from '../columns.js';
import { decodeText } from '../decode-text.js';
import type { Chunks, ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';
import { guarded, unguarded } from './parser-guard.js';
import { unguard } from './guard.js';
import { findDelimiter, type Delimited } from './delimiter.js';
import { checkedColumns, isFirstRowPair, namedCells, tellUnused, type Columns } from './header.js';

/** Separates the cells of a CSV file, unless its first row shows another character. */
const COMMA = ',';

/**
 * Pairs of a CSV file whose first row names the columns: ours, language codes or language names, or
 * as the options say.
 *
 * @param usual - what separates the cells, unless the options or the first row say otherwise
 * @throws DuizhaoError `table.no-columns` when no column holds Chinese or English,
 *   `csv.malformed` with the row, `file.not-utf8`
 */
export async function* readCsv(
  source: Chunks,
  options: ReadOptions,
  usual: string = COMMA,
): AsyncIterable<PairRecord> {
  let columns: Columns | undefined;
  const { hadMark, rows } = await openRows(source, options, usual);
  const isGuarded = options.excel ?? hadMark;
  let row = 0;
  let width = 0;
  for await (const cells of rows) {
    if (columns === undefined) {
      const isPair = isFirstRowPair(options);
      if (!isPair) options.onHeader?.(cells);
      columns = checkedColumns(cells, options.file, options);
      tellUnused(columns, cells, options);
      width = cells.length;
      if (!isPair) continue;
    }
    row += 1;
    if (cells.length > width) width = tellBeyond(cells, { width, row, options });
    const record = recordFromCells(namedCells(columns, isGuarded ? cells.map(unguard) : cells));
    if (record.zh === '' && record.en === '') options.onSkip?.({ at: row, reason: 'empty' });
    else yield record;
  }
}

/**
 * Tells the first text that stands behind the last column: most often of a cell with a comma in it
 * that should have been quoted.
 *
 * @returns the width of rows from now on
 */
function tellBeyond(
  cells: readonly string[],
  at: { readonly width: number; readonly row: number; readonly options: ReadOptions },
): number {
  if (cells.slice(at.width).every((cell) => cell.trim() === '')) return at.width;
  at.options.onUnused?.(
    `behind the last, first in row ${at.row + (isFirstRowPair(at.options) ? 0 : 1)}`,
  );
  return Infinity;
}

/**
 * Rows of cells and whether the file began with a byte order mark; quoting errors carry the row they
 * happened in.
 */
export async function openRows(
  source: Chunks,
  options: ReadOptions,
  usual: string = COMMA,
): Promise<{ readonly hadMark: boolean; readonly rows: AsyncIterable<readonly string[]> }> {
  const { hadMark, text } = await decodeText(source, options);
  const { delimiter } = options;
  const table =
    delimiter === undefined ? await findDelimiter(text, usual, options) : { delimiter, text };
  return { hadMark, rows: csvRows(table, options.file) };
}

async function* csvRows(
  { delimiter, text }: Delimited,
  file: string,
): AsyncIterable<readonly string[]> {
  const parser = csvParser({ delimiter, headers: false });
  const safe = Readable.from(guarded(text, delimiter));
  pipeline(safe, parser, () => undefined); // a failure reaches the loop below
  let row = 0;
  try {
    for await (const cells of parser) {
      row += 1;
      if (isRow(cells)) yield cells.map(unguarded);
    }
  } catch (error) {
    throw error instanceof Error && error.message.startsWith('Parse Error')
      ? malformed(file, row + 1, error)
      : error;
  }
}

function isRow(cells: unknown): cells is readonly string[] {
  return Array.isArray(cells);
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
