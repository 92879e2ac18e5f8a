import type { Format } from '../format.js';

/** Excel workbook. Its packages are loaded when it is used: they take longer than a small export. */
export const xlsx: Format = {
  kind: 'file',
  name: 'xlsx',
  summary: 'Excel workbook with filters and a sheet of facts',
  extensions: ['.xlsx'],
  carries: 'everything',
  obeys: ['columns', 'header', 'zhCode', 'enCode'],
  async *write(pairs, options) {
    const { writeXlsx } = await import('./xlsx-write.js');
    yield* writeXlsx(pairs, options);
  },
  async *read(source, options) {
    const { readXlsx } = await import('./xlsx-read.js');
    yield* readXlsx(source, options);
  },
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
  async *read(source, options) {
    const { readDocx } = await import('./docx-read.js');
    yield* readDocx(source, options);
  },
};
