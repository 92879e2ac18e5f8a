import { Unzip, UnzipInflate } from 'fflate';
import { DuizhaoError } from '../../kit/index.js';
import { READ_LIMITS } from '../defaults.js';

/** Packed bytes fed at a time: even a bomb unpacks to no more than about 16 MB from these. */
const SLICE_BYTES = 1 << 14;

/** A zip container held in memory, packed. */
export interface Container {
  readonly bytes: Uint8Array;
  /** Name used in errors. */
  readonly file: string;
}

/**
 * One file of a zip container, in pieces; nothing if it is not there.
 *
 * No name from the container is ever used as a path.
 *
 * @throws DuizhaoError `zip.malformed`, `exchange.too-large` when it unpacks to too much
 */
export async function* unpack(container: Container, name: string): AsyncIterable<Uint8Array> {
  const { bytes, file } = container;
  checkSignature(container);
  let pieces: Uint8Array[] = [];
  let failure: Error | undefined;
  let [size, isDone] = [0, false];
  const unzip = new Unzip((entry) => {
    if (entry.name !== name) return;
    entry.ondata = (error, piece, isLast) => {
      failure ??= error ?? undefined;
      pieces.push(piece);
      isDone ||= isLast;
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  for (let at = 0; at < bytes.length && !isDone; at += SLICE_BYTES) {
    try {
      unzip.push(bytes.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= bytes.length);
    } catch (error) {
      failure ??= error instanceof Error ? error : new Error(String(error));
    }
    if (failure !== undefined) throw malformed(file, failure);
    for (const piece of pieces) {
      size += piece.length;
      if (size > READ_LIMITS.maxUnpacked) throw unpacksTooLarge(file, name);
      yield await Promise.resolve(piece);
    }
    pieces = [];
  }
}

function checkSignature({ bytes, file }: Container): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return;
  throw malformed(file, new Error('it does not begin as a zip file does'));
}

function malformed(file: string, cause: Error): DuizhaoError {
  return new DuizhaoError(
    {
      code: 'zip.malformed',
      exit: 'badInput',
      message: `${file}: the container cannot be unpacked: ${cause.message}`,
      hint: 'open it in the program that made it and save it again',
      at: { file },
    },
    { cause },
  );
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
