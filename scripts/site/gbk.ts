/** Text as GBK bytes; throws on a character GBK has not. The platform only decodes it. */
export function encodeGbk(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const char of text) {
    const code = codeOf(char);
    if (code === undefined) throw new Error(`not in GBK: "${char}"`);
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The first character of a text that GBK has not. */
export function firstOutsideGbk(text: string): string | undefined {
  return Array.from(text).find((char) => codeOf(char) === undefined);
}

function codeOf(char: string): number | undefined {
  if (char < '\x80') return char.charCodeAt(0);
  codes ??= gbkCodes();
  return codes.get(char);
}

let codes: ReadonlyMap<string, number> | undefined;

/** The decoder turned round: every two-byte code that gives one character. */
function gbkCodes(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\uFFFD' && !found.has(char)) {
        found.set(char, lead * 256 + trail);
      }
    }
  }
  return found;
}
