import type { ByteFile } from '../byte-file.js';
import { malformed } from './zip.js';

/** One part of a container, as the list at its end has it. */
export interface ZipEntry {
  readonly packedBytes: number;
  readonly crc32: number;
  readonly isDeflated: boolean;
  readonly isEncrypted: boolean;
  /** Where its local header begins. */
  readonly at: number;
}

const END = 0x06054b50;
const END_64_LOCATOR = 0x07064b50;
const END_64 = 0x06064b50;
const ENTRY = 0x02014b50;

/** End record and the longest comment. */
const TAIL_BYTES = 22 + 0xffff;

/** Bytes of the list; an office file has a few dozen parts of about a hundred bytes each. */
const MAX_LIST = 8 << 20;

/**
 * The list at the end of a zip file, zip64 included (PKWARE APPNOTE 6.3.10, 4.3.12 – 4.3.16, 4.5.3).
 *
 * @throws DuizhaoError `zip.malformed`
 */
export async function readZipEntries(bytes: ByteFile): Promise<ReadonlyMap<string, ZipEntry>> {
  const { from, size } = await findList(bytes);
  if (size > MAX_LIST) throw malformed(bytes.file, 'its list of parts is longer than any');
  const list = await bytes.read(from, from + size);
  if (list.length < size) throw malformed(bytes.file, 'its list of parts is cut off');
  const entries = new Map<string, ZipEntry>();
  const view = new DataView(list.buffer);
  for (let at = 0; at < size;) {
    if (at + 46 > size || view.getUint32(at, true) !== ENTRY) {
      throw malformed(bytes.file, 'its list of parts is damaged');
    }
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > size) throw malformed(bytes.file, 'its list of parts is damaged');
    const name = new TextDecoder().decode(list.subarray(at + 46, nameEnd)).replaceAll('\\', '/');
    entries.set(name, entryAt(view, at, nameEnd));
    at = next;
  }
  return entries;
}

function entryAt(view: DataView, at: number, extra: number): ZipEntry {
  let packedBytes = view.getUint32(at + 20, true);
  let start = view.getUint32(at + 42, true);
  const isWide = { size: view.getUint32(at + 24, true) === 0xffffffff };
  const wide = wideFields(view, extra, view.getUint16(at + 30, true));
  if (isWide.size) wide.next();
  if (packedBytes === 0xffffffff) packedBytes = wide.next().value ?? packedBytes;
  if (start === 0xffffffff) start = wide.next().value ?? start;
  const flags = view.getUint16(at + 8, true);
  return {
    packedBytes,
    crc32: view.getUint32(at + 16, true),
    isDeflated: view.getUint16(at + 10, true) === 8,
    isEncrypted: (flags & 1) !== 0,
    at: start,
  };
}

/** The 64-bit numbers of the zip64 field among the extra fields. */
function* wideFields(view: DataView, from: number, length: number): Generator<number, undefined> {
  for (let at = from; at + 4 <= from + length;) {
    const size = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      for (let i = at + 4; i + 8 <= at + 4 + size; i += 8) yield Number(view.getBigUint64(i, true));
      return undefined;
    }
    at += 4 + size;
  }
  return undefined;
}

async function findList(
  bytes: ByteFile,
): Promise<{ readonly from: number; readonly size: number }> {
  const start = await bytes.read(0, 2);
  if (start[0] !== 0x50 || start[1] !== 0x4b) {
    throw malformed(bytes.file, 'it does not begin as a zip file does');
  }
  const tailStart = Math.max(0, bytes.size - TAIL_BYTES);
  const view = new DataView((await bytes.read(tailStart, bytes.size)).buffer);
  for (let at = view.byteLength - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const [size, from] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    const isWide = size === 0xffffffff || from === 0xffffffff;
    return isWide ? await findWideList(bytes, tailStart + at - 20) : { from, size };
  }
  throw malformed(bytes.file, 'its list of parts is missing: the file is cut off');
}

async function findWideList(bytes: ByteFile, locatorAt: number) {
  const locator = new DataView((await bytes.read(Math.max(0, locatorAt), locatorAt + 20)).buffer);
  if (locator.byteLength === 20 && locator.getUint32(0, true) === END_64_LOCATOR) {
    const at = Number(locator.getBigUint64(8, true));
    const end = new DataView((await bytes.read(at, at + 56)).buffer);
    if (end.byteLength === 56 && end.getUint32(0, true) === END_64) {
      return {
        size: Number(end.getBigUint64(40, true)),
        from: Number(end.getBigUint64(48, true)),
      };
    }
  }
  throw malformed(bytes.file, 'its list of parts is damaged');
}
