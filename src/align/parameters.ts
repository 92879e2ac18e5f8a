import { MARKS } from './marks.js';
import type { Rates } from './rates.js';
import { SHAPES } from './shapes.js';
import type { EvidenceName } from './types.js';

/** Weights of the log-linear alignment model: see `bead-scores.ts` for what each multiplies. */
export interface Parameters {
  readonly zhToEn: number;
  readonly enToZh: number;
  readonly length: number;
  /** Float64 [MARKS]: both runs have the mark. */
  readonly bothMarks: readonly number[];
  /** Float64 [MARKS]: one run has it, the other has not. */
  readonly oneMark: readonly number[];
  /** Float64 [SHAPE_COUNT]: ln prior of each two-sided shape. */
  readonly shape: readonly number[];
  /** A one-sided bead after a two-sided one, or first. */
  readonly gapOpen: number;
  /** A one-sided bead after another. */
  readonly gapExtend: number;
}

const PRIORS: Readonly<Record<string, number>> = {
  '1-1': 0.65,
  '1-2': 0.14,
  '2-1': 0.08,
  '1-3': 0.03,
  '2-2': 0.02,
  '1-4': 0.01,
  '3-1': 0.01,
};

/** Fitted. */
export const DEFAULT_PARAMETERS: Parameters = Object.freeze({
  zhToEn: 0.326,
  enToZh: 0.079,
  length: 0.664,
  bothMarks: [0.46, 0.685, -0.459, 4.506, 2.7, 0.329, 0.3, 0.425],
  oneMark: [-0.814, -0.014, -1.183, -0.228, -0.968, 0.22, -0.66, -1.133],
  shape: [
    -0.88, -1.792, -2.712, -3.497, -6.065, -6.486, -8.372, -4.025, -4.687, -7.358, -6.669, -9.295,
    -6.17, -9.039, -8.392, -8.234, -8.258, -8.519, -9.067, -9.299, -9.846, -9.778,
  ],
  gapOpen: -5.076,
  gapExtend: -4.968,
});

/** Parameters that give some evidence no weight. */
export function parametersWithout(
  parameters: Parameters,
  without: readonly EvidenceName[],
): Parameters {
  if (without.length === 0) return parameters;
  const zeros = Array.from({ length: MARKS }, () => 0);
  return {
    ...parameters,
    ...(without.includes('length') ? { length: 0 } : {}),
    ...(without.includes('punctuation') ? { bothMarks: zeros, oneMark: zeros } : {}),
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
