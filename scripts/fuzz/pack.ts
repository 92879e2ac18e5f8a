import {
  Document as WordFile,
  Packer,
  Paragraph,
  FootnoteReferenceRun,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import type { Rng } from '../../src/kit/index.js';
import { linesAt, makePdf } from './make-pdf.js';

/** Kinds of files that texts are packed into. */
export const PACKED_KINDS = ['docx', 'epub', 'pdf', 'srt', 'vtt', 'zip'] as const;
export type PackedKind = (typeof PACKED_KINDS)[number];

/** Packs lines of text into a sound file of a kind; where they stand in it is drawn. */
export async function pack(
  kind: PackedKind,
  lines: readonly string[],
  rng: Rng,
): Promise<Uint8Array> {
  switch (kind) {
    case 'docx':
      return packWord(lines, rng);
    case 'epub':
      return packBook(lines);
    case 'pdf':
      return packPdf(lines);
    case 'srt':
    case 'vtt':
      return packSubtitles(lines, kind);
    case 'zip':
      return zipSync({ 'a/text.txt': strToU8(lines.join('\n')) });
  }
}

/** Paragraphs, headings, tables of two columns, and footnotes. */
async function packWord(lines: readonly string[], rng: Rng): Promise<Uint8Array> {
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  const children: (Paragraph | Table)[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [text = '', next] = [lines[i], lines[i + 1]];
    const draw = rng();
    if (draw < 0.15 && next !== undefined) {
      const cells = [text, next].map((cell) => new TableCell({ children: [new Paragraph(cell)] }));
      children.push(new Table({ rows: [new TableRow({ children: cells })] }));
      i += 1;
    } else if (draw < 0.25 && next !== undefined) {
      const id = Object.keys(footnotes).length + 1;
      footnotes[String(id)] = { children: [new Paragraph(next)] };
      children.push(new Paragraph({ children: [new TextRun(text), new FootnoteReferenceRun(id)] }));
      i += 1;
    } else children.push(new Paragraph(text));
  }
  return Packer.toBuffer(new WordFile({ sections: [{ children }], footnotes }));
}

function packBook(lines: readonly string[]): Uint8Array {
  const half = Math.ceil(lines.length / 2);
  const chapter = (part: readonly string[]): Uint8Array =>
    strToU8(
      `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>${part.map((line) => `<p>${escaped(line)}</p>`).join('\n')}</body></html>`,
    );
  const items = ['one', 'two'];
  return zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="b/c.opf"/></rootfiles></container>',
    ),
    'b/c.opf': strToU8(
      `<package><manifest>${items.map((id) => `<item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${items.map((id) => `<itemref idref="${id}"/>`).join('')}</spine></package>`,
    ),
    'b/one.xhtml': chapter(lines.slice(0, half)),
    'b/two.xhtml': chapter(lines.slice(half)),
  });
}

/** As much of a line as the made PDF can show: characters of the first plane, within the page. */
export function fitForPdf(line: string): string {
  return line.replace(/[\u{10000}-\u{10ffff}]/gu, '').slice(0, PDF_CHARS);
}
/** Of 10 points on a page of 600. */
const PDF_CHARS = 54;

function packPdf(lines: readonly string[]): Uint8Array {
  const pages: (readonly string[])[] = [];
  for (let i = 0; i < lines.length; i += PDF_LINES) pages.push(lines.slice(i, i + PDF_LINES));
  return makePdf(pages.map((page) => linesAt(50, 750, page.map(fitForPdf))));
}
const PDF_LINES = 45;

function packSubtitles(lines: readonly string[], kind: 'srt' | 'vtt'): Uint8Array {
  const stamp = (seconds: number): string => {
    const clock = new Date(seconds * 1000).toISOString().slice(11, 23);
    return kind === 'srt' ? clock.replace('.', ',') : clock;
  };
  const cues: string[] = [];
  for (let i = 0; i < lines.length; i += 2) {
    const shown = lines
      .slice(i, i + 2)
      .map(escaped)
      .join('\n');
    cues.push(`${i / 2 + 1}\n${stamp(i * 2)} --> ${stamp(i * 2 + 3)}\n${shown}\n`);
  }
  return strToU8(`${kind === 'vtt' ? 'WEBVTT\n\n' : ''}${cues.join('\n')}`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
