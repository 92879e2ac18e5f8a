import { extractPage } from '../extract/index.js';
import type { Run } from '../kit/index.js';
import type { Document, Page } from '../model/index.js';
import { readBytes, readPaths } from '../read/index.js';

/** What a server calls files that are no pages. */
const FILE_TYPES = /^application\/(?:pdf|epub\+zip|vnd\.openxmlformats-officedocument)/iu;

/** Whether a page may be something other than HTML. */
export function isFile({ origin, contentType }: Page): boolean {
  return origin.kind === 'path' || FILE_TYPES.test(contentType ?? '');
}

/**
 * What a page holds. Local files are told apart by their names and bytes; what comes from the
 * web is HTML unless the server says that it is a PDF, Word or EPUB file.
 *
 * @param repeated - lines that stand on most pages of the site
 * @throws DuizhaoError those of `read` and `extract`
 */
export async function understand(page: Page, repeated: readonly string[] = []): Promise<Document> {
  const lines = new Set(repeated);
  const isRepeated = (text: string): boolean => lines.has(text);
  if (!isFile(page)) return extractPage(page, { isRepeated });
  const item = await readBytes(page.origin, page.bytes);
  return item.kind === 'document' ? item.document : extractPage(item.page, { isRepeated });
}

/** The documents of files and folders, without a corpus. */
export async function* documentsIn(paths: readonly string[], run: Run): AsyncIterable<Document> {
  for await (const item of readPaths(paths, run)) {
    yield item.kind === 'document' ? item.document : await understand(item.page);
  }
}
