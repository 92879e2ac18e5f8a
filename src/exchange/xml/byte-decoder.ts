import { TextDecoder } from 'node:util';

/** Bytes of one encoding to text, piece by piece. */
export interface ByteDecoder {
  /** The encoding in use; may become known only with the first byte that is not ASCII. */
  readonly encoding: () => string;
  /** @throws Error at bytes that are not in the encoding */
  readonly decode: (bytes: Uint8Array) => string;
  /** What is left at the end. */
  readonly end: () => string;
}

/**
 * A decoder by the label of an encoding.
 *
 * @throws RangeError for an encoding nobody knows
 */
export function byteDecoder(label: string): ByteDecoder {
  if (label.startsWith('utf-32')) return utf32(label === 'utf-32le');
  const decoder = new TextDecoder(label, { fatal: true });
  if (decoder.encoding.startsWith('utf-')) return plain(decoder);
  return declaredOrUtf8(decoder);
}

function plain(decoder: TextDecoder): ByteDecoder {
  return {
    encoding: () => decoder.encoding,
    decode: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

/**
 * An encoding that extends ASCII, unless the bytes are UTF-8: tools write a declaration of long ago
 * over text that has been converted since. Up to the first byte beyond ASCII both are the same.
 */
function declaredOrUtf8(declared: TextDecoder): ByteDecoder {
  let chosen: TextDecoder | undefined;
  let undecided: Uint8Array = new Uint8Array(0);
  return {
    encoding: () => (chosen ?? declared).encoding,
    decode: (bytes) => {
      if (chosen !== undefined) return chosen.decode(bytes, { stream: true });
      const all = undecided.length === 0 ? bytes : Buffer.concat([undecided, bytes]);
      if (all.every((byte) => byte < 0x80)) return declared.decode(all, { stream: true });
      undecided = all;
      if (all.length < MIN_EVIDENCE) return '';
      return choose();
    },
    end: () => (chosen === undefined ? choose() : '') + (chosen ?? declared).decode(),
  };

  function choose(): string {
    chosen = isUtf8(undecided, declared.encoding)
      ? new TextDecoder('utf-8', { fatal: true })
      : declared;
    const text = chosen.decode(undecided, { stream: true });
    undecided = new Uint8Array(0);
    return text;
  }
}

/** Bytes from the first one beyond ASCII on that are gathered before it is decided. */
const MIN_EVIDENCE = 4_096;

/** Encodings of one byte a character: there even one sequence of UTF-8 is no accident. */
const IS_SINGLE = /^(windows-|iso-8859|koi8|macintosh|x-mac|ibm)/;

/** In the double-byte encodings of East Asia pairs can look like UTF-8 of two bytes, hardly of three. */
function isUtf8(bytes: Uint8Array, declared: string): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return IS_SINGLE.test(declared) ? /[^\0-\x7F]/.test(text) : /[\u0800-\uFFFF]/.test(text);
  } catch {
    return false;
  }
}

/** UTF-32, which `TextDecoder` does not know; the byte order mark is dropped. */
function utf32(isLittle: boolean): ByteDecoder {
  let held: Uint8Array = new Uint8Array(0);
  let isFirst = true;
  return {
    encoding: () => (isLittle ? 'utf-32le' : 'utf-32be'),
    decode: (bytes) => {
      const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      const view = new DataView(all.buffer, all.byteOffset, all.byteLength);
      const whole = all.length - (all.length % 4);
      let text = '';
      for (let at = 0; at < whole; at += 4) {
        const code = view.getUint32(at, isLittle);
        if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) throw new Error('not UTF-32');
        if (!isFirst || code !== 0xfeff) text += String.fromCodePoint(code);
        isFirst = false;
      }
      held = all.subarray(whole);
      return text;
    },
    end: () => {
      if (held.length > 0) throw new Error('cut off inside a character');
      return '';
    },
  };
}
