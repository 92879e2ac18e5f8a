import type { LearnedLexicon } from '../lexicon/index.js';
import type { EvidenceName } from './evidence.js';
import type { Pin } from './pins.js';
import type { BeadExplanation } from './explain.js';
import type { Bead, Range } from '../model/index.js';

/** Sentences that the layout or a person says belong together; see `Section` of a document. */
export interface SectionRange {
  readonly zh: Range;
  readonly en: Range;
  readonly hold: 'locked' | 'layout' | 'open';
}

/** Two sides of one document, in sentences. */
export interface AlignInput {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  /** In order, covering both sides; without them the whole document is one open section. */
  readonly sections?: readonly SectionRange[];
  /** Sentences that somebody says belong to one bead; rising on both sides. */
  readonly anchors?: readonly Pin[];
  /** Positions of sentences that are headings or titles, ascending: headings answer headings. */
  readonly headings?: { readonly zh: readonly number[]; readonly en: readonly number[] };
}

/**
 * Finds which sentences translate which.
 *
 * Throws DuizhaoError where sections leave sentences out or anchors cannot be kept, see
 * `checkedInput`.
 */
export interface Aligner {
  /** Aligns one document with the shipped statistics and its own. */
  align(input: AlignInput): Bead[];
  /** Aligns a set of documents with statistics learned over all of them. */
  alignSet(inputs: readonly AlignInput[]): Bead[][];
  /** Aligns one document and says of every bead why it was chosen. */
  explain(input: AlignInput): BeadExplanation[];
  /** Changes whenever the same input might give other beads. */
  readonly signature: string;
}

/** How an aligner works; plain data, so that it can be sent to a worker. */
export interface AlignerOptions {
  /** Rounds of learning word translations from the set itself; 0 for none. */
  readonly rounds?: number;
  /** Word translations learned before, from `learnLexicon`. */
  readonly learned?: LearnedLexicon;
  /** Evidence not to use. */
  readonly without?: readonly EvidenceName[];
}
