import { DuizhaoError } from '../kit/index.js';
import type { AnyFormat, Format, ReadOptions, StatedOption, WriteOptions } from './format.js';
import { intertext } from './intertext.js';
import { readJsonlStretches } from './jsonl-stretches.js';
import { readJsonl, writeJsonl } from './jsonl.js';
import { moses } from './moses.js';
import { docx, xlsx } from './office/formats.js';
import { parquet } from './parquet/format.js';
import { sideBySide } from './side-by-side.js';
import { readCsv } from './table/csv-read.js';
import { writeCsv } from './table/csv-write.js';
import { tei } from './tei.js';
import { readTmx } from './tmx/read.js';
import { writeTmx } from './tmx/write.js';
import { readXliff } from './xliff/read.js';
import { writeXliff12, writeXliff21 } from './xliff/write.js';

const TABLE_OPTIONS: readonly StatedOption[] = [
  'columns',
  'excel',
  'delimiter',
  'header',
  'zhCode',
  'enCode',
];
const XLIFF_OPTIONS: readonly StatedOption[] = ['columns', 'zhCode', 'enCode', 'source'];

const tmx: Format = {
  kind: 'file',
  name: 'tmx',
  summary: 'translation memory, TMX 1.4, for CAT tools',
  extensions: ['.tmx'],
  carries: 'everything',
  obeys: ['columns', 'profile', 'zhCode', 'enCode', 'unit', 'source', 'context'],
  write: writeTmx,
  read: readTmx,
};

const csv: Format = {
  kind: 'file',
  name: 'csv',
  summary: 'table, comma-separated, UTF-8',
  extensions: ['.csv'],
  carries: 'everything',
  hasColumns: true,
  obeys: TABLE_OPTIONS,
  write: writeCsv,
  read: readCsv,
};

const tsv: Format = {
  kind: 'file',
  name: 'tsv',
  summary: 'table, tab-separated, UTF-8',
  extensions: ['.tsv', '.tab'],
  carries: 'everything',
  hasColumns: true,
  obeys: TABLE_OPTIONS,
  write: (pairs, options) => writeCsv(pairs, { delimiter: '\t', ...options }),
  read: (source, options) => readCsv(source, options, '\t'),
};

const jsonl: Format = {
  kind: 'file',
  name: 'jsonl',
  summary: 'JSON Lines: one object a pair, every field; carries any text',
  extensions: ['.jsonl', '.ndjson'],
  carries: 'everything',
  hasColumns: true,
  obeys: ['columns'],
  write: writeJsonl,
  read: readJsonl,
  readStretches: readJsonlStretches,
};

const xliff: Format = {
  kind: 'file',
  name: 'xliff',
  summary: 'XLIFF 1.2, for CAT tools; reads 1.x and 2.x',
  extensions: ['.xlf', '.xliff'],
  carries: 'everything',
  obeys: XLIFF_OPTIONS,
  write: writeXliff12,
  read: readXliff,
};

const xliff2: Format = {
  kind: 'file',
  name: 'xliff2',
  summary: 'XLIFF 2.1; reads 1.x and 2.x',
  extensions: ['.xlf2', '.xliff2'],
  carries: 'everything',
  obeys: XLIFF_OPTIONS,
  write: writeXliff21,
  read: readXliff,
};

/** Every format, in the order help lists them. */
export const FORMATS: readonly AnyFormat[] = Object.freeze([
  tmx,
  csv,
  tsv,
  jsonl,
  xliff,
  xliff2,
  moses,
  intertext,
  tei,
  parquet,
  sideBySide,
  xlsx,
  docx,
]);

/** The format of that name, or of the file of that name (`.gz` passed over), if there is one. */
export function findFormat(nameOrPath: string): AnyFormat | undefined {
  const name = nameOrPath.toLowerCase().replace(/\.gz$/, '');
  const named = FORMATS.find((format) => format.name === name);
  if (named !== undefined) return named;
  const endings = FORMATS.flatMap((format) =>
    endingsOf(format).map((ending) => ({ format, ending })),
  ).filter(({ ending }) => name.endsWith(ending));
  return endings.sort((a, b) => b.ending.length - a.ending.length)[0]?.format;
}

/** Everything a file name of that format may end in. */
export function endingsOf(format: AnyFormat): readonly string[] {
  return format.kind === 'file' ? format.extensions : [...format.extensions, ...format.suffixes];
}

/**
 * The format meant by a name (`tmx`) or a path (`out/corpus.tmx.gz`).
 *
 * @throws DuizhaoError `exchange.unknown-format`
 */
export function formatFor(nameOrPath: string): AnyFormat {
  const format = findFormat(nameOrPath);
  if (format !== undefined) return format;
  throw new DuizhaoError({
    code: 'exchange.unknown-format',
    exit: 'usage',
    message: `no format is known for "${nameOrPath}"`,
    hint: `formats: ${FORMATS.map(({ name }) => name).join(', ')}`,
  });
}

/**
 * The same, of a file that is to be read as the options say.
 *
 * @throws DuizhaoError `exchange.unknown-format`, `exchange.no-columns` where columns are chosen of a
 *   format that has none
 */
export function formatToRead(
  nameOrPath: string,
  { zhColumn, enColumn }: Pick<ReadOptions, 'zhColumn' | 'enColumn'>,
): AnyFormat {
  const format = formatFor(nameOrPath);
  if (format.hasColumns === true || (zhColumn ?? enColumn) === undefined) return format;
  throw new DuizhaoError({
    code: 'exchange.no-columns',
    exit: 'usage',
    message: `columns can be chosen of tables; "${nameOrPath}" is read as ${format.name}`,
    hint: `tables and JSON Lines: ${FORMATS.filter(({ hasColumns }) => hasColumns)
      .map(({ name }) => name)
      .join(', ')}`,
  });
}

/** Which of the options given have no effect on files of a format. */
export function withoutEffect({ obeys }: AnyFormat, given: WriteOptions): readonly StatedOption[] {
  return STATED.filter((option) => given[option] !== undefined && !obeys.includes(option));
}

const STATED: readonly StatedOption[] = [
  'columns',
  'excel',
  'delimiter',
  'header',
  'profile',
  'zhCode',
  'enCode',
  'unit',
  'source',
  'context',
  'title',
];
