import { partOf } from '../clean/index.js';
import { DuizhaoError } from '../kit/index.js';
import type { Document, DocumentHead, Page, Pair } from '../model/index.js';
import {
  DAMAGED,
  prepare,
  unpackDocument,
  type PlacedResults,
  type Prepared,
} from '../store/index.js';
import type { Engine } from './engine.js';

/** One source to work on, as it lies in the corpus, or what an earlier build made of it. */
export type WorkItem =
  /** `repeated`: lines that stand on most pages of its site. */
  | { readonly kind: 'page'; readonly page: Page; readonly repeated?: readonly string[] }
  | { readonly kind: 'document'; readonly document: Document }
  /** A document as its source is packed. */
  | { readonly kind: 'packed'; readonly packed: Uint8Array }
  /** Only to be cleaned again. */
  | { readonly kind: 'pairs'; readonly document: Document; readonly pairs: readonly Pair[] };

/** What became of it. */
export type WorkResult = MadeResult | FailedResult;

/** A foreseen failure. */
interface FailedResult {
  readonly kind: 'failed';
  readonly code: string;
  readonly message: string;
}

/** A document and its pairs: none if all is in one language; it may be half of a pair of pages. */
export interface MadeResult {
  readonly kind: 'made';
  readonly document: DocumentHead;
  readonly pairs: readonly Pair[];
  readonly prepared: Prepared;
}

/**
 * Understands, splits, aligns and cleans one source.
 *
 * A foreseen failure is a result, so that one bad page does not stop a thousand good ones;
 * a bug is thrown.
 */
export async function workOn(item: WorkItem, engine: Engine): Promise<WorkResult> {
  try {
    const document = await documentOf(item);
    if (document.layout === 'one-language') return madeOf(document, []);
    const pairs =
      item.kind === 'pairs' ? engine.cleanAgain(document, item.pairs) : engine.process(document);
    return madeOf(document, pairs);
  } catch (error) {
    if (!(error instanceof DuizhaoError)) throw error;
    return { kind: 'failed', code: error.failure.code, message: error.message };
  }
}

/**
 * Ends a build whose corpus does not hold what was put in: nothing may come in place of it.
 *
 * @throws DuizhaoError `store.corrupt`
 */
export function refuseDamage({ code, message }: FailedResult, key: string): void {
  if (code !== DAMAGED) return;
  throw new DuizhaoError({
    ...{ code, exit: 'badInput', message: `${key}: ${message}` },
    hint: 'run "duizhao verify", then put back a copy made by "duizhao backup"',
  });
}

async function documentOf(item: WorkItem): Promise<Document> {
  if (item.kind === 'page') return understood(item);
  return item.kind === 'packed' ? unpackDocument(item.packed) : item.document;
}

/** Loads what reads pages with the first one: a thread may get none. */
async function understood({ page, repeated }: Extract<WorkItem, { kind: 'page' }>) {
  const { understand } = await import('./understand.js');
  return understand(page, repeated);
}

/** Results of an earlier build, right by themselves, to be compared with the corpus again. */
export interface OldResult {
  readonly kind: 'old';
  readonly placed: PlacedResults;
}

/** Results of a document, prepared to be saved. */
export function madeOf(document: Document, pairs: readonly Pair[]): MadeResult {
  const prepared = prepare(document, pairs, (pair) => partOf(pair) !== 'none');
  const { blocks: _blocks, sections: _sections, ...head } = document;
  return { kind: 'made', document: head, pairs, prepared };
}
