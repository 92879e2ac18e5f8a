import { lineReason, type RawBlock } from '../layout/index.js';
import { langOf } from '../text/index.js';
import { READ_DEFAULTS } from './defaults.js';

/**
 * Paragraphs of a plain text: one a line, or, where an editor wrapped the lines, one between
 * empty lines. The line above the date, or the first one, is marked as the title if it fits.
 */
export function textBlocks(text: string): readonly RawBlock[] {
  const lines = text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/u);
  const paragraphs = (isWrapped(lines) ? unwrapped(lines) : lines).filter(
    (line) => line.trim() !== '',
  );
  const title = titleLine(paragraphs);
  return paragraphs.map((line, i): RawBlock => {
    if (i === title) return { text: line, kind: 'title' };
    const isMenu = title !== undefined && i < title && lineReason(line.trim()) === undefined;
    return { text: line, kind: 'paragraph', ...(isMenu ? { aside: 'before-title' } : {}) };
  });
}

/** Lines searched for the date a page's text carries below its title. */
const MAX_HEAD = 15;

/** Number of the title: the line above the line with the date, else the first one, if it fits. */
function titleLine(lines: readonly string[]): number | undefined {
  const date = lines
    .slice(0, MAX_HEAD)
    .findIndex((line) => lineReason(line.trim()) === 'date-line');
  for (let i = date - 1; i >= 0; i--) {
    const line = lines[i]?.trim() ?? '';
    if (lineReason(line) !== undefined) continue;
    if (isTitleLine(line, lines[i + 1])) return i;
    break;
  }
  const first = lines.findIndex((line) => lineReason(line.trim()) === undefined);
  return isTitleLine(lines[first] ?? '', lines[first + 1]) ? first : undefined;
}

/** Whether most long lines run on into the next one. */
function isWrapped(lines: readonly string[]): boolean {
  let [long, running] = [0, 0];
  lines.forEach((line, i) => {
    const next = lines[i + 1]?.trim() ?? '';
    if (line.length < READ_DEFAULTS.wrapChars || line.length > 120 || next === '') return;
    long += 1;
    if (!/[.。!！?？:：;；][”’"'」』）)]*\s*$/u.test(line) && /^[\p{Ll}\d(“"]/u.test(next))
      running += 1;
  });
  return long >= 3 && running * 2 > long;
}

function unwrapped(lines: readonly string[]): readonly string[] {
  const paragraphs: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (line.trim() === '') isOpen = false;
    else if (isOpen) {
      paragraphs.push(`${paragraphs.pop() ?? ''}\n${line}`);
    } else {
      paragraphs.push(line);
      isOpen = true;
    }
  }
  return paragraphs;
}

/** Short, without full stop, before a longer line. */
function isTitleLine(line: string, next: string | undefined): boolean {
  const text = line.trim();
  const { han, latin } = langOf(text);
  if (next === undefined || (han === 0 && latin === 0)) return false;
  if (/[。.！!？?；;，,：:…][”’"'」』）)]*$/u.test(text)) return false;
  return text.length <= (han > 0 ? 120 : 160) && next.trim() !== '' && han * 3.3 + latin < 200;
}
