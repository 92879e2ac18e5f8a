/** Whether a UTF-16 unit is a Han character of the basic planes or half of a rarer one. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xd888) // lead surrogates of planes 2 and 3
  );
}

/** Whether a UTF-16 unit is a Latin letter, accented ones included, full-width ones too. */
export function isLatin(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return (
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x1e00 && code <= 0x1eff) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  );
}

/** Whether a UTF-16 unit is one of `0`–`9`. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a UTF-16 unit is kana or Hangul: text of neither side. */
export function isKanaOrHangul(code: number): boolean {
  return (
    (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb && code !== 0x30fc) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0x1100 && code <= 0x11ff)
  );
}

/** Whether a UTF-16 unit is white space, ideographic and no-break spaces included. */
export function isSpace(code: number): boolean {
  return (
    code === 0x20 ||
    (code >= 0x09 && code <= 0x0d) ||
    code === 0x85 ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

const WIDE = /[！-～　]/;
const WIDE_ALL = /[！-～]/g;

/**
 * Full-width ASCII forms to ASCII, ideographic space to space.
 *
 * Every character keeps its place, so offsets into the result are offsets into the text.
 */
export function foldWidth(text: string): string {
  if (!WIDE.test(text)) return text;
  return text
    .replace(WIDE_ALL, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('　', ' ');
}
