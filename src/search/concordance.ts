import type { TracedPair } from '../model/index.js';
import type { Corpus, PairFilter } from '../store/index.js';
import { highlight, type Span } from './highlight.js';
import { isEmptyQuery, type Query } from './query.js';

/** A pair that answers a query, and where the words stand in it. */
export interface Hit extends TracedPair {
  readonly spans: { readonly zh: readonly Span[]; readonly en: readonly Span[] };
}

/**
 * Pairs that hold everything asked for, in the order they came into the corpus.
 *
 * Reads a screenful at a time: stop when there is enough. An empty query gives nothing.
 */
export function* concordance(corpus: Corpus, query: Query, filter: PairFilter = {}): Iterable<Hit> {
  if (isEmptyQuery(query)) return;
  for (const { pair, document } of corpus.search.find(query, filter)) {
    const spans = {
      zh: highlight(pair.zh, query.zh, 'zh'),
      en: highlight(pair.en, query.en, 'en'),
    };
    yield { pair, document, spans };
  }
}

/** Part of a text around a place, for one line: `left` ends and `right` starts at the match. */
export interface Keyword {
  readonly left: string;
  readonly match: string;
  readonly right: string;
}

/** Keyword in context: the text around a span, at most `width` characters on each side. */
export function inContext(text: string, { start, end }: Span, width: number): Keyword {
  const before = Array.from(text.slice(0, start));
  const after = Array.from(text.slice(end));
  return {
    left: (before.length > width ? '…' : '') + before.slice(-width).join(''),
    match: text.slice(start, end),
    right: after.slice(0, width).join('') + (after.length > width ? '…' : ''),
  };
}
