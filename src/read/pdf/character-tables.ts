import { inflateSync, constants } from 'node:zlib';
import { brokenFile } from '../failure.js';

/** Bytes in which a table of characters names itself. */
const HEAD_BYTES = 1_000;
/** Largest table unpacked, in bytes; the standard ones have some ten thousand. */
const MAX_TABLE_BYTES = 4_000_000;
/** Codes of a font have two bytes at most, so no range of them is longer. */
const MAX_RANGE = 0x10000;
/** Codes of all ranges of a table together; the parser enters each one by one. */
const MAX_CODES = 500_000;

/**
 * Refuses a table that says which code of a font is which character when it spans more codes
 * than a font can have: the parser would work for minutes on some bytes of it.
 *
 * @param stream - a stream of a PDF as it lies in the file
 * @param isPacked - whether it is deflated
 * @throws DuizhaoError `read.broken`
 */
export function requireModestTable(stream: Buffer, isPacked: boolean, file: string): void {
  if (!/begincmap|CIDInit/u.test(headOf(stream, isPacked))) return;
  const table = isPacked ? unpacked(stream, MAX_TABLE_BYTES) : stream.toString('latin1');
  let codes = 0;
  for (const [, section = ''] of table.matchAll(/begin(?:bf|cid)range([\s\S]*?)(?:end|$)/gu)) {
    if (section.includes('(')) throw tableFailure(file);
    for (const span of spansOf(section)) {
      codes += Math.max(0, span);
      if (span > MAX_RANGE || codes > MAX_CODES) throw tableFailure(file);
    }
  }
}

/** A string in hexadecimal, a list of strings, or a number; what else stands there is passed over. */
const TOKEN = /<[^>]*>|\[[^\]]*\]|\d+/gu;

/** Codes in each range, read as the parser does: first code, last code, what they mean. */
function* spansOf(section: string): Iterable<number> {
  const tokens = section.match(TOKEN) ?? [];
  for (let i = 0; i + 1 < tokens.length; i += 3) {
    yield codeOf(tokens[i + 1] ?? '') - codeOf(tokens[i] ?? '') + 1;
  }
}

/** Digits come in pairs; a last one alone counts as the first of its pair. */
function codeOf(token: string): number {
  const digits = token.replace(/[^\da-f]/giu, '');
  return Number.parseInt(digits.length % 2 === 0 ? digits : `${digits}0`, 16) || 0;
}

function headOf(stream: Buffer, isPacked: boolean): string {
  if (!isPacked) return stream.toString('latin1', 0, HEAD_BYTES);
  return unpacked(stream.subarray(0, HEAD_BYTES), MAX_TABLE_BYTES).slice(0, HEAD_BYTES);
}

/** As much as can be unpacked; nothing of what is damaged from the start. */
function unpacked(stream: Buffer, maxOutputLength: number): string {
  const start = stream[0] === 0x0d && stream[1] === 0x0a ? 2 : 1;
  try {
    const finishFlush = constants.Z_SYNC_FLUSH;
    return inflateSync(stream.subarray(start), { maxOutputLength, finishFlush }).toString('latin1');
  } catch {
    return '';
  }
}

function tableFailure(file: string) {
  return brokenFile(file, 'PDF', 'a table of characters spans more codes than a font can have');
}
