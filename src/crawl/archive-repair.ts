import { closeSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { type Run, systemCode } from '../kit/index.js';
import type { Frontier } from './frontier.js';
import { numberOf, rowOf, textOf } from './row.js';

/** Bytes of the gzip header this program writes: no name, no extra fields. */
const GZIP_HEAD = 10;
const GZIP_TAIL = 8;
const FIRST_WINDOW = 1 << 20;

/**
 * Brings files and counts into agreement after a kill or a power cut.
 *
 * More bytes than count: the tail was being written when the process died; it is cut off, and
 * its URL, still in the queue, is fetched again. Fewer, or broken behind the last forced write:
 * the file is cut after its last whole record, and the URLs that lost theirs are queued again.
 * What was done is reported as `archive-repaired`.
 */
export function repairArchive(folder: string, frontier: Frontier, run: Run): void {
  const rows = frontier.sql('select * from warc order by file').all().map(rowOf);
  for (const row of rows) {
    const file = textOf(row, 'file');
    const counted = numberOf(row, 'size');
    const synced = Math.min(numberOf(row, 'synced'), counted);
    const sound = soundSize(join(folder, file), synced, counted);
    if (sound.onDisk === counted && sound.whole === counted) continue;
    run.onReject({
      stage: 'crawl',
      id: file,
      reason: 'archive-repaired',
      message: `${sound.onDisk} bytes on disk, ${counted} counted, cut to ${sound.whole}`,
    });
    if (sound.whole < counted)
      forgetLost(frontier, file, sound.whole, sound.lostRecords(numberOf(row, 'records')));
  }
}

interface Sound {
  readonly onDisk: number;
  /** Size after the cut. */
  readonly whole: number;
  readonly lostRecords: (counted: number) => number;
}

function soundSize(path: string, synced: number, counted: number): Sound {
  let handle: number;
  try {
    handle = openSync(path, 'r+');
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    return { onDisk: 0, whole: 0, lostRecords: () => 0 };
  }
  try {
    const onDisk = fstatSync(handle).size;
    const from = onDisk < synced ? 0 : synced;
    const { end, members } = wholeMembers(handle, from, Math.min(onDisk, counted));
    if (onDisk > end) ftruncateSync(handle, end);
    const before = from === 0 ? 0 : wholeMembersBefore(handle, from);
    return { onDisk, whole: end, lostRecords: () => (end < counted ? before + members : 0) };
  } finally {
    closeSync(handle);
  }
}

function wholeMembersBefore(handle: number, to: number): number {
  return wholeMembers(handle, 0, to).members;
}

/** Walks over whole gzip members (one record each) between two offsets. */
function wholeMembers(handle: number, from: number, to: number): { end: number; members: number } {
  let end = from;
  let members = 0;
  while (end < to) {
    const size = memberSize(handle, end, to);
    if (size === undefined) break;
    end += size;
    members += 1;
  }
  return { end, members };
}

/** Size of the gzip member at an offset; `undefined` when it is torn, broken or none. */
export function memberSize(handle: number, offset: number, to: number): number | undefined {
  for (let window = FIRST_WINDOW; ; window *= 4) {
    const bytes = Buffer.alloc(Math.min(window, to - offset));
    readSync(handle, bytes, 0, bytes.length, offset);
    if (
      bytes.length < GZIP_HEAD + GZIP_TAIL ||
      bytes.readUInt32BE(0) >>> 8 !== 0x1f8b08 ||
      bytes[3] !== 0
    ) {
      return undefined;
    }
    const size = wholeMember(bytes);
    if (size !== undefined) return size;
    if (bytes.length < window) return undefined;
  }
}

function wholeMember(bytes: Buffer): number | undefined {
  try {
    const { buffer, engine } = inflateWithInfo(bytes.subarray(GZIP_HEAD));
    const tail = GZIP_HEAD + engine.bytesWritten;
    if (tail + GZIP_TAIL > bytes.length) return undefined;
    return crc32(buffer) === bytes.readUInt32LE(tail) ? tail + GZIP_TAIL : undefined;
  } catch {
    return undefined;
  }
}

interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

/** `info: true` tells how much input was used; the type declarations do not know it. */
function inflateWithInfo(bytes: Uint8Array): Inflated {
  const options: { maxOutputLength: number; info: boolean } = {
    maxOutputLength: 1 << 30,
    info: true,
  };
  const result: unknown = inflateRawSync(bytes, options);
  if (isInflated(result)) return result;
  throw new TypeError('zlib gave no account of the bytes it used');
}

function isInflated(value: unknown): value is Inflated {
  return typeof value === 'object' && value !== null && 'buffer' in value && 'engine' in value;
}

/** URLs whose records are no more are asked for again. */
function forgetLost(frontier: Frontier, file: string, size: number, records: number): void {
  frontier.transact(() => {
    frontier
      .sql('update warc set size = ?, records = ?, synced = ? where file = ?')
      .run(size, records, size, file);
    frontier
      .sql(
        `update page set state = 'queued', file = '', sha256 = '', etag = '', last_modified = '', delivered = 1
         where file = ? and file <> '' and offset + length > ?`,
      )
      .run(file, size);
  });
}
