import { DuizhaoError } from '../kit/index.js';
import type { AnyFormat, Format } from './format.js';
import { readJsonl, writeJsonl } from './jsonl.js';
import { readCsv } from './table/csv-read.js';
import { writeCsv } from './table/csv-write.js';
import { readTmx } from './tmx/read.js';
import { writeTmx } from './tmx/write.js';

const tmx: Format = {
  kind: 'file',
  name: 'tmx',
  summary: 'translation memory, TMX 1.4, for CAT tools',
  extensions: ['.tmx'],
  write: writeTmx,
  read: readTmx,
};

const csv: Format = {
  kind: 'file',
  name: 'csv',
  summary: 'table, comma-separated, UTF-8',
  extensions: ['.csv'],
  write: writeCsv,
  read: readCsv,
};

const tsv: Format = {
  kind: 'file',
  name: 'tsv',
  summary: 'table, tab-separated, UTF-8',
  extensions: ['.tsv', '.tab'],
  write: (pairs, options) => writeCsv(pairs, { delimiter: '\t', ...options }),
  read: (source, options) => readCsv(source, { delimiter: '\t', ...options }),
};

const jsonl: Format = {
  kind: 'file',
  name: 'jsonl',
  summary: 'JSON Lines: one object a pair, every field; carries any text',
  extensions: ['.jsonl', '.ndjson'],
  write: writeJsonl,
  read: readJsonl,
};

/** Every format, in the order help lists them. */
export const FORMATS: readonly AnyFormat[] = Object.freeze([tmx, csv, tsv, jsonl]);

/** The format of that name, or of the file of that name (`.gz` passed over), if there is one. */
export function findFormat(nameOrPath: string): AnyFormat | undefined {
  const name = nameOrPath.toLowerCase().replace(/\.gz$/, '');
  const named = FORMATS.find((format) => format.name === name);
  if (named !== undefined) return named;
  const endings = FORMATS.flatMap((format) =>
    format.extensions.map((extension) => ({ format, extension })),
  ).filter(({ extension }) => name.endsWith(extension));
  return endings.sort((a, b) => b.extension.length - a.extension.length)[0]?.format;
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
