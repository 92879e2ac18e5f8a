import type { RawBlock } from '../layout/index.js';
import { langOf } from '../text/index.js';
import { READ_DEFAULTS } from './defaults.js';

/**
 * Paragraphs of a plain text: one a line, or, where an editor wrapped the lines, one between
 * empty lines. A first line that looks like a title is marked as one.
 */
export function textBlocks(text: string): readonly RawBlock[] {
  const lines = text.split(/\r\n|[\n\r\f\v\u0085\u2028\u2029]/u);
  const paragraphs = (isWrapped(lines) ? unwrapped(lines) : lines).filter(
    (line) => line.trim() !== '',
  );
  return paragraphs.map((line, i): RawBlock => {
    const isTitle = i === 0 && isTitleLine(line, paragraphs[1]);
    return { text: line, kind: isTitle ? 'title' : 'paragraph' };
  });
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
