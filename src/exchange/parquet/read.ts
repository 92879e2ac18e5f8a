import {
  parquetMetadataAsync,
  parquetSchema,
  type DecodedArray,
  type FileMetaData,
  type RowGroup,
  type SchemaTree,
} from 'hyparquet';
import { DuizhaoError } from '../../kit/index.js';
import type { ByteFile } from '../byte-file.js';
import { recordFromCells, type ColumnName } from '../columns.js';
import type { ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';
import { checkedColumns, tellUnused } from '../table/header.js';
import { columnPages } from './column-pages.js';

/**
 * Pairs of a Parquet file, a page of each column at a time, whatever the size of its row groups.
 * Columns that are lists or structs are passed over.
 *
 * @throws DuizhaoError `parquet.malformed`, `table.no-columns`
 */
export async function* readParquet(
  bytes: ByteFile,
  options: ReadOptions,
): AsyncIterable<PairRecord> {
  const metadata = await metadataOf(bytes);
  const columns = wantedColumns(metadata, options);
  let at = 0;
  for (const group of metadata.row_groups) {
    const rows = rowsOf(bytes, group, columns)[Symbol.asyncIterator]();
    for (;;) {
      const next = await rows.next().catch((error: unknown) => {
        throw malformed(options.file, error);
      });
      if (next.done === true) break;
      at += 1;
      const record = recordFromCells(next.value);
      if (record.zh === '' && record.en === '') options.onSkip?.({ at, reason: 'empty' });
      else yield record;
    }
  }
}

async function metadataOf(bytes: ByteFile): Promise<FileMetaData> {
  const { size: byteLength, file } = bytes;
  try {
    return await parquetMetadataAsync({
      byteLength,
      slice: async (from, to = byteLength) => (await bytes.read(from, to)).buffer,
    });
  } catch (error) {
    throw malformed(file, error);
  }
}

/** A column of the file that holds one of ours. */
interface Wanted {
  readonly name: ColumnName;
  /** As the file calls it. */
  readonly path: string;
  readonly schemaPath: SchemaTree[];
}

function wantedColumns(metadata: FileMetaData, options: ReadOptions): readonly Wanted[] {
  const schema = parquetSchema(metadata);
  const flat = schema.children.filter(
    ({ children, element }) => children.length === 0 && element.repetition_type !== 'REPEATED',
  );
  const own = flat.map(({ element }) => element.name);
  const names = checkedColumns(own, options.file, options);
  tellUnused(names, own, options);
  for (const { element } of schema.children.filter((child) => !flat.includes(child))) {
    options.onUnused?.(element.name);
  }
  return flat.flatMap((leaf, index) => {
    const name = names[index];
    return name === undefined
      ? []
      : [{ name, path: leaf.element.name, schemaPath: [schema, leaf] }];
  });
}

/** Rows of a group as named cells. */
async function* rowsOf(
  bytes: ByteFile,
  group: RowGroup,
  columns: readonly Wanted[],
): AsyncIterable<readonly (readonly [string, unknown])[]> {
  const cursors = columns.map(({ name, path, schemaPath }) => {
    const meta = group.columns.find(
      (chunk) => chunk.meta_data?.path_in_schema[0] === path,
    )?.meta_data;
    if (meta === undefined) throw new Error(`column "${path}" is not where it should be`);
    return new Cursor(name, columnPages(bytes, meta, schemaPath));
  });
  for (let row = Number(group.num_rows); row > 0; row -= 1) {
    const cells: (readonly [string, unknown])[] = [];
    for (const cursor of cursors) {
      if (!cursor.hasNext()) await cursor.load();
      cells.push([cursor.name, cursor.next()]);
    }
    yield cells;
  }
}

/** Goes through the values of one column. */
class Cursor {
  readonly name: string;
  readonly #pages: AsyncIterator<DecodedArray>;
  #page: DecodedArray = [];
  #at = 0;

  constructor(name: string, pages: AsyncIterable<DecodedArray>) {
    this.name = name;
    this.#pages = pages[Symbol.asyncIterator]();
  }

  hasNext(): boolean {
    return this.#at < this.#page.length;
  }

  /** Brings the next page. */
  async load(): Promise<void> {
    const next = await this.#pages.next();
    if (next.done === true) throw new Error(`column "${this.name}" ends too early`);
    [this.#page, this.#at] = [next.value, 0];
  }

  next(): unknown {
    this.#at += 1;
    return this.#page[this.#at - 1];
  }
}

function malformed(file: string, cause: unknown): unknown {
  if (cause instanceof DuizhaoError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DuizhaoError(
    {
      code: 'parquet.malformed',
      exit: 'badInput',
      message: `${file}: not a Parquet file that can be read: ${reason}`,
      hint: 'write it uncompressed or with snappy or gzip',
      at: { file },
    },
    { cause },
  );
}
