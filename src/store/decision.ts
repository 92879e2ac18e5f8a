import type { PairId, PairState } from '../model/index.js';

/** What a person can make of a pair. */
export type DecidedState = Exclude<PairState, 'new'>;

/** What the machine says of a pair, beside a person's decision. */
export interface MachineView {
  readonly zh: string;
  readonly en: string;
  readonly state: PairState;
  readonly reason?: string;
  readonly position: number;
}

/** A person's word on a pair; no rebuild overwrites it. */
export interface Decision {
  readonly pair: PairId;
  readonly documentKey: string;
  readonly state: DecidedState;
  /** The texts the person saw and approved, edited or refused. */
  readonly zh: string;
  readonly en: string;
  readonly note?: string;
  readonly who: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly machine: MachineView;
  readonly conflict?: Conflict;
}

/** The machine changed its mind about a text that a person had decided on. */
export interface Conflict {
  /**
   * `text-changed`: a rebuild gives other texts for this pair, the person's stand;
   * `orphaned`: a rebuild gives nothing like it, the decision is kept without a pair.
   */
  readonly kind: 'text-changed' | 'orphaned';
  /** UTC, ISO 8601. */
  readonly at: string;
  /** What the machine had said when the person decided. */
  readonly was: { readonly zh: string; readonly en: string };
  /** What it says now. */
  readonly became?: { readonly zh: string; readonly en: string };
}
