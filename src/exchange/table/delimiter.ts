import { columnsIn, type StatedColumns } from './header.js';

/** Longest first row that is looked at, in characters. */
const MAX_ROW = 65_536;

/** A table and the character between its cells. */
export interface Delimited {
  readonly delimiter: string;
  readonly text: AsyncIterable<string>;
}

/**
 * What separates the cells of a table, as its first row shows: the usual character, unless another
 * one gives a column of each language. A row `sep=;`, which Excel takes as an order, is obeyed and
 * left out.
 *
 * @param usual - what the format is called after: `,` or a tab
 */
export async function findDelimiter(
  text: AsyncIterable<string>,
  usual: string,
  stated: StatedColumns = {},
): Promise<Delimited> {
  const pieces = text[Symbol.asyncIterator]();
  let start = '';
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) {
    start += next.value;
    if (/[\r\n]./.test(start) || start.length > MAX_ROW) break;
  }
  const ordered = /^sep=(.)(?:\r\n|\r|\n)/.exec(start);
  const row = start.slice(0, MAX_ROW).split(/[\r\n]/, 1)[0] ?? '';
  return {
    delimiter: ordered?.[1] ?? guess(row, usual, stated),
    text: resumed(start.slice(ordered?.[0].length ?? 0), pieces),
  };
}

function guess(row: string, usual: string, stated: StatedColumns): string {
  const marks = new Set([usual, ...(row.match(/[^\p{L}\p{M}\p{N}"' _\-.()]/gu) ?? [])]);
  const fits = (mark: string): boolean => {
    const cells = row.split(mark).map((cell) => cell.replace(/^\s*"|"\s*$/g, ''));
    const columns = columnsIn(cells, stated);
    return ['zh', 'en'].every(
      (side) => cells[columns.findIndex((name) => name === side)] !== undefined,
    );
  };
  return [...marks].find(fits) ?? usual;
}

async function* resumed(start: string, rest: AsyncIterator<string>): AsyncIterable<string> {
  try {
    yield start;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      yield next.value;
    }
  } finally {
    await rest.return?.();
  }
}
