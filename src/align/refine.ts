import { bandOffsets, type Band } from './band.js';
import { eachSpan } from './bead-span.js';
import type { LexicalModel } from './lexical.js';
import type { Posterior } from './lattice.js';
import type { TablePair } from './model.js';
import { SHAPE_COUNT } from './shapes.js';
import { WordOrder, type WordEvidence } from './word-order.js';

/** Beads less probable than this by bags of words are not looked at again. */
const LIKELY = 1e-4;

/** Weights of what is only asked of likely beads; added to their score by bags of words. */
export interface Refinement {
  /** Added to the factors on F(zh→en) and F(en→zh). */
  readonly zhToEn: number;
  readonly enToZh: number;
  /** Factors on the evidence of words in order, and on that of the worst sentence of a run. */
  readonly orderedZhToEn: number;
  readonly orderedEnToZh: number;
  readonly worstZh: number;
  readonly worstEn: number;
  /** Nats for each Chinese and English sentence after the first. */
  readonly furtherZh: number;
  readonly furtherEn: number;
  /** Nats for a bead with several sentences on both sides. */
  readonly manyToMany: number;
  /** Nats added to `gapOpen` and `gapExtend`. */
  readonly gapOpen: number;
  readonly gapExtend: number;
}

/** Weights that leave everything to bags of words. */
export const NO_REFINEMENT: Refinement = Object.freeze({
  zhToEn: 0,
  enToZh: 0,
  orderedZhToEn: 0,
  orderedEnToZh: 0,
  worstZh: 0,
  worstEn: 0,
  furtherZh: 0,
  furtherEn: 0,
  manyToMany: 0,
  gapOpen: 0,
  gapExtend: 0,
});

/** One bead that bags of words hold likely. */
export interface LikelyBead {
  readonly i: number;
  readonly j: number;
  readonly a: number;
  readonly b: number;
  /** Its place in [positions][SHAPE_COUNT]. */
  readonly place: number;
}

/**
 * All beads at least as probable as {@link LIKELY}, and some others.
 *
 * @param also - places in [positions][SHAPE_COUNT] of beads to look at in any case
 */
export function likelyBeads(
  band: Band,
  { bead }: Posterior,
  also: ReadonlySet<number>,
): LikelyBead[] {
  const found: LikelyBead[] = [];
  eachSpan(band, bandOffsets(band), ({ i, a, b, from, to, at }) => {
    for (let j = from, place = at; j <= to; j++, place += SHAPE_COUNT) {
      if ((bead[place] as number) >= LIKELY || also.has(place)) found.push({ i, j, a, b, place });
    }
  });
  return found;
}

/** Word evidence for some beads of a text, ready to be asked. */
export function wordOrderOf(
  { zh, en }: TablePair,
  model: LexicalModel,
  beads: readonly LikelyBead[],
): WordOrder {
  const from = new Int32Array(zh.size).fill(en.size);
  const to = new Int32Array(zh.size);
  for (const { i, j, a, b } of beads) {
    for (let x = i - a; x < i; x++) {
      from[x] = Math.min(from[x] as number, j - b);
      to[x] = Math.max(to[x] as number, j);
    }
  }
  return new WordOrder(zh, en, model, { from, to });
}

/**
 * Scores of likely beads by all evidence, in nats; −∞ for all others.
 *
 * Coarse to fine (Charniak et al. 2006, NAACL): what bags of words make improbable is not worth
 * a look at the order of its words.
 *
 * @param scores - by bags of words, see `beadScores`
 */
export function refinedScores(
  pair: TablePair,
  model: LexicalModel,
  beads: readonly LikelyBead[],
  scores: Float32Array,
  weights: Refinement,
): Float32Array {
  const order = wordOrderOf(pair, model, beads);
  const refined = new Float32Array(scores.length).fill(-Infinity);
  for (const { i, j, a, b, place } of beads) {
    const words = order.measure(i, j, a, b);
    refined[place] =
      (scores[place] as number) + orderNats(words, weights) + furtherNats(a, b, weights);
  }
  return refined;
}

/** What the order of words adds to the score of a bead, in nats. */
export function orderNats(words: WordEvidence, weights: Refinement): number {
  return (
    weights.zhToEn * words.zhToEn +
    weights.enToZh * words.enToZh +
    weights.orderedZhToEn * words.orderedZhToEn +
    weights.orderedEnToZh * words.orderedEnToZh +
    weights.worstZh * words.worstZh +
    weights.worstEn * words.worstEn
  );
}

/** What the shape of a bead adds beside its `shape` weight, in nats. */
export function furtherNats(a: number, b: number, weights: Refinement): number {
  return (
    weights.furtherZh * (a - 1) +
    weights.furtherEn * (b - 1) +
    (a > 1 && b > 1 ? weights.manyToMany : 0)
  );
}
