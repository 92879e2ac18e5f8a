import type { Document, Origin, Page } from '../model/index.js';
import { decodeFile, requireText } from './decode-file.js';
import { kindByName, kindOf } from './file-kind.js';
import { rawFile, rawText } from './raw-file.js';
import { readCues } from './subtitles/cues.js';
import { subtitleDocument } from './subtitles/document.js';
import { documentOf } from './to-document.js';

/** What a file gives: a page still to be extracted, or a ready document. */
export type ReadItem =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'document'; readonly document: Document };

/**
 * Bytes of a file whose name and time are known to what they hold. Touches no disk.
 *
 * @throws DuizhaoError `read.empty`, `read.too-large`, `read.binary`, `read.bad-encoding`,
 *   `read.broken`, `read.password`, `read.no-text-layer`,
 *   `read.no-character-map`, `read.archive-limit`, `read.unsupported`
 */
export async function readBytes(origin: Origin, bytes: Uint8Array): Promise<ReadItem> {
  const file = origin.location;
  const kind = kindOf(file, bytes);
  if (kind === 'html') {
    requireText(bytes, file);
    return { kind: 'page', page: { origin, bytes, contentType: 'text/html' } };
  }
  if (kind === 'subtitles') {
    const { text, charset } = decodeFile(bytes, file);
    const document = subtitleDocument({ ...origin, charset }, readCues(text, file));
    return { kind: 'document', document };
  }
  const { blocks, charset, hints } = await rawFile(kind, origin, bytes);
  const decoded = charset === undefined ? origin : { ...origin, charset };
  return { kind: 'document', document: documentOf(decoded, blocks, hints) };
}

/**
 * Bytes of a text or Markdown file to a document, at once.
 *
 * @throws DuizhaoError `read.empty`, `read.too-large`, `read.binary`, `read.bad-encoding`
 */
export function readText(origin: Origin, bytes: Uint8Array): Document {
  const isMarkdown = kindByName(origin.location) === 'markdown';
  const { blocks, charset } = rawText(origin.location, bytes, isMarkdown);
  return documentOf({ ...origin, charset }, blocks);
}
