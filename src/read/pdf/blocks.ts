import type { RawBlock } from '../../layout/index.js';
import { furnitureOf } from './furniture.js';
import { median } from './measures.js';
import { hyphenatedWords, paragraphsOf, type Paragraph } from './paragraphs.js';
import type { Line } from './piece.js';
import { areTwoLanguages, sideBySide } from './side-columns.js';

/** Times the usual size a line must have to be a heading. */
const HEADING_SIZE = 1.13;
/** Times the usual size a line at the foot of a page may have to be a footnote. */
const NOTE_SIZE = 0.9;

/**
 * Blocks of the lines of all pages: what belongs to the pages set aside, footnotes moved to the
 * end, paragraphs put together over the ends of pages, two columns in two languages side by side.
 */
export function pdfBlocks(pages: readonly (readonly Line[])[]): readonly RawBlock[] {
  const furniture = furnitureOf(pages);
  const out = new Set(furniture.map(({ line }) => line));
  const size = usualSize(pages.flat().filter((line) => !out.has(line)));
  const body: Line[] = [];
  const notes: Line[] = [];
  for (const page of pages) {
    const kept = page.filter((line) => !out.has(line));
    const from = notesFrom(kept, size);
    body.push(...kept.slice(0, from));
    notes.push(...kept.slice(from));
  }
  const hyphenated = hyphenatedWords(pages.flat());
  const blocks = [
    ...bodyBlocks(body, size, hyphenated),
    ...paragraphsOf(notes, hyphenated).map((note) => blockOf(note, Infinity)),
  ];
  return [...withTitle(blocks, body, size), ...furniture.map(asideOf)];
}

function asideOf({ line, reason }: { readonly line: Line; readonly reason: string }): RawBlock {
  return { text: line.text, kind: 'paragraph', aside: reason };
}

/** The size most letters have. */
function usualSize(lines: readonly Line[]): number {
  return median(
    lines.flatMap(({ size, text }) => Array<number>(Math.ceil(text.length / 8)).fill(size)),
  );
}

/** Where the small print at the foot of a page begins; never the whole page. */
function notesFrom(lines: readonly Line[], usual: number): number {
  let from = lines.length;
  while (from > 0 && Number(lines[from - 1]?.size) < NOTE_SIZE * usual) from -= 1;
  return from === 0 ? lines.length : from;
}

function bodyBlocks(
  lines: readonly Line[],
  size: number,
  hyphenated: ReadonlySet<string>,
): readonly RawBlock[] {
  const asBlock = (paragraph: Paragraph): RawBlock => blockOf(paragraph, size);
  if (!areTwoLanguages(lines)) return paragraphsOf(lines, hyphenated).map(asBlock);
  let table = 1;
  return spreads(lines).flatMap((spread) => {
    if (spread[0]?.column === 'full') return paragraphsOf(spread, hyphenated).map(asBlock);
    const blocks = sideBySide(spread, table, hyphenated, asBlock);
    table += blocks.length + 1;
    return blocks;
  });
}

/** Lines in runs: across the page, or in its columns. */
function spreads(lines: readonly Line[]): readonly (readonly Line[])[] {
  const runs: Line[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    const isFull = line.column === 'full';
    if (last !== undefined && (last[0]?.column === 'full') === isFull) last.push(line);
    else runs.push([line]);
  }
  return runs;
}

function blockOf({ text, size }: Paragraph, usual: number): RawBlock {
  const isHeading = size > HEADING_SIZE * usual && text.length < 200;
  return { text, kind: isHeading ? 'heading' : 'paragraph' };
}

/** The first heading is the title when no line of the text is larger. */
function withTitle(
  blocks: readonly RawBlock[],
  lines: readonly Line[],
  usual: number,
): readonly RawBlock[] {
  const first = blocks.findIndex(({ kind }) => kind === 'heading');
  const largest = Math.max(0, ...lines.map(({ size }) => size));
  const top = lines.slice(0, 6).some(({ size }) => size > 0.97 * largest);
  if (first < 0 || first > 3 || !top || largest <= HEADING_SIZE * usual) return blocks;
  return blocks.map((block, i) => (i === first ? { ...block, kind: 'title' } : block));
}
