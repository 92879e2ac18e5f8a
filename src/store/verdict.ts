import type { Pair, PairState } from '../model/index.js';

/** The part of a pair that a person can overrule. */
export interface Verdict {
  readonly zh: string;
  readonly en: string;
  readonly state: PairState;
  readonly reason?: string | undefined;
}

/** The pair with another verdict; scores, findings and provenance stay. */
export function withVerdict(pair: Pair, { zh, en, state, reason }: Verdict): Pair {
  return {
    id: pair.id,
    document: pair.document,
    position: pair.position,
    zh,
    en,
    ...(pair.original === undefined ? {} : { original: pair.original }),
    repairs: pair.repairs,
    shape: pair.shape,
    confidence: pair.confidence,
    score: pair.score,
    findings: pair.findings,
    state,
    ...(reason === undefined ? {} : { reason }),
    layout: pair.layout,
    blocks: pair.blocks,
  };
}
