import type { UnitScore } from './ids.js';

/** One sentence and where it stands: `text` is `block.text.slice(start, end)`. */
export interface Sentence {
  /** Index into `Document.blocks`. */
  readonly block: number;
  /** UTF-16 offset in the block's text, inclusive. */
  readonly start: number;
  /** UTF-16 offset in the block's text, exclusive. */
  readonly end: number;
  readonly text: string;
}

/** Positions `from … to − 1` of the sentences of one side of a document; empty when equal. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * One step of an alignment: which Chinese sentences answer to which English ones.
 *
 * Ranges are contiguous, a bead never crosses its neighbours, and together the beads of a
 * document cover each side exactly once. A bead with one empty side is unmatched text.
 */
export interface Bead {
  readonly zh: Range;
  readonly en: Range;
  /** Evidence for the bead, in nats above chance. */
  readonly score: number;
  /** Probability that the bead is exactly right. */
  readonly confidence: UnitScore;
}

/** Number of sentences in a range. */
export function rangeSize(range: Range): number {
  return range.to - range.from;
}

/** `2-1`, `1-0`, …: the notation of the alignment literature, Chinese first. */
export function beadShape(bead: Pick<Bead, 'zh' | 'en'>): string {
  return `${rangeSize(bead.zh)}-${rangeSize(bead.en)}`;
}
