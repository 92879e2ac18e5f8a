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
  const steps: Step[] = [];
  let indents = 0;
  lines.forEach((line, i) => {
    const before = lines[i - 1];
    if (before?.page !== line.page || before.column !== line.column) return;
    if (before.y > line.y)
      steps.push({ height: before.y - line.y, isClosed: CLOSED.test(before.text) });
    if (line.x - before.x > 0.8 * line.size && line.x - before.x < 5 * line.size) indents += 1;
  });
  const size = median(lines.map((line) => line.size));
  return {
    leading: leadingOf(steps, size) || 1.4 * size,
    size,
    rightOf: rightEdges(lines),
    hasIndents: indents * 12 > lines.length,
  };
}

/** From one line to the next. */
interface Step {
  readonly height: number;
  /** Whether the upper line ends a sentence. */
  readonly isClosed: boolean;
}

const CLOSED = /[.。!！?？:：;；…][”’"'」』）)\]]*\s*$/u;
/** Share of the lines above wide steps that end a sentence, from which such steps part paragraphs. */
const MIN_CLOSED = 0.8;

/**
 * The usual step between lines of a paragraph: the middle one, or that of the narrow steps where
 * nearly every wide one follows a closed sentence, as in columns of short paragraphs.
 */
function leadingOf(steps: readonly Step[], size: number): number {
  const heights = steps.map(({ height }) => height);
  const lines = heights.filter((height) => height >= 0.9 * size);
  const narrow = quantile(lines, 0.1);
  const wide = steps.filter(({ height }) => height > 1.35 * narrow);
  const closed = wide.filter(({ isClosed }) => isClosed);
  const isParted = narrow > 0 && wide.length > 0 && closed.length >= MIN_CLOSED * wide.length;
  return isParted ? median(lines.filter((height) => height <= 1.35 * narrow)) : median(heights);
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
