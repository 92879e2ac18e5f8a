import { DuizhaoError } from '../../kit/index.js';
import { tooLarge } from '../decode-text.js';
import type { Chunks } from '../format.js';
import { byteDecoder, type ByteDecoder } from './byte-decoder.js';
import { isWronglyDeclared, SNIFF_BYTES, xmlEncodingOf } from './encoding.js';

/** What {@link decodeXml} needs to know. */
export interface DecodeOptions {
  readonly file: string;
  readonly maxBytes: number;
  /** Told at the end when the file says another encoding of itself than it is in. */
  readonly onWrongDeclaration?: (declared: string, actual: string) => void;
}

/**
 * The text of an XML file in whatever encoding it is: by byte order mark, by the shape of `<`
 * in UTF-16 and UTF-32, by its declaration, else UTF-8 (XML 1.0, appendix F). Bytes that are UTF-8
 * are read so, whatever is declared. The mark is dropped.
 *
 * @throws DuizhaoError `xml.encoding` for an unknown encoding or bytes that are not in it, after
 *   the text before them
 */
export async function* decodeXml(source: Chunks, options: DecodeOptions): AsyncIterable<string> {
  const { file, maxBytes } = options;
  let decoding: Decoding | undefined;
  let held: Uint8Array = new Uint8Array(0);
  let seen = 0;
  for await (const chunk of source) {
    seen += chunk.length;
    if (seen > maxBytes) throw tooLarge(file, maxBytes);
    if (typeof chunk === 'string') {
      yield chunk;
      continue;
    }
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    if (decoding === undefined && held.length < SNIFF_BYTES) continue;
    decoding ??= decodingOf(held, options);
    yield* decoding.pieces(held);
    held = new Uint8Array(0);
  }
  decoding ??= decodingOf(held, options);
  yield* decoding.pieces(held);
  yield* decoding.end();
}

interface Decoding {
  readonly pieces: (bytes: Uint8Array) => Iterable<string>;
  readonly end: () => Iterable<string>;
}

function decodingOf(start: Uint8Array, { file, onWrongDeclaration }: DecodeOptions): Decoding {
  const encoding = xmlEncodingOf(start);
  const decoder = decoderFor(encoding.label, file);
  return {
    *pieces(bytes) {
      let text: string;
      try {
        text = decoder.decode(bytes);
      } catch (cause) {
        yield validStart(decoder.encoding(), bytes);
        throw notInEncoding(decoder, bytes, file, cause);
      }
      yield text;
    },
    *end() {
      let text: string;
      try {
        text = decoder.end();
      } catch (cause) {
        throw notInEncoding(decoder, new Uint8Array(0), file, cause);
      }
      yield text;
      const { declared } = encoding;
      const actual = decoder.encoding();
      if (declared !== undefined && isWronglyDeclared({ label: actual, declared })) {
        onWrongDeclaration?.(declared, actual);
      }
    },
  };
}

function decoderFor(label: string, file: string): ByteDecoder {
  try {
    return byteDecoder(label);
  } catch {
    throw new DuizhaoError({
      code: 'xml.encoding',
      exit: 'badInput',
      message: `unknown encoding "${label}"`,
      hint: 'convert the file to UTF-8 first, for example with iconv',
      at: { file },
    });
  }
}

/** The text before the first bytes that are not in the encoding. */
function validStart(label: string, bytes: Uint8Array): string {
  if (label.startsWith('utf-32')) return '';
  return new TextDecoder(label).decode(bytes).split('\uFFFD', 1)[0] ?? '';
}

function notInEncoding(
  decoder: ByteDecoder,
  bytes: Uint8Array,
  file: string,
  cause: unknown,
): DuizhaoError {
  const fits = OTHERS.find((label) => label !== decoder.encoding() && isIn(label, bytes));
  const advice =
    fits === undefined
      ? 'convert the file to UTF-8'
      : `it could be ${fits}: iconv -f ${fits} -t UTF-8`;
  return new DuizhaoError(
    {
      code: 'xml.encoding',
      exit: 'badInput',
      message: `bytes that are not ${decoder.encoding()}`,
      hint: `correct the encoding declared in the first line, or ${advice}`,
      at: { file },
    },
    { cause },
  );
}

/** Encodings of Chinese files, the likely one first. */
const OTHERS = ['utf-8', 'gb18030', 'big5'] as const;

function isIn(label: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return bytes.length > 0;
  } catch {
    return false;
  }
}
