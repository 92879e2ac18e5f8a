import type { DocumentId, Lang, UnitScore } from './ids.js';
import type { Origin } from './page.js';

/** What part a block plays on its page. */
export type BlockKind =
  | 'title'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'cell'
  | 'caption'
  | 'quote'
  | 'verse'
  | 'subtitle';

/** One paragraph, heading, caption or cell, in one language. */
export interface Block {
  readonly lang: Lang;
  readonly kind: BlockKind;
  /** As the page has it, white space collapsed, nothing else changed. */
  readonly text: string;
  /** Already one sentence: {@link Block.text} must not be split further. */
  readonly whole?: boolean;
}

/** Text that is on the page but not in the corpus, and why. */
export interface SetAside {
  readonly text: string;
  /** Kebab-case and stable: `footer`, `navigation`, `caption`, `date-line` … */
  readonly reason: string;
}

/**
 * How the two languages sit in a document: `marked` where the markup names the language of each
 * block (`langs_cn`, `lang="en"`), `inline` where one line or paragraph holds both.
 */
export type Layout =
  | 'interleaved'
  | 'side-by-side'
  | 'marked'
  | 'definition-list'
  | 'sequential'
  | 'inline'
  | 'paired-pages'
  | 'paired-files'
  | 'one-language';

/**
 * Blocks that belong together because of the layout: alignment stays inside a section.
 *
 * Indexes point into {@link Document.blocks}, ascending. Each block is in exactly one
 * section; the sections in order read each side from top to bottom. One side may be empty.
 */
export interface Section {
  readonly zh: readonly number[];
  readonly en: readonly number[];
  /**
   * `locked`: a person said so, never released. `layout`: the page's own pairing, released
   * when it is plainly shifted. `open`: nothing is known but the order.
   */
  readonly hold: 'locked' | 'layout' | 'open';
}

/** What is known of a document apart from its text; goes with every pair into the exports. */
export interface DocumentFacts {
  readonly id: DocumentId;
  /** Identity over versions: its URL or path, or both joined by a space for a pair of them. */
  readonly key: string;
  /** One origin, or two for paired pages and files: Chinese first. */
  readonly origins: readonly [Origin, ...Origin[]];
  readonly title: { readonly zh?: string; readonly en?: string };
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** Source, column, site, ICP line and whatever else the page says of itself. */
  readonly meta: Readonly<Record<string, string>>;
  readonly layout: Layout;
  readonly layoutConfidence: UnitScore;
}

/** A document without the text that went into pairs. */
export type DocumentHead = Omit<Document, 'blocks' | 'sections'>;

/** What a reader would call one text, in two languages. */
export interface Document extends DocumentFacts {
  /** In reading order. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly setAside: readonly SetAside[];
}
