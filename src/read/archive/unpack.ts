import { crc32, inflateRawSync } from 'node:zlib';
import { systemCode } from '../../kit/index.js';
import { READ_DEFAULTS } from '../defaults.js';
import { brokenFile, lockedFile, refused, tooLarge } from '../failure.js';
import type { ByteSource } from './byte-source.js';
import { viewOf, type Member } from './directory.js';

const LOCAL = 0x04034b50;
const [STORED, DEFLATED] = [0, 8];

/**
 * The bytes of one file of an archive.
 *
 * Unpacking stops as soon as it gives more than is allowed, whatever the archive promised.
 *
 * @param maxBytes - most the file may give
 * @throws DuizhaoError `read.password`, `read.too-large`, `read.archive-limit`, `read.broken`,
 *   `read.unsupported`
 */
export async function unpack(
  source: ByteSource,
  member: Member,
  file: string,
  maxBytes: number = READ_DEFAULTS.maxBytes,
): Promise<Uint8Array> {
  if (member.isEncrypted) throw lockedFile(file);
  requireModest(member, file, maxBytes);
  const header = await source.read(member.at, member.at + 30);
  if (header.length < 30 || viewOf(header).getUint32(0, true) !== LOCAL) {
    throw brokenFile(file, 'zip', 'the file is missing from the archive');
  }
  const view = viewOf(header);
  const from = member.at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const packed = await source.read(from, from + member.packedBytes);
  if (packed.length < member.packedBytes) throw brokenFile(file, 'zip', 'the archive is cut off');
  const bytes = contentOf(packed, member, file, maxBytes);
  if (crc32(bytes) === member.crc32) return bytes;
  throw brokenFile(file, 'zip', 'its checksum is wrong');
}

function contentOf(
  packed: Uint8Array,
  { method }: Member,
  file: string,
  maxBytes: number,
): Uint8Array {
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflate(packed, file, maxBytes);
  throw refused(
    'read.unsupported',
    `"${file}" is packed by method ${method}, which is not read`,
    file,
    'pack it again as an ordinary zip file',
  );
}

/** Refuses by what the archive itself says, before anything is unpacked. */
function requireModest({ bytes, packedBytes }: Member, file: string, maxBytes: number): void {
  if (bytes > maxBytes || packedBytes > maxBytes) {
    throw tooLarge(file, `${Math.max(bytes, packedBytes)} bytes, at most ${maxBytes} are read`);
  }
  const ratio = bytes / Math.max(1, packedBytes);
  if (bytes < READ_DEFAULTS.minRatioBytes || ratio <= READ_DEFAULTS.maxRatio) return;
  throw refused(
    'read.archive-limit',
    `"${file}" unpacks to ${Math.round(ratio)} times its size, at most ${READ_DEFAULTS.maxRatio} is read`,
    file,
    'if it is no trap, unpack it and add the folder',
  );
}

function inflate(packed: Uint8Array, file: string, maxBytes: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: maxBytes });
  } catch (error) {
    if (systemCode(error) === 'ERR_BUFFER_TOO_LARGE') {
      throw tooLarge(file, `more than ${maxBytes} bytes when unpacked`);
    }
    throw brokenFile(file, 'zip', 'it does not unpack');
  }
}
