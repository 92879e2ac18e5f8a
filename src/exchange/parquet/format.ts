import type { Format } from '../format.js';

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
  obeys: ['columns'],
  async *write(pairs, options) {
    const { writeParquet } = await import('./write.js');
    yield* writeParquet(pairs, options);
  },
  async *read(source, options) {
    const { readParquet } = await import('./read.js');
    yield* readParquet(source, options);
  },
};
