import type { RawBlock } from '../../layout/index.js';
import { langOf } from '../../text/index.js';
import { paragraphsOf, type Paragraph } from './paragraphs.js';
import type { Line } from './piece.js';

/** Share of the shorter column's paragraphs that must begin beside one of the other. */
const MIN_BESIDE = 0.5;

/** Whether the two columns of these lines are two languages. */
export function areTwoLanguages(lines: readonly Line[]): boolean {
  const [left, right] = (['left', 'right'] as const).map((column) =>
    mainLang(lines.filter((line) => line.column === column)),
  );
  return left !== undefined && right !== undefined && left !== right;
}

function mainLang(lines: readonly Line[]): 'zh' | 'en' | undefined {
  const { han, latin } = langOf(lines.map(({ text }) => text).join(' '));
  if (han + latin === 0) return undefined;
  return han * 3 > latin ? 'zh' : 'en';
}

/**
 * Two columns in two languages as rows of a table: a row begins where paragraphs of both columns
 * begin at the same height. Columns that do not keep step are one row.
 */
export function sideBySide(
  lines: readonly Line[],
  table: number,
  hyphenated: ReadonlySet<string>,
  blockOf: (paragraph: Paragraph) => RawBlock,
): readonly RawBlock[] {
  const [left, right] = (['left', 'right'] as const).map((column) =>
    paragraphsOf(
      lines.filter((line) => line.column === column),
      hyphenated,
    ),
  );
  const blocks: RawBlock[] = [];
  rowsBeside(left ?? [], right ?? []).forEach((row, i) => {
    [row.left, row.right].forEach((paragraphs, column) => {
      for (const paragraph of paragraphs)
        blocks.push({ ...blockOf(paragraph), table, row: table + i, column });
    });
  });
  return blocks;
}

interface Row {
  readonly left: readonly Paragraph[];
  readonly right: readonly Paragraph[];
}

function rowsBeside(left: readonly Paragraph[], right: readonly Paragraph[]): readonly Row[] {
  const anchors: { readonly left: number; readonly right: number }[] = [];
  let at = 0;
  left.forEach((paragraph, i) => {
    const beside = right.findIndex((other, k) => k >= at && isBeside(paragraph, other));
    if (beside < 0) return;
    anchors.push({ left: i, right: beside });
    at = beside + 1;
  });
  if (anchors.length < MIN_BESIDE * Math.min(left.length, right.length)) return [{ left, right }];
  return anchors.map((_, i) => {
    const from = i === 0 ? { left: 0, right: 0 } : anchors[i];
    const to = anchors[i + 1];
    return {
      left: left.slice(from?.left, to?.left),
      right: right.slice(from?.right, to?.right),
    };
  });
}

function isBeside(one: Paragraph, two: Paragraph): boolean {
  const [a, b] = [one.lines[0], two.lines[0]];
  return a.page === b.page && Math.abs(a.y - b.y) < 0.6 * Math.max(a.size, b.size);
}
