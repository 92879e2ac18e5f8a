import { decodeBytes } from '../../text/index.js';
import { READ_DEFAULTS } from '../defaults.js';
import { brokenFile, refused } from '../failure.js';
import type { ByteSource } from './byte-source.js';

/** One file inside an archive, as the archive's own list gives it. */
export interface Member {
  /** As the archive has it, `/` between folders: data, never a path on this disk. */
  readonly name: string;
  readonly packedBytes: number;
  /** As promised; what unpacking really gives is bounded, see `unpack`. */
  readonly bytes: number;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc32: number;
  /** Where its local header begins. */
  readonly at: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * The list at the end of a zip file (PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16).
 *
 * Names without the UTF-8 flag are decoded by content: Windows in Chinese writes GBK.
 *
 * @throws DuizhaoError `read.broken` when the list is missing or damaged, `read.archive-limit`
 */
export async function readDirectory(source: ByteSource, file: string): Promise<readonly Member[]> {
  const { count, from, size } = await findEnd(source, file);
  if (count > READ_DEFAULTS.maxMembers) {
    throw refused(
      'read.archive-limit',
      `"${file}" holds ${count} files, at most ${READ_DEFAULTS.maxMembers} are read`,
      file,
      'unpack it and add the folder',
    );
  }
  if (from + size > source.size) throw brokenFile(file, 'zip', 'its list of files is cut off');
  const list = await source.read(from, from + size);
  const members: Member[] = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const { member, next } = readEntry(list, at, file);
    members.push(member);
    at = next;
  }
  return members;
}

/** The end record: 22 bytes and a comment of at most 64 KB. */
async function findEnd(
  source: ByteSource,
  file: string,
): Promise<{ readonly count: number; readonly from: number; readonly size: number }> {
  const start = Math.max(0, source.size - 65_557);
  const tail = await source.read(start, source.size);
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const from = view.getUint32(at + 16, true);
    if (from === 0xffffffff || size === 0xffffffff) {
      throw refused(
        'read.archive-limit',
        `"${file}" is a zip64 archive of more than 4 GB`,
        file,
        'unpack it and add the folder',
      );
    }
    return { count, size, from };
  }
  throw brokenFile(file, 'zip', 'its list of files is missing');
}

function readEntry(
  list: Uint8Array,
  at: number,
  file: string,
): { readonly member: Member; readonly next: number } {
  const view = viewOf(list);
  if (at + 46 > list.length || view.getUint32(at, true) !== ENTRY) {
    throw brokenFile(file, 'zip', 'its list of files is damaged');
  }
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const member: Member = {
    name: memberName(list.subarray(at + 46, nameEnd), (flags & 0x800) !== 0),
    packedBytes: view.getUint32(at + 20, true),
    bytes: view.getUint32(at + 24, true),
    isEncrypted: (flags & 1) !== 0,
    method: view.getUint16(at + 10, true),
    crc32: view.getUint32(at + 16, true),
    at: view.getUint32(at + 42, true),
  };
  return { member, next };
}

function memberName(bytes: Uint8Array, isUtf8: boolean): string {
  const { text } = isUtf8 ? { text: new TextDecoder().decode(bytes) } : decodeBytes(bytes);
  return text.replace(/[\p{Cc}]/gu, '\uFFFD').replaceAll('\\', '/');
}

/** A view of exactly these bytes. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
