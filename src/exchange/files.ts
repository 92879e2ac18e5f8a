import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import { DuizhaoError, readFailure, writeAtomic } from '../kit/index.js';
import { codeOf } from './decode-text.js';
import { distribute } from './distribute.js';
import type { AnyFormat, Chunks, Pairs, ReadOptions, WriteOptions } from './format.js';
import type { PairRecord } from './record.js';
import { endingsOf, formatFor } from './registry.js';
import { writeOnly } from './streams.js';

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
  if (format.kind === 'file') {
    await writeAtomic(path, packed(path, format.write(pairs, options)));
    return [path];
  }
  const stem = options.stem ?? basename(stemOf(format, path));
  const parts = distribute(format.write(pairs, { ...options, stem }), format.suffixes);
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
 * Reads the pairs of a file (or of the files of a file set) by name; `.gz` is unpacked.
 *
 * @throws DuizhaoError `exchange.unknown-format`, `exchange.write-only`, `file.missing`, and those
 *   of the format
 */
export function loadPairs(
  path: string,
  options: Partial<ReadOptions> & FileChoice = {},
): AsyncIterable<PairRecord> {
  const format = formatFor(options.format ?? path);
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
  return format.read(openFile(path), settings);
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

/** Bytes of a file, unpacked if its name ends in `.gz`. */
export async function* openFile(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const stream = path.toLowerCase().endsWith('.gz') ? file.pipe(createGunzip()) : file;
  file.on('error', (error) => stream.destroy(error));
  try {
    for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
  } catch (error) {
    throw unpackFailure(error, path) ?? readFailure(error, path);
  } finally {
    file.destroy();
  }
}

/** Started when it is read, so that no failure happens before somebody listens. */
async function* packed(path: string, chunks: Chunks): Chunks {
  if (!path.toLowerCase().endsWith('.gz')) {
    yield* chunks;
    return;
  }
  const gzip = createGzip();
  pipeline(Readable.from(chunks, { objectMode: false }), gzip, () => undefined); // seen by the loop
  for await (const piece of gzip) if (piece instanceof Uint8Array) yield piece;
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
