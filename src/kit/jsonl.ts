import { DuizhaoError } from './errors.js';
import { lines } from './lines.js';

/** A parsed line and its number, from 1. */
export interface JsonLine {
  readonly line: number;
  readonly value: unknown;
}

/**
 * Reads JSON Lines; blank lines are passed over.
 *
 * @param file - name used in errors, `<stdin>` for standard input
 * @throws DuizhaoError `jsonl.bad-line`, `file.not-utf8` with the line number
 */
export async function* readJsonLines(
  source: AsyncIterable<string | Uint8Array>,
  file: string,
): AsyncIterable<JsonLine> {
  let line = 0;
  for await (const text of lines(source, file)) {
    line += 1;
    if (text.trim() === '') continue;
    yield { line, value: parseJsonLine(text, file, line) };
  }
}

/**
 * The value of a line.
 *
 * @throws DuizhaoError `jsonl.bad-line`
 */
export function parseJsonLine(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DuizhaoError(
      {
        code: 'jsonl.bad-line',
        exit: 'badInput',
        message: `${file}: line ${line} is not JSON`,
        hint: 'each line must hold one whole JSON value',
        at: { file, line },
      },
      { cause },
    );
  }
}

/** One value as one line, line end included. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
