/** Text as GBK bytes; throws on a character GBK has not. The platform only decodes it. */
export function encodeGbk(text: string): Uint8Array {
  const codes = gbkCodes();
  const bytes: number[] = [];
  for (const char of text) {
    const code = char < '\x80' ? char.charCodeAt(0) : codes.get(char);
    if (code === undefined) throw new Error(`not in GBK: "${char}"`);
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Uint8Array.from(bytes);
}

/** The decoder turned round: every two-byte code that gives one character. */
function gbkCodes(): Map<string, number> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\uFFFD' && !codes.has(char)) {
        codes.set(char, lead * 256 + trail);
      }
    }
  }
  return codes;
}
