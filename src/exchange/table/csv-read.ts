import { parse as csvParser } from 'fast-csv';
import { pipeline, Readable } from 'node:stream';
import { DuizhaoError } from '../../kit/index.js';
import { recordFromCells, type ColumnName } from '../columns.js';
import { decodeText } from '../decode-text.js';
import type { Chunks, ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';
import { guarded, unguarded } from './parser-guard.js';
import { unguard } from './guard.js';
import { checkedColumns, namedCells } from './header.js';

/**
 * Pairs of a CSV file whose first row names the columns: ours, language codes or language names.
 *
 * @throws DuizhaoError `table.no-columns` when no column holds Chinese or English,
 *   `csv.malformed` with the row, `file.not-utf8`
 */
export async function* readCsv(source: Chunks, options: ReadOptions): AsyncIterable<PairRecord> {
  const { hadMark, text } = await decodeText(source, options);
  const isGuarded = options.excel ?? hadMark;
  let columns: readonly (ColumnName | undefined)[] | undefined;
  let row = 0;
  for await (const cells of csvRows(text, options)) {
    if (columns === undefined) {
      options.onHeader?.(cells);
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
export async function* csvRows(
  text: AsyncIterable<string>,
  options: Pick<ReadOptions, 'file' | 'delimiter'>,
): AsyncIterable<readonly string[]> {
  const { delimiter = ',' } = options;
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
      ? malformed(options.file, row + 1, error)
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
