import type { DocumentFacts, Pair, SetAside } from '../model/index.js';
import type { Statistics } from '../search/index.js';

/** One document as the report shows it. */
export interface ReportDocument {
  readonly facts: DocumentFacts;
  readonly pairs: readonly Pair[];
  readonly setAside: readonly SetAside[];
  /** Pairs of the document that are not listed, because it is very long. */
  readonly left?: number;
}

/** Something that went wrong with one source. */
export interface ReportTrouble {
  readonly id: string;
  readonly reason: string;
  readonly message?: string;
}

/** A named number. */
export interface Tally {
  readonly name: string;
  readonly count: number;
}

/** Everything the page shows; counts cover the whole corpus, documents may be a part of it. */
export interface ReportData {
  readonly title: string;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  readonly version: string;
  /** What the pictures and the numbers at the top are made of. */
  readonly statistics: Statistics;
  readonly troubles: readonly ReportTrouble[];
  /** Whether all pictures are in sight when the page opens, not only the three at the top. */
  readonly arePicturesOpen?: boolean;
  readonly documentCount: number;
  /** Read one by one, so that a large corpus does not have to fit in memory. */
  readonly documents: Iterable<ReportDocument>;
}
