import { inSpool, type ByteFile } from '../byte-file.js';
import type { Format, ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';

/**
 * Apache Parquet: texts as UTF-8 strings, scores as doubles, positions as 32-bit integers.
 *
 * Its packages are loaded when it is used.
 */
export const parquet: Format = {
  kind: 'file',
  name: 'parquet',
  summary: 'typed columns, for pandas, DuckDB, Spark and Hugging Face',
  extensions: ['.parquet'],
  carries: 'everything',
  hasColumns: true,
  obeys: ['columns'],
  async *write(pairs, options) {
    const { writeParquet } = await import('./write.js');
    yield* writeParquet(pairs, options);
  },
  read: (source, options) => inSpool(source, options, (bytes) => readParquet(bytes, options)),
  readFile: readParquet,
};

async function* readParquet(bytes: ByteFile, options: ReadOptions): AsyncIterable<PairRecord> {
  const reader = await import('./read.js');
  yield* reader.readParquet(bytes, options);
}
