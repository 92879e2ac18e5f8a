import { langOf } from '../../text/index.js';
import type { Piece } from './piece.js';

/** Pieces of one row that stand close together. */
export interface TextRun {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

const CJK = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]/u;

/** Rows of a page from top to bottom, each as runs from left to right. */
export function rowsOf(pieces: readonly Piece[]): readonly (readonly TextRun[])[] {
  const sorted = [...pieces].sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const first = rows.at(-1)?.[0];
    // Raised and lowered signs belong to their line.
    const isSame =
      first !== undefined && first.y - piece.y < 0.45 * Math.max(first.size, piece.size);
    if (isSame) rows.at(-1)?.push(piece);
    else rows.push([piece]);
  }
  const ordered = rows.map((row) => [...row].sort((a, b) => a.x - b.x));
  const stops = columnStops(ordered);
  return ordered.map((row) => runsOf(row, stops));
}

/** Rows with a piece that begins at a place, from which it is the edge of a column. */
const MIN_STOPS = 3;

/** Places on the page, in points, where pieces of several rows begin: edges of columns. */
function columnStops(rows: readonly (readonly Piece[])[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const row of rows) {
    for (const x of new Set(row.map((piece) => Math.round(piece.x))))
      counts.set(x, (counts.get(x) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= MIN_STOPS).map(([x]) => x));
}

/**
 * Whether a piece opens the next cell of a table whose cells nearly touch: it stands where
 * pieces of other rows begin, and the language is another.
 */
function opensCell(piece: Piece, last: TextRun, stops: ReadonlySet<number>): boolean {
  const x = Math.round(piece.x);
  if (!stops.has(x) && !stops.has(x - 1) && !stops.has(x + 1)) return false;
  const [one, two] = [langOf(last.text), langOf(piece.text)];
  const isOther = (one.han === 0 && two.han > 0) || (one.han > 0 && two.han === 0);
  return isOther && Math.max(one.latin, two.latin) >= MIN_CELL_LETTERS;
}

/** Letters from which a Latin piece may be a cell. */
const MIN_CELL_LETTERS = 6;

function runsOf(row: readonly Piece[], stops: ReadonlySet<number>): readonly TextRun[] {
  const runs: TextRun[] = [];
  let before: Piece | undefined;
  for (const piece of row) {
    const last = runs.at(-1);
    if (before !== undefined && isShadow(piece, before)) continue;
    const gap = piece.x - (last?.right ?? 0);
    const isFar = last === undefined || gap > 1.3 * Math.max(piece.size, last.size);
    if (isFar || (gap > 0 && opensCell(piece, last, stops))) {
      runs.push({ ...piece, right: piece.x + piece.width });
    } else {
      runs.pop();
      runs.push({
        text: spaced(last.text, piece.text, gap / piece.size),
        x: last.x,
        right: Math.max(last.right, piece.x + piece.width),
        y: last.size >= piece.size ? last.y : piece.y,
        size: Math.max(last.size, piece.size),
      });
    }
    before = piece;
  }
  return runs;
}

/** Bold type faked by printing the same letters twice. */
function isShadow(piece: Piece, before: Piece): boolean {
  return piece.text === before.text && piece.x - before.x < 0.15 * piece.size;
}

/** Between Chinese characters only a gap of most of a character is a space. */
function spaced(one: string, two: string, gap: number): string {
  return gap > 0.7 ? glue(one, ` ${two}`, false) : glue(one, two, gap > 0.14);
}

/** Puts two texts together; Chinese needs no space. */
export function glue(one: string, two: string, isApart: boolean): string {
  const [end, start] = [one.at(-1) ?? ' ', two.at(0) ?? ' '];
  const needsSpace = isApart && !/\s/u.test(end + start) && !(CJK.test(end) && CJK.test(start));
  return needsSpace ? `${one} ${two}` : one + two;
}
