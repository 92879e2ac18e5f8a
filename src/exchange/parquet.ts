import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { DuizhaoError, version } from '../kit/index.js';
import { chooseColumns, recordFromCells, type Column, type ColumnName } from './columns.js';
import { checkedColumns, namedCells } from './table/header.js';
import type { Chunks, Format, Pairs, ReadOptions, WriteOptions } from './format.js';
import { reportLoss, without } from './loss.js';
import { numbered } from './numbered.js';
import type { PairRecord } from './record.js';
import { wholeFile } from './whole-file.js';

/** Rows held before they are written as a row group: about 30 MB of records with every column. */
const ROWS_A_GROUP = 20_000;

/** Lone surrogates are not UTF-8. */
const NOT_UTF8 = /[\uD800-\uDFFF]/gu;

/**
 * Apache Parquet, snappy, row groups of 20,000: texts as UTF-8 strings, scores as doubles,
 * positions as 32-bit integers; absent values are null. Reading holds the whole file in memory.
 */
export const parquet: Format = {
  kind: 'file',
  name: 'parquet',
  summary: 'typed columns, for pandas, DuckDB, Spark and Hugging Face',
  extensions: ['.parquet'],
  carries: 'everything',
  write: writeParquet,
  read: readParquet,
};

async function* writeParquet(pairs: Pairs, options: WriteOptions = {}): AsyncIterable<Uint8Array> {
  const columns = chooseColumns(options.columns);
  const bytes = new ByteWriter(1 << 20);
  const file = new ParquetWriter({
    writer: bytes,
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.map((column) => schemaOf(column)),
    ],
    createdBy: `duizhao ${version}`,
  });
  let rows: PairRecord[] = [];
  for await (const { record, ordinal } of numbered(pairs)) {
    rows.push(encodable(record, ordinal, options));
    if (rows.length < ROWS_A_GROUP) continue;
    await writeGroup(file, columns, rows);
    rows = [];
    yield taken(bytes);
  }
  if (rows.length > 0) await writeGroup(file, columns, rows);
  await file.finish();
  yield taken(bytes);
}

function schemaOf({ name, type }: Column) {
  const isRequired = name === 'zh' || name === 'en';
  const repetition_type = isRequired ? ('REQUIRED' as const) : ('OPTIONAL' as const);
  switch (type) {
    case 'text':
      return {
        name,
        type: 'BYTE_ARRAY' as const,
        converted_type: 'UTF8' as const,
        repetition_type,
      };
    case 'number':
      return { name, type: 'DOUBLE' as const, repetition_type };
    case 'integer':
      return { name, type: 'INT32' as const, repetition_type };
    default:
      throw new Error(`unreachable: ${String(type satisfies never)}`);
  }
}

async function writeGroup(
  file: ParquetWriter,
  columns: readonly Column[],
  rows: readonly PairRecord[],
): Promise<void> {
  await file.write({
    columnData: columns.map(({ name }) => ({ name, data: rows.map((row) => row[name] ?? null) })),
    rowGroupSize: ROWS_A_GROUP,
  });
}

/** What has been written since the last time. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}

/** The record without lone surrogates, which are reported. */
function encodable(record: PairRecord, ordinal: number, options: WriteOptions): PairRecord {
  const entries = Object.entries(record);
  if (!entries.some(([, value]) => typeof value === 'string' && /[\uD800-\uDFFF]/u.test(value))) {
    return record;
  }
  let count = 0;
  const cells = entries.map(([name, value]): [string, unknown] => {
    if (typeof value !== 'string') return [name, value];
    const clean = without(value, NOT_UTF8);
    count += clean.removed;
    return [name, clean.text];
  });
  reportLoss(options, record, { kind: 'characters', reason: 'not-utf-8', ordinal, count });
  return recordFromCells(cells);
}

/**
 * @throws DuizhaoError `parquet.malformed`, `table.no-columns`
 */
async function* readParquet(source: Chunks, options: ReadOptions): AsyncIterable<PairRecord> {
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
