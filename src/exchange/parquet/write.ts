import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { version } from '../../kit/index.js';
import { chooseColumns, recordFromCells, type Column } from '../columns.js';
import type { Pairs, WriteOptions } from '../format.js';
import { reportLoss, without } from '../loss.js';
import { numbered } from '../numbered.js';
import type { PairRecord } from '../record.js';

/** Rows held before they are written as a row group: about 10 MB of records with every column. */
const ROWS_A_GROUP = 8_000;

/** Lone surrogates are not UTF-8. */
const NOT_UTF8 = /[\uD800-\uDFFF]/gu;

/** Row groups of 8,000, compressed with snappy; absent values are null. */
export async function* writeParquet(
  pairs: Pairs,
  options: WriteOptions = {},
): AsyncIterable<Uint8Array> {
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
