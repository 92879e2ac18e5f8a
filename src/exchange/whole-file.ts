import { READ_LIMITS } from './defaults.js';
import { tooLarge } from './decode-text.js';
import type { Chunks } from './format.js';

/**
 * All bytes of a source, for formats that need to jump about in it.
 *
 * @throws DuizhaoError `exchange.too-large`
 */
export async function wholeFile(
  source: Chunks,
  options: { readonly file: string; readonly maxBytes?: number | undefined },
): Promise<ArrayBuffer> {
  const maxBytes = Math.min(options.maxBytes ?? Infinity, READ_LIMITS.maxWholeFile);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    const piece = Buffer.from(chunk);
    size += piece.length;
    if (size > maxBytes) throw tooLarge(options.file, maxBytes);
    pieces.push(piece);
  }
  const whole = new ArrayBuffer(size);
  const bytes = new Uint8Array(whole);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return whole;
}
