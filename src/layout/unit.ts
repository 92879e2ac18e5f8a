import type { Block, Lang } from '../model/index.js';
import type { LanguageMark } from './language-marks.js';
import type { RawBlock } from './raw-block.js';

/** A block on its way into a document, with its sizes and its place on the page. */
export interface Unit {
  readonly block: Block;
  readonly lang: Lang;
  /** Letters, a Chinese character counted as `lettersPerHan`. */
  readonly letters: number;
  readonly table: number | undefined;
  readonly row: number | undefined;
  readonly column: number | undefined;
  /** Number of the raw block, equal for the parts of one that was split inline. */
  readonly from: number;
  /** Whether the raw block held both languages. */
  readonly isInline: boolean;
  readonly afterImage: boolean;
  readonly captionBy: RawBlock['captionBy'];
  /** What the markup says of its language. */
  readonly mark: LanguageMark | undefined;
  /** Whether it is a term or an explanation of a definition list. */
  readonly isEntry: boolean;
  /** Digits of each number in the text, for matching. */
  readonly numbers: readonly string[];
}

/** Units that belong together, not yet numbered; one list may be empty. */
export interface Group {
  readonly zh: readonly Unit[];
  readonly en: readonly Unit[];
  readonly hold: 'layout' | 'open';
  readonly how:
    | 'title'
    | 'inline'
    | 'side-by-side'
    | 'interleaved'
    | 'sequential'
    | 'marked'
    | 'definition-list'
    | 'alone';
}

/** Parts units by language into a group. */
export function groupOf(units: readonly Unit[], how: Group['how'], hold: Group['hold']): Group {
  return {
    zh: units.filter(({ lang }) => lang === 'zh'),
    en: units.filter(({ lang }) => lang === 'en'),
    hold,
    how,
  };
}
