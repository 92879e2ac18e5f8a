import { DuizhaoError } from '../kit/index.js';
import { tellingColumns } from './dropped-columns.js';
import type { Chunks, Pairs, ReadOptions, WriteOptions } from './format.js';
import type { PairRecord } from './record.js';
import { formatFor, formatToRead } from './registry.js';

/**
 * Pairs of a stream in a format given by name.
 *
 * @throws DuizhaoError `exchange.several-files`, `exchange.write-only`
 */
export function readPairs(
  name: string,
  source: Chunks,
  options: ReadOptions,
): AsyncIterable<PairRecord> {
  const format = formatToRead(name, options);
  if (format.kind === 'file-set') throw severalFiles(format.name);
  if (format.read === undefined) throw writeOnly(format.name);
  return format.read(source, options);
}

/**
 * A file as a stream of text, in a format given by name.
 *
 * @throws DuizhaoError `exchange.several-files`, `exchange.binary`
 */
export async function* writeText(
  name: string,
  pairs: Pairs,
  options: WriteOptions,
): AsyncIterable<string> {
  const format = formatFor(name);
  if (format.kind === 'file-set') throw severalFiles(format.name);
  for await (const piece of format.write(tellingColumns(format, pairs, options), options)) {
    if (typeof piece !== 'string') throw binary(format.name);
    yield piece;
  }
}

/** The failure for a format that cannot be read. */
export function writeOnly(name: string): DuizhaoError {
  return new DuizhaoError({
    code: 'exchange.write-only',
    exit: 'usage',
    message: `"${name}" can be written but not read`,
    hint: 'read the corpus itself, or one of tmx, csv, jsonl',
  });
}

function severalFiles(name: string): DuizhaoError {
  return new DuizhaoError({
    code: 'exchange.several-files',
    exit: 'usage',
    message: `"${name}" is several files, which one stream cannot hold`,
    hint: 'give the base name of the files instead of "-"',
  });
}

function binary(name: string): DuizhaoError {
  return new DuizhaoError({
    code: 'exchange.binary',
    exit: 'usage',
    message: `"${name}" is not text and cannot go to standard output`,
    hint: 'give the name of a file',
  });
}
