import { createReadStream } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { DuizhaoError, readFailure, writeAtomic } from '../kit/index.js';
import { codeOf } from './decode-text.js';
import { distribute } from './distribute.js';
import { tellingColumns } from './dropped-columns.js';
import { inFile, packedLimit } from './byte-file.js';
import type { AnyFormat, Chunks, Format, Pairs, ReadOptions, WriteOptions } from './format.js';
import type { PairRecord } from './record.js';
import { endingsOf, formatFor, formatToRead } from './registry.js';
import { writeOnly } from './streams.js';
import { unstretched, type Stretch, type StretchItem, type StretchOptions } from './stretches.js';

/** Where to write or read, beyond the options of the format. */
export interface FileChoice {
  /** Name of the format; default: by the file name. */
  readonly format?: string;
}

/** Everything that can be said about a file to be written. */
export type FormatOptions = WriteOptions & FileChoice;

/**
 * Writes pairs to a file (or the several files of a file set) by name, each atomically.
 *
 * `.gz` at the end compresses. For file sets the path may be the base name or one of the files.
 *
 * @returns the paths written
 * @throws DuizhaoError `exchange.unknown-format`, `file.cannot-write`
 */
export async function savePairs(
  path: string,
  pairs: Pairs,
  options: FormatOptions = {},
): Promise<readonly string[]> {
  const format = formatFor(options.format ?? path);
  const paths = pathsOf(format, path);
  const told = tellingColumns(format, pairs, options);
  if (format.kind === 'file') {
    await writeAtomic(path, packed(path, format.write(told, options)));
    return [path];
  }
  const stem = options.stem ?? basename(stemOf(format, path));
  const parts = distribute(format.write(told, { ...options, stem }), format.suffixes);
  await Promise.all(
    format.suffixes.map((suffix, index) =>
      writeAtomic(paths[index] ?? '', parts.file(suffix)).catch((error: unknown) => {
        parts.stop(error);
        throw error;
      }),
    ),
  );
  return paths;
}

/**
 * Reads the pairs of a file (or of the files of a file set) by name; what gzip packed is unpacked.
 *
 * @throws DuizhaoError `exchange.unknown-format`, `exchange.write-only`, `file.missing`, and those
 *   of the format
 */
export function loadPairs(
  path: string,
  options: Partial<ReadOptions> & FileChoice = {},
): AsyncIterable<PairRecord> {
  const format = formatToRead(options.format ?? path, options);
  const settings: ReadOptions = { file: path, ...options };
  if (format.kind === 'file-set') {
    const files = pathsOf(format, path);
    const sources: Record<string, Chunks> = {};
    for (const [index, suffix] of format.suffixes.entries()) {
      sources[suffix] = openFile(files[index] ?? '');
    }
    return format.read(sources, settings);
  }
  if (format.read === undefined) throw writeOnly(format.name);
  return readFormat(format, path, settings);
}

/**
 * The same, of formats that allow it stretch by stretch: what was read before can be passed over.
 *
 * @throws DuizhaoError those of {@link loadPairs}
 */
export async function* loadStretches<State, Known extends Stretch<State>>(
  path: string,
  options: Partial<ReadOptions> & FileChoice,
  how: StretchOptions<State, Known>,
): AsyncIterable<StretchItem<State, Known>> {
  const format = formatToRead(options.format ?? path, options);
  const { readStretches } = format.kind === 'file' ? format : {};
  const settings: ReadOptions = { file: path, ...options };
  if (readStretches === undefined || !(await isPlainFile(path))) {
    yield* unstretched(loadPairs(path, options), how);
  } else {
    yield* inFile(path, { file: settings.file }, async function* (bytes) {
      if (isGzip(await bytes.read(0, 2))) yield* unstretched(loadPairs(path, options), how);
      else yield* readStretches(bytes, settings, how);
    });
  }
}

/** Straight from the disk where the reader can jump about, else as a stream. */
async function* readFormat(
  { read, readFile }: Format,
  path: string,
  options: ReadOptions,
): AsyncIterable<PairRecord> {
  if (readFile !== undefined && (await isPlainFile(path))) {
    const { file, maxBytes } = options;
    const limits = { file, maxBytes: packedLimit(maxBytes) };
    yield* inFile(path, limits, (bytes) => readFile(bytes, options));
  } else if (read !== undefined) yield* read(openFile(path), options);
}

/** Neither a pipe nor packed. */
async function isPlainFile(path: string): Promise<boolean> {
  if (path.toLowerCase().endsWith('.gz')) return false;
  const facts = await stat(path).catch((error: unknown) => {
    throw readFailure(error, path);
  });
  return facts.isFile();
}

/** The files a format writes under that path. */
export function pathsOf(format: AnyFormat, path: string): readonly string[] {
  if (format.kind === 'file') return [path];
  const stem = stemOf(format, path);
  return format.suffixes.map((suffix) => `${stem}${suffix}`);
}

/** Which of the files a format would write under that path are there already. */
export async function existing(format: AnyFormat, path: string): Promise<readonly string[]> {
  const found = await Promise.all(
    pathsOf(format, path).map(async (file) =>
      access(file).then(
        () => file,
        () => undefined,
      ),
    ),
  );
  return found.filter((file) => file !== undefined);
}

/** Bytes of a file, unpacked if it is packed by gzip, whatever its name. */
export async function* openFile(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const chunks = bytesOf(file)[Symbol.asyncIterator]();
  try {
    const first = await chunks.next();
    if (first.done === true) return;
    const all = resumed(first.value, chunks);
    if (path.toLowerCase().endsWith('.gz') || isGzip(first.value)) yield* unpacked(all);
    else yield* all;
  } catch (error) {
    throw unpackFailure(error, path) ?? readFailure(error, path);
  } finally {
    file.destroy();
  }
}

async function* bytesOf(stream: AsyncIterable<unknown>): AsyncIterable<Uint8Array> {
  for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
}

async function* resumed(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncIterable<Uint8Array> {
  yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

function isGzip([first, second]: Uint8Array): boolean {
  return first === 0x1f && second === 0x8b;
}

async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip();
  pipeline(Readable.from(bytes, { objectMode: false }), gunzip, () => undefined); // seen by the loop
  yield* bytesOf(gunzip);
}

/** Started when it is read, so that no failure happens before somebody listens. */
async function* packed(path: string, chunks: Chunks): Chunks {
  if (!path.toLowerCase().endsWith('.gz')) {
    yield* chunks;
    return;
  }
  const gzip = createGzip();
  pipeline(Readable.from(chunks, { objectMode: false }), gzip, () => undefined); // seen by the loop
  yield* bytesOf(gzip);
}

function stemOf(format: AnyFormat, path: string): string {
  const ending = [...endingsOf(format)]
    .sort((a, b) => b.length - a.length)
    .find((known) => path.toLowerCase().endsWith(known));
  return ending === undefined ? path : path.slice(0, -ending.length);
}

function unpackFailure(error: unknown, file: string): DuizhaoError | undefined {
  if (!codeOf(error).startsWith('Z_')) return undefined;
  return new DuizhaoError(
    {
      code: 'exchange.not-gzip',
      exit: 'badInput',
      message: `"${file}" cannot be unpacked: it is cut off or not a gzip file`,
      hint: 'fetch it again, or take the ending .gz away if it is not compressed',
      at: { file },
    },
    { cause: error },
  );
}
