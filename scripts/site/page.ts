import type { Furniture } from './html.js';

/** A finished page and the furniture texts its gold sets aside. */
export interface BuiltPage {
  readonly path: string;
  readonly html: string;
  readonly asides: Furniture['asides'];
}

/** One of the pages of an article: where it stands and under which column. */
export interface Place {
  readonly path: string;
  readonly column: string;
}
