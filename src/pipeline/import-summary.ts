import type { FileChoice, ReadOptions } from '../exchange/index.js';
import type { PairId } from '../model/index.js';

/** What an import is told. */
export interface ImportOptions
  extends
    FileChoice,
    Pick<ReadOptions, 'variants' | 'inlineTags' | 'zhCode' | 'enCode' | 'zhColumn' | 'enColumn'> {
  /** Whose work the file is: their edits stay apart from other people's. */
  readonly who: string;
  /** Whether decisions of other people give way. */
  readonly overrules?: boolean;
}

/** A pair that somebody else had decided otherwise. */
export interface ImportConflict {
  readonly id: PairId;
  /** What stands, and who decided so. */
  readonly stands: Verdict & { readonly who: string };
  /** What the file says. */
  readonly file: Verdict;
}

/** Texts, and what was decided on them. */
export interface Verdict {
  readonly zh: string;
  readonly en: string;
  readonly state?: string;
}

/** What became of the pairs of a file; together they are all of them. */
export interface ImportSummary {
  /** The corpus has them so. */
  readonly same: number;
  /** The corpus had them otherwise: the file's text or state stands now. */
  readonly changed: number;
  /**
   * Somebody else had decided otherwise, and that stands. Another text is not lost: it comes in as
   * a pair of its own, whose origin is the file.
   */
  readonly kept: number;
  /** The first of those kept. Each is in the history of its pair, too. */
  readonly conflicts: readonly ImportConflict[];
  /** The corpus did not have them: a build takes them in. */
  readonly new: number;
  /** Those of them with a state: it can be taken over once a build has made the pairs. */
  readonly undecided: number;
  /** Units of the file that are no pair. */
  readonly skipped: number;
  /** Units with several texts in a language, of which the first was taken. */
  readonly several: number;
  /** Line of the first of them. */
  readonly severalFrom?: number;
  /** Columns or fields of the file that no pair is made of, at most a thousand. */
  readonly unused: readonly string[];
  /** What the file is in, if it does not say so and is not UTF-8: `gb18030`. */
  readonly charset?: string;
}

/** A summary that grows. */
export interface ImportCounts {
  same: number;
  changed: number;
  kept: number;
  readonly conflicts: ImportConflict[];
  new: number;
  undecided: number;
  skipped: number;
  several: number;
  severalFrom?: number;
  readonly unused: string[];
  charset?: string;
}
