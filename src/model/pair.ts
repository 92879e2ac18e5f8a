import type { DocumentFacts, Layout } from './document.js';
import type { DocumentId, PairId, UnitScore } from './ids.js';

/** `new`: passed every check; `rejected`: a check refused it; the others are people's doing. */
export type PairState = 'new' | 'accepted' | 'edited' | 'rejected';

/** What one check found in a pair. */
export interface Finding {
  /** Name of the check, kebab-case: `number-mismatch`. */
  readonly check: string;
  /** What it saw, short and concrete: `zh 3000, en 300`. */
  readonly detail: string;
  /** Whether this finding alone rejects the pair. */
  readonly rejects: boolean;
}

/** A bead with text, scores, checks and state: a translation unit in TMX. */
export interface Pair {
  readonly id: PairId;
  readonly document: DocumentId;
  /** Place in the document, from 1, one-sided pairs counted. */
  readonly position: number;
  /** Empty in an English-only pair. */
  readonly zh: string;
  /** Empty in a Chinese-only pair. */
  readonly en: string;
  /** The texts before repair, where repair changed them. */
  readonly original?: { readonly zh: string; readonly en: string };
  /** Names of the repairs that changed the text. */
  readonly repairs: readonly string[];
  /** `1-2`: one Chinese, two English sentences; `1-0`: no English. */
  readonly shape: string;
  /** Probability that the bead is exactly right, from the aligner. */
  readonly confidence: UnitScore;
  /** Probability that the pair is a good translation unit, from all evidence. */
  readonly score: UnitScore;
  readonly findings: readonly Finding[];
  readonly state: PairState;
  /** Why the pair is rejected: the name of the check that decided. */
  readonly reason?: string;
  /** Layout of the part of the page it comes from. */
  readonly layout: Layout;
  /** Blocks it was taken from, counted from 1 in reading order, both sides. */
  readonly blocks: { readonly zh: readonly number[]; readonly en: readonly number[] };
}

/** A pair with the facts of its document: what exports and searches see. */
export interface TracedPair {
  readonly pair: Pair;
  readonly document: DocumentFacts;
}
