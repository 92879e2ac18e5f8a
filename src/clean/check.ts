import type { CleanLimits } from './defaults.js';
import type { PairFacts } from './facts/pair-facts.js';

/** What a check may look at. Both texts are repaired and may be empty on one side only. */
export interface Candidate {
  readonly zh: string;
  readonly en: string;
  /** Probability from the aligner; absent for pairs that came without one. */
  readonly confidence?: number;
  /** Everything measured of the two texts; empty sides are measured as empty. */
  readonly facts: PairFacts;
}

/** What a check says of a pair it objects to. */
export interface Objection {
  /** Short and concrete: `zh 3000, en 300`. */
  readonly detail: string;
  /** Whether it alone refuses the pair; otherwise it is on record and the score decides. */
  readonly rejects: boolean;
}

/** A named test of one pair. */
export interface Check {
  /** Kebab-case, stable: stands in exports and in `duizhao.yaml`. */
  readonly name: string;
  /** One line for people. */
  readonly summary: string;
  /** Runs only when it is asked for by name. */
  readonly isOptional?: boolean;
  examine(pair: Candidate, limits: CleanLimits): Objection | undefined;
}
