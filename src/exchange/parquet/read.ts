import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { DuizhaoError } from '../../kit/index.js';
import { recordFromCells, type ColumnName } from '../columns.js';
import type { Chunks, ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';
import { checkedColumns, namedCells } from '../table/header.js';
import { wholeFile } from '../whole-file.js';

/**
 * Pairs of a Parquet file, which is held in memory as a whole.
 *
 * @throws DuizhaoError `parquet.malformed`, `table.no-columns`
 */
export async function* readParquet(
  source: Chunks,
  options: ReadOptions,
): AsyncIterable<PairRecord> {
  const file = await wholeFile(source, options);
  let columns: readonly (ColumnName | undefined)[] | undefined;
  let at = 0;
  for await (const row of parquetRows(file, options.file)) {
    columns ??= checkedColumns(Object.keys(row), options.file);
    at += 1;
    const record = recordFromCells(namedCells(columns, Object.values(row)));
    if (record.zh === '' && record.en === '') options.onSkip?.({ at, reason: 'empty' });
    else yield record;
  }
}

/** Rows as objects, a row group at a time. */
async function* parquetRows(
  file: ArrayBuffer,
  name: string,
): AsyncIterable<Readonly<Record<string, unknown>>> {
  try {
    const metadata = parquetMetadata(file);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      yield* await parquetReadObjects({ file, metadata, rowStart, rowEnd });
      rowStart = rowEnd;
    }
  } catch (error) {
    throw malformed(name, error);
  }
}

function malformed(file: string, cause: unknown): DuizhaoError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DuizhaoError(
    {
      code: 'parquet.malformed',
      exit: 'badInput',
      message: `${file}: not a Parquet file that can be read: ${reason}`,
      hint: 'it must be uncompressed or compressed with snappy',
      at: { file },
    },
    { cause },
  );
}
