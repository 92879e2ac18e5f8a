/** Charsets into which texts are written here, besides UTF-8. */
export type Charset = 'gbk' | 'big5' | 'windows-1252';

/** What windows-1252 has for bytes 0x80–0x9f, where ISO 8859-1 has control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const QUESTION_MARK = 0x3f;
const tables = new Map<Charset, ReadonlyMap<string, readonly number[]>>();

/** Bytes of each character of a charset, found by decoding all bytes and pairs of bytes. */
function tableOf(charset: Charset): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(charset);
  if (known !== undefined) return known;
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    const text = readAs(Uint8Array.from(bytes), charset);
    const isOne = Array.from(text).length === 1 && text !== '\ufffd';
    if (isOne && !table.has(text)) table.set(text, bytes);
  };
  for (let first = 0; first <= 0xff; first++) add([first]);
  if (charset !== 'windows-1252')
    for (let first = 0x81; first <= 0xfe; first++)
      for (let second = 0x40; second <= 0xfe; second++) add([first, second]);
  tables.set(charset, table);
  return table;
}

/** A text's bytes in a charset; a question mark for what it cannot hold. */
export function bytesIn(text: string, charset: Charset): Uint8Array {
  const table = tableOf(charset);
  return Uint8Array.from(
    Array.from(text).flatMap((letter) => table.get(letter) ?? [QUESTION_MARK]),
  );
}

/** A text's bytes in UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/**
 * What bytes say to a reader who takes them for a charset.
 *
 * windows-1252 is read here: some releases of Node read it as ISO 8859-1.
 */
export function readAs(bytes: Uint8Array, charset: string): string {
  if (charset === 'windows-1252')
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (letter) => WINDOWS_1252[letter.charCodeAt(0) - 0x80] ?? letter);
  return new TextDecoder(charset).decode(bytes);
}

/** Whether a charset holds most of what a text has besides ASCII. */
export function canHold(text: string, charset: Charset): boolean {
  const table = tableOf(charset);
  const letters = Array.from(text).filter((letter) => letter > '\x7f');
  return (
    letters.length > 0 &&
    letters.filter((letter) => table.has(letter)).length > 0.9 * letters.length
  );
}
