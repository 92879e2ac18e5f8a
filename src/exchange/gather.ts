/** Characters to gather before handing a piece on; large enough that promises cost nothing. */
const PIECE_CHARS = 1 << 16;

/** Joins many small strings into pieces of about 64 Ki characters. */
export async function* gather(
  parts: Iterable<string> | AsyncIterable<string>,
): AsyncIterable<string> {
  let piece = '';
  for await (const part of parts) {
    piece += part;
    if (piece.length < PIECE_CHARS) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
