import { TextDecoder } from 'node:util';
import { DuizhaoError } from '../../kit/index.js';
import { tooLarge } from '../decode-text.js';
import type { Chunks } from '../format.js';

/** Bytes to look at before the encoding is decided: an XML declaration is shorter. */
const SNIFF_BYTES = 256;

/**
 * The text of an XML file in whatever encoding it is: by byte order mark, by the shape of `<`
 * in UTF-16, by its declaration, else UTF-8 (XML 1.0, appendix F). The mark is dropped.
 *
 * @throws DuizhaoError `xml.encoding` for an unknown encoding or bytes that are not in it
 */
export async function* decodeXml(
  source: Chunks,
  file: string,
  maxBytes: number,
): AsyncIterable<string> {
  let decoder: TextDecoder | undefined;
  let held: Uint8Array = new Uint8Array(0);
  let seen = 0;
  for await (const chunk of source) {
    seen += chunk.length;
    if (seen > maxBytes) throw tooLarge(file, maxBytes);
    if (typeof chunk === 'string') {
      yield chunk;
      continue;
    }
    if (decoder === undefined) {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      if (held.length < SNIFF_BYTES) continue;
      decoder = decoderFor(held, file);
      yield decode(decoder, held, file);
      continue;
    }
    yield decode(decoder, chunk, file);
  }
  if (decoder === undefined) yield decode(decoderFor(held, file), held, file);
  else yield decode(decoder, undefined, file);
}

function decoderFor(start: Uint8Array, file: string): TextDecoder {
  const label = encodingOf(start);
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw new DuizhaoError({
      code: 'xml.encoding',
      exit: 'badInput',
      message: `${file}: unknown encoding "${label}"`,
      hint: 'convert the file to UTF-8 first, for example with iconv',
      at: { file, line: 1 },
    });
  }
}

function encodingOf(start: Uint8Array): string {
  const [first, second, third, fourth] = start;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c && third === 0) return 'utf-16be';
  const declaration = new TextDecoder('latin1').decode(start.subarray(0, SNIFF_BYTES));
  const declared = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration)?.[1];
  // Without a mark or zero bytes it cannot be UTF-16, whatever it says of itself.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, file: string): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch (cause) {
    throw new DuizhaoError(
      {
        code: 'xml.encoding',
        exit: 'badInput',
        message: `${file}: bytes that are not ${decoder.encoding}`,
        hint: 'the encoding declared in the first line is wrong: correct it or convert the file',
        at: { file },
      },
      { cause },
    );
  }
}
