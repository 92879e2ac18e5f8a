import { fstatSync, openSync, readSync, statSync } from 'node:fs';
import { readFailure } from '../kit/index.js';

/** What the first bytes of a database file say (SQLite file format, section 1.3). */
export interface FileHeader {
  /** Bytes of the file. */
  readonly size: number;
  /** Whether it begins as every SQLite database does. */
  readonly isDatabase: boolean;
  readonly applicationId: number;
  /** Length of the file by its own account, in bytes; the log may know of more. */
  readonly recordedSize: number;
}

/**
 * Handles that stay open until the process ends, by device and inode.
 *
 * Closing any handle on a file drops every POSIX lock this process holds on it, those of
 * SQLite too; another process could then take the log away from under a connection in use.
 * So a handle opened beside SQLite is never closed, and used again instead.
 */
const handles = new Map<string, number>();

/** Reads the header of a file; `undefined` when there is no file. */
export function readHeader(file: string): FileHeader | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  const place = `${found.dev}:${found.ino}`;
  try {
    const handle = handles.get(place) ?? openSync(file, 'r');
    handles.set(place, handle);
    const bytes = Buffer.alloc(100);
    const length = readSync(handle, bytes, 0, bytes.length, 0);
    const pageBytes = bytes.readUInt16BE(16);
    return {
      size: fstatSync(handle).size,
      isDatabase: length === 100 && bytes.toString('latin1', 0, 16) === 'SQLite format 3\0',
      applicationId: bytes.readUInt32BE(68),
      recordedSize: bytes.readUInt32BE(28) * (pageBytes === 1 ? 65_536 : pageBytes),
    };
  } catch (error) {
    throw readFailure(error, file);
  }
}
