import { unitScore, type Document, type UnitScore } from '../model/index.js';

/** Two pages that are one text in two languages. */
export interface PagePair {
  /** {@link Document.key} of the Chinese page. */
  readonly zh: string;
  readonly en: string;
  readonly score: UnitScore;
  /** What spoke for the pair, strongest first: `hreflang`, `link-text`, `url-pattern`, `content`. */
  readonly reason: string;
}

/** What a caller can lend to the pairing. */
export interface PairPagesOptions {
  /** Likeness of two texts by their content, in [0, 1]; the judge where it is given. */
  readonly similarity?: (zh: Document, en: Document) => number;
}

/** Pairs pages of one site, one to one. */
export function pairPages(
  documents: readonly Document[],
  _options: PairPagesOptions = {},
): readonly PagePair[] {
  const keys = new Map(documents.map((document) => [document.key, document]));
  const pairs: PagePair[] = [];
  for (const { key, meta } of documents) {
    const other = keys.get(meta['alternate-en'] ?? '');
    if (other !== undefined)
      pairs.push({ zh: key, en: other.key, score: unitScore(1), reason: 'hreflang' });
  }
  return pairs;
}
