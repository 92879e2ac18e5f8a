import { DuizhaoError, notUtf8 } from '../kit/index.js';
import { READ_LIMITS } from './defaults.js';
import type { Chunks, ReadOptions } from './format.js';
import { NotInCharset, textDecoding } from './text-decoding.js';

/** A decoded file: whether it began with a byte order mark (dropped), and its text. */
export interface DecodedText {
  readonly hadMark: boolean;
  readonly text: AsyncIterable<string>;
}

/** What {@link decodeText} needs to know. */
type DecodeOptions = Pick<ReadOptions, 'file' | 'maxBytes' | 'onCharset'>;

/**
 * Text of a file in UTF-8, in UTF-16 if a byte order mark says so (Excel's "Unicode text"), or in
 * GB18030 or Big5 if that is what its bytes can only be (Excel's "CSV" on a Chinese Windows).
 *
 * @throws DuizhaoError `file.not-utf8`, `file.not-in-charset`, `exchange.too-large`
 */
export async function decodeText(source: Chunks, options: DecodeOptions): Promise<DecodedText> {
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
  const [first, second] = start;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isWide || (first === 0xef && second === 0xbb);
}

async function* decodeAll(
  start: string | Uint8Array,
  rest: AsyncIterator<string | Uint8Array>,
  { file, maxBytes = READ_LIMITS.maxBytes, onCharset }: DecodeOptions,
): AsyncIterable<string> {
  const decoding = textDecoding(typeof start === 'string' ? new Uint8Array(0) : start);
  let [seen, ended] = [0, 0];
  let [isFirst, isTold] = [true, false];
  try {
    for (let chunk: string | Uint8Array | undefined = start; ;) {
      seen += chunk?.length ?? 0;
      if (seen > maxBytes) throw tooLarge(file, maxBytes);
      const isLast = chunk === undefined;
      const text: string =
        typeof chunk === 'string' ? chunk : decoding.decode(chunk ?? new Uint8Array(0), isLast);
      if (!isTold && decoding.isGuessed()) {
        onCharset?.(decoding.charset());
        isTold = true;
      }
      if (text !== '') {
        yield isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
        ended += lineEnds(text);
        isFirst = false;
      }
      if (isLast) return;
      const next: IteratorResult<string | Uint8Array, unknown> = await rest.next();
      chunk = next.done === true ? undefined : next.value;
    }
  } catch (error) {
    if (!(error instanceof NotInCharset)) throw error;
    const line = ended + lineEnds(error.before) + 1;
    if (decoding.charset() === 'utf-8') throw notUtf8(file, line, error);
    throw notInCharset(file, line, decoding.charset().toUpperCase(), error);
  } finally {
    await rest.return?.();
  }
}

function lineEnds(text: string): number {
  let ends = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) ends += 1;
  return ends;
}

function notInCharset(file: string, line: number, charset: string, cause: unknown): DuizhaoError {
  return new DuizhaoError(
    {
      code: 'file.not-in-charset',
      exit: 'badInput',
      message: `${file}: line ${line}: bytes that are not ${charset}, which the text before them is in`,
      hint: 'the file is damaged, or made of parts in several encodings: save it as UTF-8 (in Excel: "CSV UTF-8")',
      at: { file, line },
    },
    { cause },
  );
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
