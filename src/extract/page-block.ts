import type { LanguageMark } from '../layout/index.js';
import type { BlockKind, Lang } from '../model/index.js';

/** A line or paragraph of a page as the tree shows it, with the numbers its verdict rests on. */
export interface PageBlock {
  readonly text: string;
  readonly kind: BlockKind;
  /** Element that holds it: the nearest one that begins a line. */
  readonly owner: number;
  /** Letters, a Chinese character counted as 3.3. */
  readonly letters: number;
  /** The same inside links. */
  readonly linkLetters: number;
  /** 1–6 for headings, 0 otherwise. */
  readonly level: number;
  readonly lang?: Lang;
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
  readonly afterImage: boolean;
  /** How a caption was told, when not by the markup. */
  readonly captionBy?: 'words' | 'place';
  /** What the nearest element named after a language says. */
  readonly mark?: LanguageMark;
  /** A term or an explanation of a definition list. */
  readonly isEntry: boolean;
  /** Declared to be in a third language. */
  readonly isForeign: boolean;
  /** Preformatted and not prose. */
  readonly isCode: boolean;
}
