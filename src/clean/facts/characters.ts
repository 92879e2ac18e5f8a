import { isHan, isLatin } from '../../text/index.js';

/** What kind of character a UTF-16 unit is; one byte each in {@link characterClasses}. */
export const CLASS = {
  other: 0,
  space: 1,
  latin: 2,
  /** Latin letters outside ASCII. */
  accented: 3,
  digit: 4,
  han: 5,
  /** Letters of a third script: kana, Hangul, Cyrillic, Arabic … */
  foreign: 6,
  control: 7,
  /** U+FFFD, private use, unassigned by design: what a failed decoding leaves. */
  broken: 8,
} as const;

let classes: Uint8Array | undefined;

/** Uint8 [65536]: the {@link CLASS} of every UTF-16 unit. */
export function characterClasses(): Uint8Array {
  classes ??= Uint8Array.from({ length: 0x10000 }, (_, code) => classOf(code));
  return classes;
}

function classOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return CLASS.digit;
  if (code >= 0xff10 && code <= 0xff19) return CLASS.digit;
  if (isLatin(code)) return code < 0x80 || code >= 0xff21 ? CLASS.latin : CLASS.accented;
  if (code === 0x20 || code === 0x3000 || code === 0xa0) return CLASS.space;
  if (code === 0x09 || code === 0x0a || code === 0x0d) return CLASS.space;
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return CLASS.control;
  if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || code >= 0xfffe) return CLASS.broken;
  if (code >= 0xd800 && code <= 0xdfff) return isHan(code) ? CLASS.han : CLASS.other;
  if (isHan(code)) return CLASS.han;
  return /\p{L}/u.test(String.fromCharCode(code)) ? CLASS.foreign : CLASS.other;
}
