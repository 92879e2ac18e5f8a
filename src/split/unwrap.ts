import { isHanCode, isSpaceCode } from './marks.js';

/** Share of the lines that are no longer than the width the text was wrapped at. */
const WITHIN_WIDTH = 0.9;

/** What begins an item or a quoted line of a mail: such a line stands for itself. */
const OWN_LINE = /^(?:[>|*•‣▪■●◆–—-]|(?:\d{1,3}|[a-z]|[ivx]{2,4})[.)]\s|\s)/u;

/** A number in brackets begins an item behind a mark; else its sentence counts. */
const BRACKETED = /^[（(](?:\d{1,2}|[a-z]|[ivx]{2,4}|[一二三四五六七八九十]{1,3})[）)]/u;
const MARK_AT_END = /[.;:,!?。；：，！？、]\s*$/u;

/**
 * The text with a blank for every line end that an editor or a mail program put in.
 *
 * A line end is theirs where the next word would not have fitted: no line end before an empty
 * line, before an item or an indented line, or behind a line with room to spare, as in verse and
 * addresses. Every unit keeps its place, so offsets into the result are offsets into the text.
 */
export function unwrap(text: string): string {
  const lines = linesOf(text);
  const width = widthOf(lines);
  let out = '';
  lines.forEach(({ line, end }, index) => {
    const next = lines[index + 1]?.line ?? '';
    out += line + (runsOn(line, next, width) ? ' '.repeat(end.length) : end);
  });
  return out;
}

interface Line {
  readonly line: string;
  /** The line end, empty behind the last line. */
  readonly end: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r]|$/g)) {
    lines.push({ line: text.slice(from, index), end });
    from = index + end.length;
  }
  return lines;
}

/** Columns the text was wrapped at, judged by the lines with another one behind them. */
function widthOf(lines: readonly Line[]): number {
  const widths = lines
    .filter(({ line }, index) => line.trim() !== '' && (lines[index + 1]?.line ?? '').trim() !== '')
    .map(({ line }) => columns(line.trimEnd()))
    .sort((one, other) => one - other);
  return widths[Math.ceil((widths.length - 1) * WITHIN_WIDTH)] ?? 0;
}

function runsOn(line: string, next: string, width: number): boolean {
  if (line.trim() === '' || next.trim() === '' || OWN_LINE.test(next)) return false;
  if (BRACKETED.test(next) && MARK_AT_END.test(line)) return false;
  return columns(line.trimEnd()) + columns(firstWord(next)) + 1 > width;
}

/** Everything up to the first blank, or two Chinese characters, one of which may be a stop. */
function firstWord(line: string): string {
  let end = 0;
  while (end < line.length && !isSpaceCode(line.charCodeAt(end))) {
    if (isHanCode(line.charCodeAt(end))) return line.slice(0, end + 2);
    end += 1;
  }
  return line.slice(0, end);
}

/** Columns on a screen: Chinese characters and their marks take two. */
function columns(line: string): number {
  let count = line.length;
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) >= 0x2e80) count += 1;
  return count;
}
