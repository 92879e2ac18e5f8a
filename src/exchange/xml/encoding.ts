import { TextDecoder } from 'node:util';

/** How the bytes of an XML file are to be read, and what it says of itself. */
export interface XmlEncoding {
  /** Label of a `TextDecoder`, or `utf-32le`, `utf-32be`. */
  readonly label: string;
  /** As written in the XML declaration. */
  readonly declared?: string;
}

/** Bytes to look at before the encoding is decided: an XML declaration is shorter. */
export const SNIFF_BYTES = 256;

/** By byte order mark, by the shape of `<`, by declaration, else UTF-8 (XML 1.0, appendix F). */
export function xmlEncodingOf(start: Uint8Array): XmlEncoding {
  const label = byMark(start) ?? byShape(start);
  const declared = declarationIn(start, label ?? 'latin1');
  const known = declared === undefined ? {} : { declared };
  if (label !== undefined) return { label, ...known };
  // Without a mark or zero bytes it cannot be UTF-16 or UTF-32, whatever it says of itself.
  if (declared === undefined || isWide(declared)) return { label: 'utf-8', ...known };
  return { label: ALIASES[declared.toLowerCase()] ?? declared, ...known };
}

/** Whether the declaration names another family of encodings than the one that was found. */
export function isWronglyDeclared({ label, declared }: XmlEncoding): boolean {
  if (declared === undefined) return false;
  const found = label.replace(/[lb]e$/, '').replaceAll('-', '');
  const said = declared.toLowerCase().replaceAll(/[-_]/g, '');
  if (found === 'utf16') return !/^utf16|ucs2$/.test(said);
  if (found === 'utf32') return !/^utf32|ucs4$/.test(said);
  return found === 'utf8' && said !== 'utf8' && said !== 'unicode11utf8';
}

/** Names that Windows and IANA use and the Encoding Standard does not. */
const ALIASES: Readonly<Record<string, string>> = {
  cp936: 'gbk',
  ms936: 'gbk',
  'windows-936': 'gbk',
  cp54936: 'gb18030',
  cp950: 'big5',
  'windows-950': 'big5',
  cp1252: 'windows-1252',
  cp932: 'shift_jis',
  cp949: 'euc-kr',
};

function isWide(declared: string): boolean {
  return /utf-?16|utf-?32|ucs-?[24]/i.test(declared);
}

function byMark([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe)
    return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le';
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return 'utf-32be';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** Where zero bytes stand around the first `<`. */
function byShape([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0x3c && second === 0) {
    if (third === 0 && fourth === 0) return 'utf-32le';
    return fourth === 0 ? 'utf-16le' : undefined;
  }
  if (first !== 0) return undefined;
  if (second === 0x3c && third === 0) return 'utf-16be';
  return second === 0 && third === 0 && fourth === 0x3c ? 'utf-32be' : undefined;
}

function declarationIn(start: Uint8Array, label: string): string | undefined {
  const bytes = start.subarray(0, 4 * SNIFF_BYTES);
  const text = label.startsWith('utf-32')
    ? new TextDecoder('latin1').decode(bytes.filter((byte) => byte !== 0))
    : new TextDecoder(label).decode(bytes);
  return /^[^<]{0,4}<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(text)?.[1];
}
