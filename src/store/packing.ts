import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { STORE_DEFAULTS } from './defaults.js';
import { damagedValue } from './failure.js';

/** Level 3 packs news pages to 28 %; level 6 to 26 %, for half as much time again. */
const LEVEL = 3;

/** Deflates bytes (raw deflate, RFC 1951). */
export function pack(content: Uint8Array): Uint8Array {
  return deflateRawSync(content, { level: LEVEL });
}

/**
 * Undoes {@link pack}; refuses to grow past the limit.
 *
 * @throws DuizhaoError `store.corrupt`
 */
export function unpack(packed: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: STORE_DEFAULTS.maxBodyBytes });
  } catch (error) {
    throw damagedValue('packed bytes that cannot be unpacked', error);
  }
}

/** Packs a value as JSON. */
export function packJson(value: unknown): Uint8Array {
  return pack(Buffer.from(JSON.stringify(value), 'utf8'));
}

/**
 * Undoes {@link packJson}.
 *
 * @throws DuizhaoError `store.corrupt`
 */
export function unpackJson(packed: Uint8Array): unknown {
  const text = Buffer.from(unpack(packed)).toString('utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damagedValue('a packed record that is not JSON', error);
  }
}
