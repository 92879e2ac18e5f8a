import { inSpool, type ByteFile } from '../byte-file.js';
import type { Format, ReadOptions } from '../format.js';
import type { PairRecord } from '../record.js';

/** Excel workbook. Its packages are loaded when it is used: they take longer than a small export. */
export const xlsx: Format = {
  kind: 'file',
  name: 'xlsx',
  summary: 'Excel workbook with filters and a sheet of facts',
  extensions: ['.xlsx'],
  carries: 'everything',
  hasColumns: true,
  hasFacts: true,
  obeys: ['columns', 'header', 'zhCode', 'enCode'],
  async *write(pairs, options) {
    const { writeXlsx } = await import('./xlsx-write.js');
    yield* writeXlsx(pairs, options);
  },
  read: (source, options) => inSpool(source, options, (bytes) => readXlsx(bytes, options)),
  readFile: readXlsx,
};

/** Word document with a table of two columns. */
export const docx: Format = {
  kind: 'file',
  name: 'docx',
  summary: 'Word document with a table of two columns',
  extensions: ['.docx'],
  carries: 'texts',
  obeys: ['source', 'title'],
  async *write(pairs, options) {
    const { writeDocx } = await import('./docx-write.js');
    yield* writeDocx(pairs, options);
  },
  read: (source, options) => inSpool(source, options, (bytes) => readDocx(bytes, options)),
  readFile: readDocx,
};

async function* readXlsx(bytes: ByteFile, options: ReadOptions): AsyncIterable<PairRecord> {
  const reader = await import('./xlsx-read.js');
  yield* reader.readXlsx(bytes, options);
}

async function* readDocx(bytes: ByteFile, options: ReadOptions): AsyncIterable<PairRecord> {
  const reader = await import('./docx-read.js');
  yield* reader.readDocx(bytes, options);
}
