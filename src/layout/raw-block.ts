import type { Block, BlockKind, Document, Lang, Section, SetAside } from '../model/index.js';
import type { LanguageMark } from './language-marks.js';

/** A piece of visible text as a page or file shows it, before anything is known of its language. */
export interface RawBlock {
  readonly text: string;
  readonly kind: BlockKind;
  /** Language the markup declares; believed only where the script does not contradict it. */
  readonly lang?: Lang;
  /** Table the block stands in, numbered through the page. */
  readonly table?: number;
  /** Row of that table, numbered through the page. */
  readonly row?: number;
  /** Column in that row, from 0, spans counted. */
  readonly column?: number;
  /** Already one sentence: must not be split further. */
  readonly whole?: boolean;
  /** Known not to belong to the text, and why: passed on to {@link SetAside}. */
  readonly aside?: string;
  /** What the markup around it says of its language. */
  readonly mark?: LanguageMark;
  /** A term or an explanation of a definition list. */
  readonly isEntry?: boolean;
  /**
   * How a caption was told from a paragraph, when not by the markup: by what it says, or by standing
   * centred below a picture, as a heading may.
   */
  readonly captionBy?: 'words' | 'place';
  /** Stands right after a picture, so a short line is probably its caption. */
  readonly afterImage?: boolean;
}

/** What is known of a document from outside its blocks. */
export interface ArrangeHints {
  /** Title from meta tags or the file, used when no block is the title. */
  readonly title?: string;
  /** `YYYY-MM-DD` from meta tags; a visible date line is used otherwise. */
  readonly date?: string;
  /**
   * The text in the other language is elsewhere, and what explains the pictures is translated
   * there: captions of a text in one language stay.
   */
  readonly hasMate?: boolean;
}

/** A document without its identity: the blocks that count, how they belong together, the rest. */
export interface Arranged {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly setAside: readonly SetAside[];
  readonly layout: Document['layout'];
  readonly layoutConfidence: Document['layoutConfidence'];
  readonly title: Document['title'];
  readonly date?: string;
}
