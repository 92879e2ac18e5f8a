import type { EvidenceName } from './evidence.js';
import { DIALOGUE_MARKS } from './marks.js';
import type { Rates } from './rates.js';
import { NO_REFINEMENT, type Refinement } from './refine.js';
import { SHAPES } from './shapes.js';

/**
 * Weights of the log-linear alignment model: see `bead-scores.ts` for the sum they are part of.
 *
 * A path of beads has the probability exp(Σ score) / Z; all scores are in nats.
 */
export interface Parameters {
  /** Factor on F(zh→en), the nats by which Chinese words explain the English ones. */
  readonly zhToEn: number;
  /** Factor on F(en→zh). Both are far below 1: words of a sentence are not independent. */
  readonly enToZh: number;
  /** Factor on the length evidence of `length.ts`, which is in nats too. */
  readonly length: number;
  /** [MARKS], order of the bits in `marks.ts`: nats for a mark that both runs have. */
  readonly bothMarks: readonly number[];
  /** [MARKS]: nats for a mark that one run has and the other has not. */
  readonly oneMark: readonly number[];
  /** [SHAPE_COUNT], order of `SHAPES`: nats for each two-sided shape. */
  readonly shape: readonly number[];
  /** Nats for a one-sided bead after a two-sided one, or first. */
  readonly gapOpen: number;
  /** Nats for a one-sided bead after another. */
  readonly gapExtend: number;
  /** Weights of what is asked of likely beads only. */
  readonly refinement: Refinement;
}

/**
 * Shares of the shapes in hand-aligned novels, rounded; the other shapes share little. The
 * starting point of fitting, and the rates that the fitted weights stand for.
 */
const PRIORS: Readonly<Record<string, number>> = {
  '1-1': 0.65,
  '1-2': 0.14,
  '2-1': 0.08,
  '1-3': 0.03,
  '2-2': 0.02,
  '1-4': 0.01,
  '3-1': 0.01,
};

/**
 * The weights in use, one set for every kind of text.
 *
 * Fitted by `scripts/fit-aligner.ts` (maximum likelihood of the right paths, Gaussian priors)
 * on six hand-aligned chapters of novels, news sentence by sentence, both again with sentences
 * removed or put in on either side, and a little verse, law and manuals: see
 * `scripts/fit/recipe.ts`. Speeches had no hand-aligned sentences to fit on. What is learned
 * from a set depends on the weights in use; fitted again from here they move by less than 0.15
 * for words, length and most marks and by up to 1.5 for shapes and gaps, and strict F1 on the
 * novels by .005 either way.
 */
export const DEFAULT_PARAMETERS: Parameters = Object.freeze({
  zhToEn: 0.379,
  enToZh: 0.049,
  length: 0.709,
  bothMarks: [1.176, 0.758, -0.96, 3.795, 2.564, 0.068, 0, 0.535],
  oneMark: [-0.797, -0.167, -1.235, -0.015, -0.986, 0.619, 0.197, -0.585],
  shape: [
    -0.823, -2.912, -4.551, -6.241, -9.442, -7.574, -9.607, -2.889, -4.707, -8.332, -7.467, -10.059,
    -5.337, -8.352, -8.252, -9.078, -10.746, -9.235, -9.625, -10.409, -10.837, -13.634,
  ],
  gapOpen: -5.358,
  gapExtend: -4.242,
  refinement: Object.freeze({
    zhToEn: -0.307,
    enToZh: -0.165,
    orderedZhToEn: 0.32,
    orderedEnToZh: 0.239,
    worstZh: -0.099,
    worstEn: 0.042,
    furtherZh: -0.302,
    furtherEn: -0.203,
    manyToMany: -0.308,
    gapOpen: 0.274,
    gapExtend: -0.273,
  }),
});

/** Parameters that give some evidence no weight. */
export function parametersWithout(
  parameters: Parameters,
  without: readonly EvidenceName[],
): Parameters {
  if (without.length === 0) return parameters;
  const isOff = (name: EvidenceName): boolean => without.includes(name);
  const kept = (weights: readonly number[]): number[] =>
    weights.map((weight, mark) =>
      isOff((DIALOGUE_MARKS >> mark) & 1 ? 'dialogue' : 'punctuation') ? 0 : weight,
    );
  return {
    ...parameters,
    ...(isOff('length') ? { length: 0 } : {}),
    ...(isOff('zh-to-en') ? { zhToEn: 0 } : {}),
    ...(isOff('en-to-zh') ? { enToZh: 0 } : {}),
    bothMarks: kept(parameters.bothMarks),
    oneMark: kept(parameters.oneMark),
    refinement: refinementWithout(parameters.refinement, isOff),
  };
}

function refinementWithout(
  refinement: Refinement,
  isOff: (name: EvidenceName) => boolean,
): Refinement {
  if (isOff('word-order')) return NO_REFINEMENT;
  return {
    ...refinement,
    ...(isOff('zh-to-en') ? { zhToEn: 0, orderedZhToEn: 0, worstEn: 0 } : {}),
    ...(isOff('en-to-zh') ? { enToZh: 0, orderedEnToZh: 0, worstZh: 0 } : {}),
  };
}

/** Rates at which the fitted weights hold. */
export const USUAL_RATES: Rates = Object.freeze({
  shape: usualShapes(),
  gapOpen: 0.015,
  gapExtend: 0.15,
});

/**
 * Rates expected of a text too short to show its own: more text that only one side has, as web
 * pages have it. Chosen on single news articles with a tenth missing and on the sample site.
 */
export const LONE_RATES: Rates = Object.freeze({
  shape: USUAL_RATES.shape,
  gapOpen: 0.08,
  gapExtend: 0.3,
});

function usualShapes(): number[] {
  const raw = SHAPES.map(([a, b]) => PRIORS[`${a}-${b}`] ?? 0.001);
  const total = raw.reduce((sum, share) => sum + share, 0);
  return raw.map((share) => share / total);
}
