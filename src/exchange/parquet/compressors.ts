import type { Compressors } from 'hyparquet';
import * as zlib from 'node:zlib';

/**
 * What Node itself can unpack, beside snappy, which hyparquet knows. Zstandard (the default of
 * Polars) came to Node with 22.15 and 23.8; before, it is reported as unsupported.
 */
export const compressors: Compressors = {
  GZIP: (packed, size) => zlib.gunzipSync(packed, { maxOutputLength: size }),
  BROTLI: (packed, size) => zlib.brotliDecompressSync(packed, { maxOutputLength: size }),
  ...zstandard(),
};

function zstandard(): Compressors {
  const unpack: unknown = Reflect.get(zlib, 'zstdDecompressSync');
  if (typeof unpack !== 'function') return {};
  return {
    ZSTD: (packed) => {
      const bytes: unknown = Reflect.apply(unpack, zlib, [packed]);
      if (bytes instanceof Uint8Array) return bytes;
      throw new Error('zstd gave no bytes');
    },
  };
}
