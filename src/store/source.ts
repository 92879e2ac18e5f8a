import type { Origin, PageHints } from '../model/index.js';

/** One thing the corpus is made from: a page's bytes, or a document a reader handed over. */
export interface Source {
  /** Location of the page, or key of the document. */
  readonly key: string;
  readonly kind: 'page' | 'document';
  /** Host of the page on the web; absent for files. */
  readonly host?: string;
  /** Place in the corpus: ascending in order of adding, with gaps, never given twice. */
  readonly order: number;
  /** SHA-256 of the bytes, or of the document as JSON. */
  readonly sha256: string;
  /** Size of its content. */
  readonly bytes: number;
  readonly origins: readonly [Origin, ...Origin[]];
  readonly contentType?: string;
  /**
   * Signature of the results it has; absent while it waits for its first build. `?` at its end:
   * the results are right by themselves, but what comes before them in the corpus has changed.
   */
  readonly signature?: string;
  /** Whether the results were made from the bytes it has now. */
  readonly isCurrent: boolean;
  /** What the last build made of it. */
  readonly outcome?: 'document' | 'duplicate' | 'nothing';
  /** UTC, ISO 8601. */
  readonly addedAt: string;
  /** When its bytes last became different, UTC, ISO 8601. */
  readonly changedAt: string;
}

/** The part of a {@link Source} kept as JSON. */
export interface SourceFacts {
  readonly origins: readonly [Origin, ...Origin[]];
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** They decide what is extracted: other hints make the source pending, like other bytes. */
  readonly hints?: PageHints;
}

/** What adding did. */
export interface SourceChange {
  readonly key: string;
  readonly change: 'new' | 'changed' | 'unchanged';
}
