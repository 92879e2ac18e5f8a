import { createReadStream } from 'node:fs';
import type { PairRecord } from '../exchange/index.js';
import { DuizhaoError, readFailure, readJsonLines } from '../kit/index.js';
import type { Io } from './io.js';
import { readOptionsOf, type ReadFlags } from './read-flags.js';
import { readNotes } from './read-notes.js';

/** What `duizhao clean` judges, and the object it came in. */
export interface GivenPair {
  readonly zh: string;
  readonly en: string;
  readonly confidence?: number;
  /** The whole object, other fields included. */
  readonly rest: object;
}

/** A pair and where it stands: `line` 3 of JSON Lines, `pair` 3 of other formats, from 1. */
export interface Placed {
  readonly place: number;
  readonly unit: 'line' | 'pair';
  readonly given: GivenPair;
  /** What an import of the file takes of it. */
  readonly record: PairRecord;
}

/**
 * Pairs of a file of any format that can be read; by its name, JSON Lines if that tells nothing.
 * JSON objects keep every field, also those no other format knows.
 *
 * @throws DuizhaoError `clean.not-a-pair`, or what the reader of the format throws
 */
export async function* readGiven(file: string, flags: ReadFlags, io: Io): AsyncIterable<Placed> {
  const { findFormat, loadPairs, recordFromCells, somePairs, withStatedFields } =
    await import('../exchange/index.js');
  const format = file === '-' ? undefined : findFormat(file);
  const isLines = format === undefined || (format.name === 'jsonl' && !file.endsWith('.gz'));
  if (isLines) {
    const options = { file: nameOf(file), ...readOptionsOf(flags) };
    for await (const { line, value } of readJsonLines(sourceOf(file, io), nameOf(file))) {
      io.signal.throwIfAborted();
      const isObject = typeof value === 'object' && value !== null;
      const named = isObject ? withStatedFields(value, line, options) : value;
      const given = givenPairOf(named, nameOf(file), line);
      const record = recordFromCells(Object.entries(given.rest));
      yield { place: line, unit: 'line', given, record };
    }
    return;
  }
  let place = 0;
  const notes = readNotes();
  const options = { ...readOptionsOf(flags), ...notes.options };
  for await (const record of somePairs(loadPairs(file, options), file)) {
    io.signal.throwIfAborted();
    place += 1;
    yield { place, unit: 'pair', given: givenPairOf(record, file, place), record };
  }
  await io.err(notes.told());
}

/** A pair of any object with both texts. */
export function givenPairOf(value: unknown, file: string, line: number): GivenPair {
  if (typeof value === 'object' && value !== null && 'zh' in value && 'en' in value) {
    const { zh, en } = value;
    if (typeof zh === 'string' && typeof en === 'string') {
      const confidence = 'confidence' in value ? value.confidence : undefined;
      const isShare = typeof confidence === 'number' && confidence >= 0 && confidence <= 1;
      return { zh, en, rest: value, ...(isShare ? { confidence } : {}) };
    }
  }
  throw new DuizhaoError({
    code: 'clean.not-a-pair',
    exit: 'badInput',
    message: `${file}: line ${line} is not an object with string fields "zh" and "en"`,
    hint: 'files of other formats are read by the ending of their name: .tmx, .csv, .tsv, .xlsx …',
    at: { file, line },
  });
}

async function* sourceOf(file: string, io: Io): AsyncIterable<string | Uint8Array> {
  if (file === '-') {
    yield* io.stdin;
    return;
  }
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Uint8Array;
  } catch (error) {
    throw readFailure(error, file);
  }
}

function nameOf(file: string): string {
  return file === '-' ? '<stdin>' : file;
}
