import { inflateSync } from 'node:zlib';
import { systemCode } from '../../kit/index.js';
import { READ_DEFAULTS } from '../defaults.js';
import { tooLarge } from '../failure.js';
import { requireModestTable } from './character-tables.js';

/** Deflate packs at most this many times: smaller streams need no trial. */
const MAX_DEFLATE_RATIO = 1032;
/** Bytes before a stream in which its description is looked for. */
const DESCRIPTION_BYTES = 2_000;

/**
 * Refuses a PDF with a packed stream that unpacks to more than is allowed, by unpacking every
 * suspicious one within bounds, or with a table of characters without bounds. The parser itself
 * knows none. Pictures are not unpacked by it.
 *
 * @throws DuizhaoError `read.too-large`, `read.broken`
 */
export function requireModestStreams(bytes: Uint8Array, file: string): void {
  const pdf = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = pdf.indexOf('stream');
  while (at >= 0) {
    const from = at + 'stream'.length;
    const end = pdf.indexOf('endstream', from);
    const until = end < 0 ? pdf.length : end;
    const filters = packings(pdf.toString('latin1', Math.max(0, at - DESCRIPTION_BYTES), at));
    if (filters > 1 && until - from > 0) throw tooLarge(file, 'a stream is packed twice');
    const stream = pdf.subarray(from, until);
    if (filters === 1) tryStream(stream, file);
    if (filters >= 0) requireModestTable(stream, filters === 1, file);
    at = end < 0 ? -1 : pdf.indexOf('stream', end + 'endstream'.length);
  }
}

/** How often the stream described at the end of `before` is packed; −1 for a picture. */
function packings(before: string): number {
  const start = before.lastIndexOf(' obj');
  const description = start < 0 ? before : before.slice(start);
  if (/\/Subtype\s*\/Image\b/u.test(description)) return -1;
  return description.match(/\/(?:FlateDecode|Fl)\b/gu)?.length ?? 0;
}

function tryStream(packed: Buffer, file: string): void {
  if (packed.length * MAX_DEFLATE_RATIO < READ_DEFAULTS.maxPdfStreamBytes) return;
  const lineEnd = packed[0] === 0x0d && packed[1] === 0x0a ? 2 : 1;
  try {
    inflateSync(packed.subarray(lineEnd), { maxOutputLength: READ_DEFAULTS.maxPdfStreamBytes });
  } catch (error) {
    // A stream that is merely damaged is the parser's business.
    if (systemCode(error) !== 'ERR_BUFFER_TOO_LARGE') return;
    throw tooLarge(file, `a stream unpacks to more than ${READ_DEFAULTS.maxPdfStreamBytes} bytes`);
  }
}
