import type { Profile } from '../format.js';

/** Who a file is checked for: a CAT tool, a spreadsheet, a corpus tool, a trainer of translation. */
export type CheckTarget = Profile | 'excel' | 'sketch-engine' | 'custom-translator';

/** One thing wrong with a file. */
export interface Problem {
  /** Kebab-case and stable: `header-attribute-missing`. */
  readonly rule: string;
  /** `error`: the tool refuses the file or the unit; `warning`: it takes it, but not as meant. */
  readonly severity: 'error' | 'warning';
  /** From 1; rows count the header. Absent when it concerns the whole file. */
  readonly line?: number;
  readonly column?: number;
  /** One sentence, with the offending value in quotes. */
  readonly message: string;
  /** What `--fix` does about it; absent when nothing can be done. */
  readonly fix?: string;
}

/** Receives problems as they are found, in the order of the file. */
export type OnProblem = (problem: Problem) => void;
