import type { RawBlock } from '../layout/index.js';
import type { Document, Origin, Page } from '../model/index.js';
import { decodeFile, requireText } from './decode-file.js';
import { markdownBlocks } from './markdown-blocks.js';
import { textBlocks } from './text-blocks.js';
import { documentOf } from './to-document.js';

/** What a file gives: a page still to be extracted, or a ready document. */
export type ReadItem =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'document'; readonly document: Document };

/**
 * Bytes of a file whose name and time are known to what they hold. Pure.
 *
 * @throws DuizhaoError `read.empty`, `read.too-large`, `read.binary`, `read.bad-encoding`
 */
export function readBytes(origin: Origin, bytes: Uint8Array): ReadItem {
  if (isHtml(origin.location, bytes)) {
    requireText(bytes, origin.location);
    return { kind: 'page', page: { origin, bytes, contentType: 'text/html' } };
  }
  const { blocks, charset } = fileBlocks(origin.location, bytes);
  return { kind: 'document', document: documentOf({ ...origin, charset }, blocks) };
}

/** Raw blocks of a text or Markdown file. */
export function fileBlocks(
  file: string,
  bytes: Uint8Array,
): { readonly blocks: readonly RawBlock[]; readonly charset: NonNullable<Origin['charset']> } {
  const { text, charset } = decodeFile(bytes, file);
  const blocks = /\.(?:md|markdown|mkd)$/iu.test(file) ? markdownBlocks(text) : textBlocks(text);
  return { blocks, charset };
}

/** By name, or for other names by how the bytes begin. */
export function isHtml(file: string, bytes: Uint8Array): boolean {
  if (/\.(?:x?html?|shtml|xhtm)$/iu.test(file)) return true;
  if (/\.[a-z]{2,4}$/iu.test(file)) return false;
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  return /^\s*(?:\xEF\xBB\xBF)?\s*<(?:!doctype html|html|head|body)\b/iu.test(start);
}
