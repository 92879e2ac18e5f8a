import type { UnitScore } from '../model/index.js';
import type { CleanDefaults } from './defaults.js';

/** What a check may look at. Both texts are repaired and may be empty on one side only. */
export interface Candidate {
  readonly zh: string;
  readonly en: string;
  readonly confidence: UnitScore;
}

/** What a check says of a pair it objects to. */
export interface Objection {
  /** Short and concrete: `zh 3000, en 300`. */
  readonly detail: string;
  /** Whether it alone refuses the pair; otherwise it only lowers the score. */
  readonly rejects: boolean;
  /** Change of the score's log-odds, in nats, ≤ 0. */
  readonly nats: number;
}

/** A named test of one pair. */
export interface Check {
  /** Kebab-case, stable: stands in exports and in `duizhao.yaml`. */
  readonly name: string;
  /** One line for people. */
  readonly summary: string;
  examine(pair: Candidate, limits: CleanDefaults): Objection | undefined;
}
