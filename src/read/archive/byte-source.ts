import { open, stat } from 'node:fs/promises';
import { readFailure } from '../../kit/index.js';

/** Bytes that can be read piece by piece: a file on disk, or a part of memory. */
export interface ByteSource {
  readonly size: number;
  /** Bytes `from … to − 1`; fewer where the source ends. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** Bytes in memory. */
export function memorySource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (from, to) => Promise.resolve(bytes.subarray(from, to)),
  };
}

/**
 * A file on disk, open only while it is read.
 *
 * @throws DuizhaoError `file.missing`, `file.unreadable`
 */
export async function fileSource(file: string): Promise<ByteSource> {
  const { size } = await stat(file).catch((error: unknown) => {
    throw readFailure(error, file);
  });
  return {
    size,
    async read(from, to) {
      const handle = await open(file).catch((error: unknown) => {
        throw readFailure(error, file);
      });
      try {
        const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from));
        const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
        return bytes.subarray(0, bytesRead);
      } finally {
        await handle.close();
      }
    },
  };
}
