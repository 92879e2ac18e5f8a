import { sha256 } from '../kit/index.js';
import type { Origin } from '../model/index.js';
import { READ_DEFAULTS } from './defaults.js';
import { tooLarge } from './failure.js';
import type { ByteSource } from './archive/byte-source.js';

/** A file found in a folder or an archive, its bytes not yet read. */
export interface Leaf {
  /** A path, or `ARCHIVE!/NAME`. */
  readonly location: string;
  load(): Promise<LoadedFile>;
}

/** A file with its bytes. */
export interface LoadedFile {
  readonly origin: Origin;
  readonly bytes: Uint8Array;
}

/** A file on disk or in an archive, with the time of the file on disk. */
export function loaded(location: string, bytes: Uint8Array, fetchedAt: string): LoadedFile {
  return { origin: { kind: 'path', location, fetchedAt, sha256: sha256(bytes) }, bytes };
}

/**
 * All bytes of a file on disk.
 *
 * @throws DuizhaoError `read.too-large`
 */
export async function loadWhole(
  source: ByteSource,
  file: string,
  fetchedAt: string,
): Promise<LoadedFile> {
  if (source.size > READ_DEFAULTS.maxBytes) {
    throw tooLarge(file, `${source.size} bytes, at most ${READ_DEFAULTS.maxBytes} are read`);
  }
  return loaded(file, await source.read(0, source.size), fetchedAt);
}
