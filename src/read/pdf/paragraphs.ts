import { langOf } from '../../text/index.js';
import { measureLines, type Measures } from './measures.js';
import type { Line } from './piece.js';
import { glue } from './runs.js';

/** Lines that belong together. */
export interface Paragraph {
  readonly text: string;
  readonly lines: readonly [Line, ...Line[]];
  readonly size: number;
}

const STOP = /[.。!！?？:：;；…][”’"'」』）)\]]*\s*$/u;
const BULLET = /^\s*[•●▪◦■◆○–]\s/u;
const NUMBERED =
  /^\s*(?:\(?\d{1,3}(?:\.\d{1,3})*[.)、]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百\d]{1,5}[章条節节條款]|(?:article|section|chapter)\s+[\divxl]+\b)/iu;

/**
 * Paragraphs of the lines of one column, over the ends of pages.
 *
 * @param hyphenated - words written with a hyphen inside a line, lower case: they keep it
 */
export function paragraphsOf(
  lines: readonly Line[],
  hyphenated: ReadonlySet<string>,
): readonly Paragraph[] {
  const measures = measureLines(lines);
  const groups: [Line, ...Line[]][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group === undefined || last === undefined || begins(line, last, measures)) {
      groups.push([line]);
    } else group.push(line);
  }
  return groups.map((group) => ({
    lines: group,
    size: Math.max(...group.map(({ size }) => size)),
    text: group.reduce((text, { text: next }) => joinLine(text, next, hyphenated), ''),
  }));
}

/** Whether a line begins a paragraph after the line `last`. */
function begins(line: Line, last: Line, measures: Measures): boolean {
  const bigger = Math.max(line.size, last.size);
  if (bigger - Math.min(line.size, last.size) > 0.12 * bigger) return true;
  const stops = STOP.test(last.text);
  const wouldFit =
    measures.rightOf(last) - last.right - firstWord(line) > (stops ? 1.6 : 4) * line.size;
  const isNext = line.page === last.page && line.column === last.column && last.y >= line.y;
  if (isNext && last.y - line.y > 1.35 * measures.leading + 0.01) return true;
  if (BULLET.test(line.text)) return true;
  if (NUMBERED.test(line.text) && (stops || wouldFit)) return true;
  if (!isNext) return stops && (!measures.hasIndents || isIndented(line, last) || wouldFit);
  if (stops && isOtherLanguage(line.text, last.text)) return true;
  return wouldFit || (stops && isIndented(line, last));
}

function isIndented(line: Line, last: Line): boolean {
  const step = line.x - last.x;
  return line.column === last.column && step > 0.8 * line.size && step < 5 * line.size;
}

/** Width in points of what would have had to fit on the line before. */
function firstWord({ text, x, right }: Line): number {
  const trimmed = text.trim();
  const word = /^\p{Script=Han}/u.test(trimmed) ? 1 : (/^\S+/u.exec(trimmed)?.[0].length ?? 1);
  return ((right - x) * word) / Math.max(1, trimmed.length);
}

function isOtherLanguage(one: string, two: string): boolean {
  const [a, b] = [langOf(one).lang, langOf(two).lang];
  return (a === 'zh' && b === 'en') || (a === 'en' && b === 'zh');
}

/** Takes a word apart by the end of the line together again. */
function joinLine(text: string, next: string, hyphenated: ReadonlySet<string>): string {
  if (text === '') return next.trim();
  const [before, after] = [text.trimEnd(), next.trim()];
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after;
  const [, head] = /([\p{L}\p{N}’'-]*\p{L})[-‐]$/u.exec(before.slice(-60)) ?? [];
  const [tail] = /^\p{Ll}[\p{L}’'-]*/u.exec(after.slice(0, 60)) ?? [];
  if (head === undefined) return glue(before, after, true);
  if (tail === undefined) return before + after;
  const isWritten = hyphenated.has(`${head}-${tail}`.toLowerCase());
  return (isWritten ? before : before.slice(0, -1)) + after;
}

/** Words with a hyphen inside a line. */
export function hyphenatedWords(lines: readonly Line[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap(({ text }) =>
      [
        ...text.matchAll(
          /(?<![\p{L}\p{N}’'-])\p{L}[\p{L}’']{0,30}(?:-\p{L}[\p{L}’']{0,30}){1,4}/gu,
        ),
      ].map(([word]) => word.toLowerCase()),
    ),
  );
}
