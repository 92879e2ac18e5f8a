import { DuizhaoError, notUtf8 } from '../kit/index.js';
import { READ_LIMITS } from './defaults.js';
import type { Chunks } from './format.js';

/** A decoded file: whether it began with a byte order mark (dropped), and its text. */
export interface DecodedText {
  readonly hadMark: boolean;
  readonly text: AsyncIterable<string>;
}

/**
 * Text of a file in UTF-8, or in UTF-16 if a byte order mark says so (Excel's "Unicode text").
 *
 * @throws DuizhaoError `file.not-utf8`, `exchange.too-large`
 */
export async function decodeText(
  source: Chunks,
  options: { readonly file: string; readonly maxBytes?: number | undefined },
): Promise<DecodedText> {
  const chunks = source[Symbol.asyncIterator]();
  let first: string | Uint8Array | undefined;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    first = first === undefined ? next.value : joined(first, next.value);
    if (first.length >= 3) break;
  }
  const start = first ?? '';
  return { hadMark: hasMark(start), text: decodeAll(start, chunks, options) };
}

function joined(first: string | Uint8Array, second: string | Uint8Array): string | Uint8Array {
  if (typeof first === 'string' && typeof second === 'string') return first + second;
  return Buffer.concat([Buffer.from(first), Buffer.from(second)]);
}

function hasMark(start: string | Uint8Array): boolean {
  if (typeof start === 'string') return start.startsWith('\uFEFF');
  return encodingOf(start) !== 'utf-8' || (start[0] === 0xef && start[1] === 0xbb);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

async function* decodeAll(
  start: string | Uint8Array,
  rest: AsyncIterator<string | Uint8Array>,
  options: { readonly file: string; readonly maxBytes?: number | undefined },
): AsyncIterable<string> {
  const { file, maxBytes = READ_LIMITS.maxBytes } = options;
  const decoder = new TextDecoder(typeof start === 'string' ? 'utf-8' : encodingOf(start), {
    fatal: true,
  });
  let seen = 0;
  try {
    let chunk: string | Uint8Array | undefined = start;
    let isFirst = true;
    while (chunk !== undefined) {
      seen += chunk.length;
      if (seen > maxBytes) throw tooLarge(file, maxBytes);
      const text: string =
        typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
      yield isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
      isFirst = false;
      const next: IteratorResult<string | Uint8Array, unknown> = await rest.next();
      chunk = next.done === true ? undefined : next.value;
    }
    yield decoder.decode();
  } catch (error) {
    throw codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA'
      ? notUtf8(file, undefined, error)
      : error;
  } finally {
    await rest.return?.();
  }
}

/** The code a system error carries, `''` if it carries none. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** The failure for a source larger than its limit. */
export function tooLarge(file: string, maxBytes: number): DuizhaoError {
  return new DuizhaoError({
    code: 'exchange.too-large',
    exit: 'badInput',
    message: `${file}: more than ${maxBytes} bytes`,
    hint: 'split the file into smaller ones',
    at: { file },
  });
}
