/**
 * Cuts a byte or text stream into lines, without their line ends.
 *
 * Ends are `\n` or `\r\n` only: U+2028 and U+0085 are data inside JSON Lines.
 * Bytes must be UTF-8 (a leading BOM is dropped); anything else throws
 * `TypeError`, because a silently replaced character would corrupt a corpus.
 */
export async function* lines(source: AsyncIterable<string | Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of source) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const firstEnd = text.indexOf('\n');
    if (firstEnd === -1) {
      rest += text;
      continue;
    }
    yield withoutReturn(rest + text.slice(0, firstEnd));
    const whole = text.slice(firstEnd + 1).split('\n');
    rest = whole.pop() ?? '';
    for (const line of whole) yield withoutReturn(line);
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
