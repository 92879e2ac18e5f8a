import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { systemCode } from '../kit/index.js';
import { UnusableAnswer } from './no-answer.js';

/** Undoes `Content-Encoding`, never producing more than `maxBytes`. */
export function decompress(raw: Uint8Array, encoding: string, maxBytes: number): Uint8Array {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse();
  if (names.length > 2)
    throw new UnusableAnswer('bad-encoding', `encoded ${names.length} times over`);
  if (raw.length === 0) return raw;
  return names.reduce((bytes, name) => decodeOnce(bytes, name, maxBytes), raw);
}

function decodeOnce(bytes: Uint8Array, name: string, maxOutputLength: number): Uint8Array {
  const options = { maxOutputLength };
  try {
    switch (name) {
      case 'gzip':
      case 'x-gzip':
        return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, options) : bytes;
      case 'br':
        return brotliDecompressSync(bytes, options);
      case 'deflate':
        return ((bytes[0] ?? 0) & 15) === 8
          ? inflateSync(bytes, options)
          : inflateRawSync(bytes, options);
      default:
        throw new UnusableAnswer('bad-encoding', `unknown content encoding "${name}"`);
    }
  } catch (error) {
    if (error instanceof UnusableAnswer) throw error;
    if (systemCode(error) === 'ERR_BUFFER_TOO_LARGE') {
      throw new UnusableAnswer(
        'too-large',
        `more than ${maxOutputLength} bytes after decompression`,
      );
    }
    throw new UnusableAnswer('bad-encoding', `broken ${name} data`);
  }
}
