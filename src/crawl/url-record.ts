import type { CanonicalUrl } from './canonical.js';
import { numberOf, type Row, rowOf, textOf } from './row.js';

/** How a URL came to be known. */
type UrlKind = 'seed' | 'link' | 'paging' | 'sitemap' | 'feed' | 'redirect';

/** A URL and all that is known of it. */
export interface UrlRecord {
  readonly id: number;
  readonly key: string;
  readonly url: string;
  /** As first written, without credentials. */
  readonly asked: string;
  /** First URL of the redirects that led here. */
  readonly root: string;
  readonly host: string;
  readonly depth: number;
  readonly rank: number;
  readonly kind: string;
  readonly state: string;
  /** Kebab-case code of a refusal or failure, or of what was noticed of a page. */
  readonly reason: string;
  /** The same for a person: the robots line, the page it duplicates. */
  readonly note: string;
  readonly via: number;
  readonly hops: number;
  readonly alternative: string;
  readonly tries: number;
  readonly status: number;
  readonly fetchedAt: string;
  readonly sha256: string;
  /** SHA-256 of the body as it came over the wire; differs from `sha256` when compressed. */
  readonly payload: string;
  readonly etag: string;
  readonly lastModified: string;
  readonly contentType: string;
  /** Place of the response record in the archive; empty without one. */
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

/** A URL to be added. */
export interface NewUrl {
  readonly canonical: CanonicalUrl;
  readonly asked: string;
  readonly root?: string;
  readonly depth: number;
  readonly kind: UrlKind;
  readonly state: 'queued' | 'refused';
  readonly reason?: string;
  readonly via: number;
  readonly hops?: number;
  readonly alternative?: string;
}

/** Fields a settled URL may change. */
export type Settled = Partial<
  Omit<UrlRecord, 'id' | 'key' | 'asked' | 'host' | 'via'> & { readonly delivered: number }
>;

/** Reads a row of `page`. */
export function recordOf(value: unknown): UrlRecord | undefined {
  const row = rowOf(value);
  return row === undefined ? undefined : recordFrom(row);
}

function recordFrom(row: Row): UrlRecord {
  const text = (column: string): string => textOf(row, column);
  const number = (column: string): number => numberOf(row, column);
  return {
    id: number('id'),
    key: text('key'),
    url: text('url'),
    asked: text('asked'),
    root: text('root'),
    host: text('host'),
    depth: number('depth'),
    rank: number('rank'),
    kind: text('kind'),
    state: text('state'),
    reason: text('reason'),
    note: text('note'),
    via: number('via'),
    hops: number('hops'),
    alternative: text('alternative'),
    tries: number('tries'),
    status: number('status'),
    fetchedAt: text('fetched_at'),
    sha256: text('sha256'),
    payload: text('payload'),
    etag: text('etag'),
    lastModified: text('last_modified'),
    contentType: text('content_type'),
    file: text('file'),
    offset: number('offset'),
    length: number('length'),
  };
}
