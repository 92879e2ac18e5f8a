import { normalise } from './normalise.js';

/** Letters and figures of a text, small, in one width: what two copies of it share. */
export function bareText(text: string): string {
  const plain = normalise(text);
  readBare(plain, units);
  return units.size < 0 ? bareOf(plain) : textOf(units);
}

/** UTF-16 units of a text; the array is longer than what is in use. */
export interface Units {
  codes: Uint16Array;
  /** In use; −1 where the text is none of the usual ones. */
  size: number;
}

/** Room for units, which grows when it has to. */
export function roomForUnits(): Units {
  return { codes: new Uint16Array(4_096), size: 0 };
}

/** Writes {@link bareText} into `into`, without making a string of it. */
export function readBareText(text: string, into: Units): void {
  const plain = normalise(text);
  readBare(plain, into);
  if (into.size >= 0) return;
  const bare = bareOf(plain);
  grow(into, bare.length);
  for (let at = 0; at < bare.length; at++) into.codes[at] = bare.charCodeAt(at);
  into.size = bare.length;
}

const units = roomForUnits();
/** A unit that cannot be judged by itself: half of a character, or small in more ways than one. */
const HARD = 0xffff;
let table: Uint16Array | undefined;

/** Uint16 [65536]: each unit as it stands in a bare text, 0 where it does not. */
function bareUnits(): Uint16Array {
  table ??= Uint16Array.from({ length: 0x10000 }, (_, code) => {
    if ((code >= 0xd800 && code <= 0xdfff) || code === 0x3a3) return HARD;
    const small = String.fromCharCode(code).toLowerCase();
    if (small.length !== 1) return HARD;
    return /[\p{L}\p{N}]/u.test(small) ? small.charCodeAt(0) : 0;
  });
  return table;
}

function readBare(plain: string, into: Units): void {
  const bare = bareUnits();
  grow(into, plain.length);
  const { codes } = into;
  let size = 0;
  for (let at = 0; at < plain.length; at++) {
    const code = bare[plain.charCodeAt(at)] as number;
    if (code === HARD) {
      into.size = -1;
      return;
    }
    codes[size] = code;
    size += code === 0 ? 0 : 1;
  }
  into.size = size;
}

function bareOf(plain: string): string {
  return plain.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function grow(into: Units, size: number): void {
  if (into.codes.length < size) into.codes = new Uint16Array(size * 2);
}

function textOf({ codes, size }: Units): string {
  return Buffer.from(codes.buffer, codes.byteOffset, size * 2).toString('utf16le');
}
