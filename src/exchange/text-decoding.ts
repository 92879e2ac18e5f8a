import { isAscii, isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { decodeBytes, plausibility } from '../text/index.js';

/** Bytes from the first one outside ASCII on that are gathered before it is decided. */
const SAMPLE_BYTES = 1 << 16;
/** Ordinary Chinese has a plausibility of 1.2 to 1.6, Korean read as Chinese 1.03. */
const PLAUSIBLE = 1.1;
/** Words alone have less, and below so many characters nothing more is to be had. */
const FEW_CHARACTERS = 32;
const PLAUSIBLE_WORDS = 0.9;
/** Names of the languages in a first row: read so, it is in Chinese. */
const LANGUAGE_NAMES = /[中英汉漢][文语語]|[原译譯]文/;
/** UTF-16 has as many zeros, at least, where it holds English. */
const ZEROS = 0.1;
/** No second byte of a double-byte charset is below it: a piece may end behind such a byte. */
const LEAST_TRAIL = 0x30;

/** Bytes of a file to text, piece by piece. */
export interface TextDecoding {
  /** @throws NotInCharset at bytes that are not in the charset */
  readonly decode: (bytes: Uint8Array, isLast: boolean) => string;
  /** What it is read as, once that is known. */
  readonly charset: () => string;
  /** Whether nothing in the file says so: neither a mark nor that it is valid UTF-8. */
  readonly isGuessed: () => boolean;
}

/**
 * Decodes UTF-8, UTF-16 with a byte order mark, and what Excel writes on a Chinese Windows: GB18030
 * or Big5, if that is what the first bytes outside ASCII are. Nothing is replaced: bytes that are
 * not in the charset are an error. A mark at the beginning stays in the text.
 */
export function textDecoding(start: Uint8Array): TextDecoding {
  const marked = start[0] === 0xff && start[1] === 0xfe ? 'utf-16le' : undefined;
  const wide = start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : marked;
  let decode = wide === undefined ? undefined : unicode(wide);
  let charset = wide ?? 'utf-8';
  let held: Uint8Array = new Uint8Array(0);
  let isStart = true;
  return {
    charset: () => charset,
    isGuessed: () => decode !== undefined && wide === undefined && charset !== 'utf-8',
    decode: (bytes, isLast) => {
      if (decode !== undefined) return decode(bytes, isLast);
      const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      if (isAscii(all) && !(isStart && all.includes(0))) {
        isStart = false;
        return asciiOf(all);
      }
      held = all;
      if (all.length < SAMPLE_BYTES && !isLast) return '';
      charset = charsetOf(isLast ? all : all.subarray(0, endOfPiece(all)), isStart);
      decode = charset.startsWith('utf-') ? unicode(charset) : doubleByte(charset);
      return decode(all, isLast);
    },
  };
}

function asciiOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/**
 * The charset of a sample; UTF-8 where no other is beyond doubt. Texts may hold any character, NUL
 * too; of UTF-16 with Chinese in it hardly anything is valid UTF-8.
 */
function charsetOf(sample: Uint8Array, isStart: boolean): string {
  if (isUtf8(sample)) return 'utf-8';
  const { text, charset } = decodeBytes(sample);
  const { name } = charset;
  if (name.startsWith('utf-16')) return isStart && hasZeros(sample) ? name : 'utf-8';
  const isChinese = name === 'gb18030' || name === 'gbk' || name === 'big5';
  return isChinese && isPlausible(text, isStart) ? name : 'utf-8';
}

function hasZeros(sample: Uint8Array): boolean {
  return sample.filter((byte) => byte === 0).length >= ZEROS * sample.length;
}

function isPlausible(text: string, isStart: boolean): boolean {
  if (isStart && LANGUAGE_NAMES.test(text.split('\n', 1)[0] ?? '')) return true;
  const isShort = (text.match(/[^\0-\x7f]/g)?.length ?? 0) < FEW_CHARACTERS;
  return (plausibility(text) ?? 0) >= (isShort ? PLAUSIBLE_WORDS : PLAUSIBLE);
}

type Decode = TextDecoding['decode'];

function unicode(charset: string): Decode {
  const decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true });
  return (bytes, isLast) => {
    try {
      return decoder.decode(bytes, { stream: !isLast });
    } catch (cause) {
      throw new NotInCharset(new TextDecoder(charset).decode(bytes), cause);
    }
  };
}

/** Decodes up to where a character is sure to end, and keeps the rest for the next piece. */
function doubleByte(charset: string): Decode {
  let held: Uint8Array = new Uint8Array(0);
  return (bytes, isLast) => {
    const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
    const end = isLast ? all.length : endOfPiece(all);
    held = all.subarray(end);
    const { text } = decodeBytes(all.subarray(0, end), { charset });
    if (text.includes('\uFFFD')) throw new NotInCharset(text);
    return text;
  };
}

/** Bytes that are not in the charset. */
export class NotInCharset extends Error {
  /** Text of the piece before them. */
  readonly before: string;

  /** @param text - of the piece, with U+FFFD for them */
  constructor(text: string, cause?: unknown) {
    super('bytes that are not in the charset', { cause });
    this.before = text.split('\uFFFD', 1)[0] ?? '';
  }
}

/** Behind the last byte that ends a character whatever comes before it; 0 if there is none. */
function endOfPiece(bytes: Uint8Array): number {
  return bytes.findLastIndex((byte) => byte < LEAST_TRAIL) + 1;
}
