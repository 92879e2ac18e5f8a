import type { Band } from './band.js';
import { beadScores } from './bead-scores.js';
import { posteriorOf, type GapScores, type Posterior } from './lattice.js';
import { lexicalField, type LexicalField } from './lexical.js';
import type { SetModel, TablePair } from './model.js';
import type { Parameters } from './parameters.js';
import { likelyBeads, refinedScores } from './refine.js';

/** All beads of a band, weighed by all evidence. */
export interface Weighed {
  /** Float32 [positions][SHAPE_COUNT], in nats; −∞ for beads that bags of words rule out. */
  readonly scores: Float32Array;
  readonly gap: GapScores;
  readonly posterior: Posterior;
  /** What bags of words say. */
  readonly field: LexicalField;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * Weighs the beads of a band: first all of them by bags of words, lengths and marks, then the
 * likely ones also by the order of their words.
 *
 * @param also - places in [positions][SHAPE_COUNT] of beads that are never ruled out
 */
export function weigh(
  pair: TablePair,
  band: Band,
  model: SetModel,
  parameters: Parameters,
  also = NONE,
): Weighed {
  const field = lexicalField(pair.zh, pair.en, model, band);
  const coarse = beadScores({ ...pair, lengths: model.lengths }, field, band, parameters);
  const { gapOpen, gapExtend, refinement } = parameters;
  const first = posteriorOf(band, coarse, { open: gapOpen, extend: gapExtend });
  const beads = likelyBeads(band, first, also);
  const scores = refinedScores(pair, model, beads, coarse, refinement);
  const gap = { open: gapOpen + refinement.gapOpen, extend: gapExtend + refinement.gapExtend };
  return { scores, gap, posterior: posteriorOf(band, scores, gap), field };
}
