import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { DuizhaoError } from '../../kit/index.js';
import type { ByteFile } from '../byte-file.js';
import { READ_LIMITS } from '../defaults.js';
import { readZipEntries, type ZipEntry } from './zip-entries.js';

/** Packed bytes read at a time. */
const SLICE_BYTES = 1 << 16;

/** The parts of a zip container that lies on disk. No name in it is ever used as a path. */
export interface ZipContainer {
  readonly file: string;
  /** One part in pieces; nothing if it is not there. */
  readonly part: (name: string) => AsyncIterable<Uint8Array>;
  readonly has: (name: string) => boolean;
}

/**
 * Opens a zip container by the list at its end.
 *
 * @throws DuizhaoError `zip.malformed`; parts throw it too, and `exchange.too-large` when they unpack
 *   to too much
 */
export async function openZip(bytes: ByteFile): Promise<ZipContainer> {
  const entries = await readZipEntries(bytes);
  return {
    file: bytes.file,
    has: (name) => entries.has(name),
    part: (name) => {
      const entry = entries.get(name);
      return entry === undefined ? nothing() : unpack(bytes, entry, name);
    },
  };
}

async function* nothing(): AsyncIterable<Uint8Array> {
  // no such part
}

async function* unpack(bytes: ByteFile, entry: ZipEntry, name: string): AsyncIterable<Uint8Array> {
  const { file } = bytes;
  if (entry.isEncrypted) throw malformed(file, 'it is locked by a password');
  const packed = Readable.from(slices(bytes, entry), { objectMode: false });
  const pieces = entry.isDeflated ? inflated(packed) : packed;
  let [size, sum] = [0, 0];
  try {
    for await (const piece of pieces) {
      if (!(piece instanceof Uint8Array)) continue;
      size += piece.length;
      if (size > READ_LIMITS.maxUnpacked) throw unpacksTooLarge(file, name);
      sum = crc32(piece, sum);
      yield piece;
    }
  } catch (error) {
    throw error instanceof DuizhaoError ? error : malformed(file, messageOf(error), error);
  }
  if (sum !== entry.crc32) throw malformed(file, `the checksum of "${name}" is wrong`);
}

function inflated(packed: Readable): AsyncIterable<unknown> {
  const inflate = createInflateRaw();
  pipeline(packed, inflate, () => undefined); // a failure reaches the reader of inflate
  return inflate;
}

async function* slices(bytes: ByteFile, { at, packedBytes }: ZipEntry): AsyncIterable<Uint8Array> {
  const header = await bytes.read(at, at + 30);
  const view = new DataView(header.buffer);
  if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50) {
    throw malformed(bytes.file, 'a part is missing');
  }
  const start = at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  for (let from = start; from < start + packedBytes; from += SLICE_BYTES) {
    yield await bytes.read(from, Math.min(from + SLICE_BYTES, start + packedBytes));
  }
}

/** The failure for a container that is damaged. */
export function malformed(file: string, reason: string, cause?: unknown): DuizhaoError {
  return new DuizhaoError(
    {
      code: 'zip.malformed',
      exit: 'badInput',
      message: `${file}: the container cannot be unpacked: ${reason}`,
      hint: 'open it in the program that made it and save it again',
      at: { file },
    },
    { cause },
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function unpacksTooLarge(file: string, name: string): DuizhaoError {
  return new DuizhaoError({
    code: 'exchange.too-large',
    exit: 'badInput',
    message: `${file}: "${name}" unpacks to more than ${READ_LIMITS.maxUnpacked} bytes`,
    hint: 'split the file into smaller ones',
    at: { file },
  });
}
