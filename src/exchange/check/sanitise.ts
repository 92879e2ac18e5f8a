import type { OnProblem } from './problem.js';

/** Outside XML 1.0, raw. */
const RAW = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/gu;
const REFERENCE = /&#(?:x([0-9A-Fa-f]+)|(\d+));/g;

/** Characters a reference may have; a longer one is no reference. */
const LONGEST_REFERENCE = 12;

/**
 * XML text without the characters no parser takes, raw or as references; each is reported with its
 * line and column. The rest of the text stays as it is, character for character.
 */
export async function* sanitise(
  source: AsyncIterable<string>,
  onProblem: OnProblem,
): AsyncIterable<string> {
  const place = { line: 1, column: 1 };
  let held = '';
  for await (const piece of source) {
    const text = held + piece;
    const cut = cutBefore(text);
    held = text.slice(cut);
    yield clean(text.slice(0, cut), place, onProblem);
  }
  yield clean(held, place, onProblem);
}

/** Where to cut so that no reference and no surrogate pair is cut in two. */
function cutBefore(text: string): number {
  const reference = text.lastIndexOf('&');
  if (reference >= 0 && reference > text.length - LONGEST_REFERENCE) return reference;
  return /[\uD800-\uDBFF]$/.test(text) ? text.length - 1 : text.length;
}

interface Place {
  line: number;
  column: number;
}

function clean(text: string, place: Place, onProblem: OnProblem): string {
  const hits = [
    ...Array.from(text.matchAll(RAW), ({ 0: raw, index }) => ({ raw, index })),
    ...Array.from(text.matchAll(REFERENCE))
      .filter(([, hex, decimal]) => isForbidden(hex, decimal))
      .map(({ 0: raw, index }) => ({ raw, index })),
  ].sort((a, b) => a.index - b.index);
  let [kept, from] = ['', 0];
  for (const { raw, index } of hits) {
    kept += text.slice(from, index);
    advance(place, text.slice(from, index));
    onProblem({
      rule: 'not-xml-character',
      severity: 'error',
      line: place.line,
      column: place.column,
      message: `${nameOf(raw)} may not stand in XML`,
      fix: 'taken out',
    });
    advance(place, raw);
    from = index + raw.length;
  }
  advance(place, text.slice(from));
  return kept + text.slice(from);
}

function isForbidden(hex: string | undefined, decimal: string | undefined): boolean {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (code > 0x10ffff) return true;
  if (code === 9 || code === 10 || code === 13) return false;
  return code < 32 || code === 0xfffe || code === 0xffff || (code >= 0xd800 && code <= 0xdfff);
}

function nameOf(raw: string): string {
  if (raw.startsWith('&')) return `"${raw}"`;
  return `U+${raw.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function advance(place: Place, text: string): void {
  const last = text.lastIndexOf('\n');
  if (last === -1) {
    place.column += text.length;
    return;
  }
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) place.line += 1;
  place.column = text.length - last;
}
