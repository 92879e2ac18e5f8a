import { DuizhaoError } from '../kit/index.js';
import type { Document, Page, Pair } from '../model/index.js';
import type { Engine } from './engine.js';
import { understand } from './understand.js';

/** One source to work on, as it lies in the corpus. */
export type WorkItem =
  | { readonly kind: 'page'; readonly page: Page }
  | { readonly kind: 'document'; readonly document: Document };

/** What became of it. */
export type WorkResult =
  | { readonly kind: 'paired'; readonly document: Document; readonly pairs: readonly Pair[] }
  /** All its text is in one language; it may be half of a pair of pages. */
  | { readonly kind: 'one-language'; readonly document: Document }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

/**
 * Understands, splits, aligns and cleans one source.
 *
 * A foreseen failure is a result, so that one bad page does not stop a thousand good ones;
 * a bug is thrown.
 */
export async function workOn(item: WorkItem, engine: Engine): Promise<WorkResult> {
  try {
    const document = item.kind === 'document' ? item.document : await understand(item.page);
    return document.layout === 'one-language'
      ? { kind: 'one-language', document }
      : { kind: 'paired', document, pairs: engine.process(document) };
  } catch (error) {
    if (!(error instanceof DuizhaoError)) throw error;
    return { kind: 'failed', code: error.failure.code, message: error.message };
  }
}
