import type { Format } from '../format.js';
import { readDocx } from './docx-read.js';
import { writeDocx } from './docx-write.js';
import { readXlsx } from './xlsx-read.js';
import { writeXlsx } from './xlsx-write.js';

/** Excel workbook. */
export const xlsx: Format = {
  kind: 'file',
  name: 'xlsx',
  summary: 'Excel workbook with filters and a sheet of facts',
  extensions: ['.xlsx'],
  carries: 'everything',
  write: writeXlsx,
  read: readXlsx,
};

/** Word document with a table of two columns. */
export const docx: Format = {
  kind: 'file',
  name: 'docx',
  summary: 'Word document with a table of two columns',
  extensions: ['.docx'],
  carries: 'texts',
  write: writeDocx,
  read: readDocx,
};
