import { createWriteStream } from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { readFailure, writeFailure } from '../kit/index.js';
import { tooLarge } from './decode-text.js';
import { READ_LIMITS } from './defaults.js';
import type { Chunks } from './format.js';

/** A file in which a reader can jump about: memory holds only what it asks for. */
export interface ByteFile {
  /** Name used in errors. */
  readonly file: string;
  readonly size: number;
  /** Bytes `from … to − 1`, in a buffer of their own; fewer where the file ends. */
  readonly read: (from: number, to: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Writes the bytes from `from` on to an array; tells how many: fewer than fit where the file ends. */
  readonly fill: (bytes: Uint8Array<ArrayBuffer>, from: number) => Promise<number>;
}

/** What the reader of such a format needs to know. */
export interface ByteFileOptions {
  readonly file: string;
  /** Most bytes of it; default any number. */
  readonly maxBytes?: number | undefined;
}

/** Most bytes of a file that is read here and there and unpacks to more. */
export function packedLimit(maxBytes: number | undefined): number {
  return Math.min(maxBytes ?? Infinity, READ_LIMITS.maxPackedFile);
}

/**
 * What `read` makes of a file on disk.
 *
 * @throws DuizhaoError `file.missing`, `file.unreadable`, `exchange.too-large`
 */
export async function* inFile<Item>(
  path: string,
  { file, maxBytes = Infinity }: ByteFileOptions,
  read: (bytes: ByteFile) => AsyncIterable<Item>,
): AsyncIterable<Item> {
  const handle = await open(path).catch((error: unknown) => {
    throw readFailure(error, path);
  });
  try {
    const { size } = await handle.stat();
    if (size > maxBytes) throw tooLarge(file, maxBytes);
    yield* read(byteFile(handle, size, file));
  } catch (error) {
    throw readFailure(error, path);
  } finally {
    await handle.close();
  }
}

/**
 * What `read` makes of a stream, which is kept in a temporary file meanwhile.
 *
 * @throws DuizhaoError `exchange.too-large`, `file.cannot-write`
 */
export async function* inSpool<Item>(
  source: Chunks,
  { file, maxBytes: wanted }: ByteFileOptions,
  read: (bytes: ByteFile) => AsyncIterable<Item>,
): AsyncIterable<Item> {
  const options = { file, maxBytes: packedLimit(wanted) };
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-'));
  try {
    const path = join(folder, 'spool');
    await pipeline(bounded(source, options), createWriteStream(path)).catch((error: unknown) => {
      throw writeFailure(error, path);
    });
    yield* inFile(path, options, read);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function byteFile(handle: FileHandle, size: number, file: string): ByteFile {
  const fill: ByteFile['fill'] = async (bytes, from) => {
    const most = Math.min(bytes.length, Math.max(0, size - from));
    let filled = 0;
    while (filled < most) {
      const { bytesRead } = await handle.read(bytes, filled, most - filled, from + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled;
  };
  return {
    ...{ file, size, fill },
    read: async (from, to) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      const filled = await fill(bytes, from);
      return filled === bytes.length ? bytes : bytes.slice(0, filled);
    },
  };
}

async function* bounded(
  source: Chunks,
  { file, maxBytes }: { readonly file: string; readonly maxBytes: number },
): Chunks {
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > maxBytes) throw tooLarge(file, maxBytes);
    yield chunk;
  }
}
