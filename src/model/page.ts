/** Where bytes came from and how they were got: the root of every pair's provenance. */
export interface Origin {
  readonly kind: 'url' | 'path';
  /** The URL (without credentials) or the path as a person named it. */
  readonly location: string;
  /** Where redirects ended, when that differs from `location`. */
  readonly finalUrl?: string;
  /** UTC, ISO 8601 (`2024-03-18T02:00:00Z`): fetch time of a URL, modification time of a file. */
  readonly fetchedAt?: string;
  readonly status?: number;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  /** How the bytes were decoded, filled in by the room that decoded them. */
  readonly charset?: Charset;
  /** Name of the site, as its meta tags or its recipe give it. */
  readonly site?: string;
  /** What the recipe or the configuration says about rights. */
  readonly licence?: string;
}

/** A decoding and the reason it was chosen. */
export interface Charset {
  /** WHATWG label, lower case: `utf-8`, `gb18030`, `big5` … */
  readonly name: string;
  readonly decidedBy: 'bom' | 'http-header' | 'meta' | 'valid-utf-8' | 'content' | 'given';
  /** A declaration that was found wrong, with the label it gave. */
  readonly overruled?: string;
}

/** Where a page keeps its parts, as CSS selectors: what a site recipe knows of the site. */
export interface PageHints {
  /** Elements that hold the article, in all its languages. */
  readonly content?: string;
  readonly title?: string;
  /** Element that shows the date of publication, or a `<meta>` that holds it. */
  readonly date?: string;
  /** Elements that are no text, wherever they stand. */
  readonly remove?: readonly string[];
}

/** Bytes fetched or read, not yet understood. */
export interface Page {
  readonly origin: Origin;
  readonly bytes: Uint8Array;
  /** `Content-Type` as the server sent it, or guessed from the file name. */
  readonly contentType?: string;
  /** Response headers with lower-case names; empty for files. */
  readonly headers?: Readonly<Record<string, string>>;
  /** From the recipe of the site; they go before what the general method finds. */
  readonly hints?: PageHints;
}
