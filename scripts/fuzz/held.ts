import { unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { visibleText } from '../../src/extract/index.js';
import { decodeBytes } from '../../src/text/index.js';
import type { PackedKind } from './pack.js';

/**
 * The text that a damaged file of a kind still holds, found without the readers: what stands
 * between the tags of its parts, what the PDF library gives piece by piece, the lines of subtitles
 * that are no times. `undefined` where that cannot be said: of packets that do not unpack and PDFs
 * that do not open.
 */
export async function heldText(kind: PackedKind, bytes: Uint8Array): Promise<string | undefined> {
  if (kind === 'pdf') return piecesOf(bytes);
  if (kind === 'srt' || kind === 'vtt') return subtitleLines(decodeBytes(bytes).text);
  const parts = partsOf(bytes);
  if (parts === undefined) return undefined;
  const texts = Object.entries(parts).flatMap(([name, part]) => {
    if (kind === 'zip') return [decodeBytes(part).text];
    if (kind === 'epub') return name.endsWith('.xhtml') ? [bodyOf(part)] : [];
    return name === 'word/document.xml' ? [runsOf(new TextDecoder().decode(part))] : [];
  });
  return texts.join('\n');
}

async function piecesOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    const file = await getDocumentProxy(bytes.slice());
    const pages: string[] = [];
    for (let page = 1; page <= file.numPages; page++) {
      const { items } = await (await file.getPage(page)).getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    }
    await file.destroy();
    return pages.join('\n');
  } catch {
    return undefined;
  }
}

const TIMES = '-->';

/** Lines without times, numbers, heads and notes; what follows a note up to an empty line is one. */
function subtitleLines(text: string): string {
  const kept: string[] = [];
  const lines = text.split(/\r\n|\n|\r/u);
  let isNote = false;
  lines.forEach((line, i) => {
    if (line.trim() === '') isNote = false;
    else if (/^(?:\uFEFF?WEBVTT|NOTE|STYLE|REGION)/u.test(line)) isNote = true;
    const isName = (lines[i + 1] ?? '').includes(TIMES);
    if (!isNote && !isName && !line.includes(TIMES)) kept.push(line);
  });
  return kept.join('\n');
}

function partsOf(bytes: Uint8Array): Readonly<Record<string, Uint8Array>> | undefined {
  try {
    return unzipSync(bytes);
  } catch {
    return undefined;
  }
}

/** Of a chapter from its first paragraph on: what is left of a damaged head is no text. */
function bodyOf(part: Uint8Array): string {
  const { text } = decodeBytes(part);
  const from = text.indexOf('<p>');
  const bytes = new TextEncoder().encode(from < 0 ? '' : text.slice(from));
  return visibleText({ origin: { kind: 'path', location: 'part.xhtml', sha256: '' }, bytes });
}

/** Text runs of a Word document. */
function runsOf(xml: string): string {
  return [...xml.matchAll(/<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>/gu)]
    .map(([, text = '']) => text.replace(/&#?\w+;/gu, ' '))
    .join('\n');
}
