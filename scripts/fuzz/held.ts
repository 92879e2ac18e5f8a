import { unzipSync } from 'fflate';
import { visibleText } from '../../src/extract/index.js';
import { decodeBytes } from '../../src/text/index.js';
import type { PackedKind } from './pack.js';

/**
 * The text that a damaged file of a kind still holds, found without the readers: what stands
 * between the tags of its parts. `undefined` where that cannot be said: of PDFs and subtitles, and
 * of packets that do not unpack.
 */
export function heldText(kind: PackedKind, bytes: Uint8Array): string | undefined {
  if (kind === 'pdf' || kind === 'srt' || kind === 'vtt') return undefined;
  const parts = partsOf(bytes);
  if (parts === undefined) return undefined;
  const texts = Object.entries(parts).flatMap(([name, part]) => {
    if (kind === 'zip') return [decodeBytes(part).text];
    if (kind === 'epub') return name.endsWith('.xhtml') ? [bodyOf(part)] : [];
    return name === 'word/document.xml' ? [runsOf(new TextDecoder().decode(part))] : [];
  });
  return texts.join('\n');
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
