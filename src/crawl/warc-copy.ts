import { closeSync, fdatasyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { memberSize } from './archive-repair.js';

/** A WARC file written anew without some of its records. */
export interface WarcCopy {
  readonly size: number;
  readonly kept: number;
  readonly removed: number;
  /** Offset in the old file → offset in the new one, of the records kept. */
  readonly moved: ReadonlyMap<number, number>;
}

/**
 * Copies whole records from one file to another, leaving out those whose target is `unwanted`.
 *
 * @param size - bytes of the old file that count
 * @returns `undefined` when there is nothing to leave out; no file is left then
 */
export function copyWithout(
  from: string,
  to: string,
  size: number,
  unwanted: (uri: string) => boolean,
): WarcCopy | undefined {
  const source = openSync(from, 'r');
  const target = openSync(to, 'wx');
  const moved = new Map<number, number>();
  let removed = 0;
  let written = 0;
  try {
    for (let at = 0; at < size;) {
      const length = memberSize(source, at, size);
      if (length === undefined) break;
      const member = Buffer.alloc(length);
      readSync(source, member, 0, length, at);
      const uri = targetUri(member);
      if (uri !== undefined && unwanted(uri)) removed += 1;
      else {
        moved.set(at, written);
        for (let done = 0; done < length;) done += writeSync(target, member, done);
        written += length;
      }
      at += length;
    }
    fdatasyncSync(target);
  } finally {
    closeSync(source);
    closeSync(target);
    if (removed === 0) rmSync(to, { force: true });
  }
  return removed === 0 ? undefined : { size: written, kept: moved.size, removed, moved };
}

/** `WARC-Target-URI` of one gzipped record. */
function targetUri(member: Buffer): string | undefined {
  const text = gunzipSync(member).toString('latin1');
  const head = text.slice(0, text.indexOf('\r\n\r\n'));
  return /^WARC-Target-URI:\s*(\S+)/im.exec(head)?.[1];
}
