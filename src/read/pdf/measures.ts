import type { Line } from './piece.js';

/** What is usual in a column of lines. */
export interface Measures {
  /** From baseline to baseline. */
  readonly leading: number;
  readonly size: number;
  /** Where full lines end in the column and on the page of a line. */
  rightOf(line: Line): number;
  /** Whether paragraphs begin with an indent. */
  readonly hasIndents: boolean;
}

/** Measures the lines of one column. */
export function measureLines(lines: readonly Line[]): Measures {
  const steps: number[] = [];
  let indents = 0;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before?.page !== line.page || before.column !== line.column) return;
    if (before.y > line.y) steps.push(before.y - line.y);
    if (line.x - before.x > 0.8 * line.size && line.x - before.x < 5 * line.size) indents += 1;
  });
  const size = median(lines.map((line) => line.size));
  return {
    leading: median(steps) || 1.4 * size,
    size,
    rightOf: rightEdges(lines),
    hasIndents: indents * 12 > lines.length,
  };
}

/** Lines a column of one page needs to be measured by itself: margins of facing pages differ. */
const ENOUGH_LINES = 8;

function rightEdges(lines: readonly Line[]): (line: Line) => number {
  const groups = new Map<string, number[]>();
  for (const { column, page, right } of lines) {
    for (const key of [column, `${column} ${page}`]) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [right]);
      else group.push(right);
    }
  }
  const edges = new Map(
    [...groups].map(([key, rights]) => [
      key,
      { edge: quantile(rights, 0.9), count: rights.length },
    ]),
  );
  return ({ column, page }) => {
    const own = edges.get(`${column} ${page}`);
    return (own !== undefined && own.count >= ENOUGH_LINES ? own : edges.get(column))?.edge ?? 0;
  };
}

/** The middle value; 0 when there is none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
