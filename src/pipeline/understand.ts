import { extractPage } from '../extract/index.js';
import type { Run } from '../kit/index.js';
import type { Document, Page } from '../model/index.js';
import { readBytes, readPaths } from '../read/index.js';

/**
 * What a page holds. Local files are told apart by their names and bytes; what comes from the
 * web is HTML.
 *
 * @throws DuizhaoError those of `read` and `extract`
 */
export function understand(page: Page): Document {
  if (page.origin.kind === 'url') return extractPage(page);
  const item = readBytes(page.origin, page.bytes);
  return item.kind === 'document' ? item.document : extractPage(item.page);
}

/** The documents of files and folders, without a corpus. */
export async function* documentsIn(paths: readonly string[], run: Run): AsyncIterable<Document> {
  for await (const item of readPaths(paths, run)) {
    yield item.kind === 'document' ? item.document : understand(item.page);
  }
}
