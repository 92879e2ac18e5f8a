import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { notUtf8 } from './errors.js';

const LINE_END = 0x0a;

/**
 * Cuts a byte or text stream into lines, without their line ends.
 *
 * Ends are `\n` or `\r\n` only: U+2028 and U+0085 are data inside JSON Lines.
 * Bytes must be UTF-8 (a leading BOM is dropped), because a silently replaced
 * character would corrupt a corpus.
 *
 * @param file - name used in errors
 * @throws DuizhaoError `file.not-utf8` with the line number, from 1
 */
export async function* lines(
  source: AsyncIterable<string | Uint8Array>,
  file: string,
): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let ended = 0;
  for await (const chunk of source) {
    const text = typeof chunk === 'string' ? chunk : decoded(decoder, chunk, file, ended);
    const firstEnd = text.indexOf('\n');
    if (firstEnd === -1) {
      rest += text;
      continue;
    }
    yield withoutReturn(rest + text.slice(0, firstEnd));
    const whole = text.slice(firstEnd + 1).split('\n');
    rest = whole.pop() ?? '';
    ended += whole.length + 1;
    for (const line of whole) yield withoutReturn(line);
  }
  rest += decoded(decoder, undefined, file, ended);
  if (rest !== '') yield rest;
}

/** Text of the next bytes, or of what is left at the end; `ended` lines came before. */
function decoded(
  decoder: TextDecoder,
  chunk: Uint8Array | undefined,
  file: string,
  ended: number,
): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw notUtf8(file, ended + 1 + (chunk === undefined ? 0 : endsBefore(chunk)), error);
  }
}

/** Line ends before the first bad line of a chunk, whose first character may have begun before it. */
function endsBefore(chunk: Uint8Array): number {
  let from = chunk.findIndex((byte, at) => at === 3 || (byte & 0xc0) !== 0x80);
  for (let ends = 0; ; ends += 1) {
    const to = chunk.indexOf(LINE_END, from);
    if (!isUtf8(chunk.subarray(from, to === -1 ? undefined : to))) return ends;
    if (to === -1) return 0; // the character that began before it
    from = to + 1;
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
