import { langOf } from '../../text/index.js';
import type { Line, Piece } from './piece.js';
import { glue, rowsOf, type TextRun } from './runs.js';

/** Width in points of the places tried for a gutter. */
const STEP = 2;
/** Runs a column needs at least. */
const MIN_RUNS = 3;
/** Share of runs that may cross a gutter: titles, pictures' captions, notes across the page. */
const MAX_CROSSING = 0.2;
/** Share of the letters the smaller column holds at least; page numbers of a list hold less. */
const MIN_SHARE = 0.12;

/**
 * Lines of a page in reading order. On a page of two columns a line across the page closes what
 * stands above it: left column, right column, then that line.
 */
export function pageLines(pieces: readonly Piece[], page: number): readonly Line[] {
  const rows = rowsOf(pieces);
  const gutter = findGutter(rows.flat());
  if (gutter === undefined) return rows.map((row) => lineOf(row, page, 'full'));
  const lines: Line[] = [];
  let [left, right]: [Line[], Line[]] = [[], []];
  const flush = (): void => {
    lines.push(...left, ...right);
    [left, right] = [[], []];
  };
  for (const row of rows) {
    if (row.some((run) => crosses(run, gutter))) {
      flush();
      lines.push(lineOf(row, page, 'full'));
      continue;
    }
    const ofLeft = row.filter(({ right: end }) => end <= gutter + STEP);
    const ofRight = row.filter((run) => !ofLeft.includes(run));
    if (ofLeft.length > 0) left.push(lineOf(ofLeft, page, 'left'));
    if (ofRight.length > 0) right.push(lineOf(ofRight, page, 'right'));
  }
  flush();
  return lines;
}

function crosses({ x, right }: TextRun, gutter: number): boolean {
  return x < gutter - STEP && right > gutter + STEP;
}

/** The height between two columns that fewest runs cross, if there are columns. */
function findGutter(runs: readonly TextRun[]): number | undefined {
  const from = Math.min(...runs.map(({ x }) => x));
  const to = Math.max(...runs.map(({ right }) => right));
  const width = to - from;
  if (!(width > 0) || width > 20_000) return undefined;
  let best: { readonly at: number; readonly crossing: number } | undefined;
  let length = 0;
  for (let at = from + 0.25 * width; at <= from + 0.75 * width; at += STEP) {
    const crossing = runs.filter((run) => crosses(run, at)).length;
    if (best === undefined || crossing < best.crossing) [best, length] = [{ at, crossing }, 0];
    else if (crossing === best.crossing && at - best.at <= (length + 1) * STEP + 0.5) length += 1;
  }
  if (best === undefined) return undefined;
  const gutter = best.at + (length * STEP) / 2;
  return isGutter(runs, gutter, best.crossing) ? gutter : undefined;
}

function isGutter(runs: readonly TextRun[], gutter: number, crossing: number): boolean {
  if (crossing > runs.length * MAX_CROSSING) return false;
  const left = runs.filter(({ right }) => right <= gutter + STEP);
  const right = runs.filter(({ x }) => x >= gutter - STEP);
  if (left.length < MIN_RUNS || right.length < MIN_RUNS) return false;
  const [leftWeight, rightWeight] = [weightOf(left), weightOf(right)];
  if (Math.min(leftWeight, rightWeight) < MIN_SHARE * (leftWeight + rightWeight)) return false;
  const shared = Math.min(topOf(left), topOf(right)) - Math.max(bottomOf(left), bottomOf(right));
  return shared > 2 * Math.max(...runs.map(({ size }) => size));
}

/** Letters, a Chinese one counted as the English ones it stands for. */
function weightOf(runs: readonly TextRun[]): number {
  const { han, latin } = langOf(runs.map(({ text }) => text).join(' '));
  return han * 3 + latin;
}

function topOf(runs: readonly TextRun[]): number {
  return Math.max(...runs.map(({ y }) => y));
}

function bottomOf(runs: readonly TextRun[]): number {
  return Math.min(...runs.map(({ y }) => y));
}

function lineOf(runs: readonly TextRun[], page: number, column: Line['column']): Line {
  const size = Math.max(...runs.map((run) => run.size));
  return {
    text: runs.reduce(
      (text, run) => (text === '' ? run.text : glue(text, ` ${run.text}`, false)),
      '',
    ),
    x: runs[0]?.x ?? 0,
    right: Math.max(...runs.map(({ right }) => right)),
    y: runs.find((run) => run.size === size)?.y ?? 0,
    size,
    page,
    column,
  };
}
