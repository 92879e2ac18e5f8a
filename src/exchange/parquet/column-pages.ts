import type { ColumnMetaData, DecodedArray, SchemaTree } from 'hyparquet';
import { parquetHeader, readPage } from 'hyparquet/src/column.js';
import { convert, DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { compressors } from './compressors.js';
import type { ByteFile } from '../byte-file.js';

/** Bytes to look at for the head of a page; statistics in it can hold two whole values. */
const HEAD_BYTES = 1 << 16;

/** A page larger than this is not believed: writers cut at about a megabyte. */
const MAX_PAGE = 256 << 20;

/** A byte order mark at the beginning of a value is part of it. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

const PARSERS = {
  ...DEFAULT_PARSERS,
  stringFromBytes: (bytes: Uint8Array | undefined) => bytes && utf8.decode(bytes),
};

/**
 * The values of one column of a row group, page by page.
 *
 * A group may hold a million rows; read as a whole, it would take a gigabyte.
 */
export async function* columnPages(
  file: ByteFile,
  meta: ColumnMetaData,
  schemaPath: SchemaTree[],
): AsyncIterable<DecodedArray> {
  const leaf = schemaPath.at(-1);
  if (leaf === undefined) return;
  const decoder = {
    ...meta,
    pathInSchema: meta.path_in_schema,
    element: leaf.element,
    schemaPath,
    parsers: PARSERS,
    compressors,
  };
  const start = Number(meta.dictionary_page_offset ?? meta.data_page_offset);
  const end = start + Number(meta.total_compressed_size);
  let dictionary: DecodedArray | undefined;
  let left = Number(meta.num_values);
  for (let at = start; at < end && left > 0;) {
    const { header, length } = await headAt(file, at, end);
    const size = header.compressed_page_size;
    if (size > MAX_PAGE || header.uncompressed_page_size > MAX_PAGE || size < 0) {
      throw new Error(`a page of ${Math.max(size, header.uncompressed_page_size)} bytes`);
    }
    const body = await file.read(at + length, at + length + size);
    if (body.length < size) throw new Error('it is cut off');
    const reader = { view: new DataView(body.buffer), offset: 0 };
    const { data } = readPage(reader, header, decoder, dictionary, undefined, 0);
    if (header.type === 'DICTIONARY_PAGE') {
      dictionary = data === undefined ? undefined : convert(data, decoder);
    } else if (data !== undefined) {
      left -= data.length;
      yield data;
    }
    at += length + size;
  }
}

/** The head of the page that begins there, and its length. */
async function headAt(file: ByteFile, at: number, end: number) {
  for (let window = HEAD_BYTES; ; window *= 16) {
    const to = Math.min(end, at + window);
    const bytes = await file.read(at, to);
    const reader = { view: new DataView(bytes.buffer), offset: 0 };
    try {
      return { header: parquetHeader(reader), length: reader.offset };
    } catch (error) {
      if (to === end || window > MAX_PAGE) throw error;
    }
  }
}
