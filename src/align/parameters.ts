import { MARKS } from './marks.js';
import { SHAPES } from './shapes.js';
import type { EvidenceName } from './types.js';

/** Weights of the log-linear alignment model: see `bead-scores.ts` for what each multiplies. */
export interface Parameters {
  readonly zhToEn: number;
  readonly enToZh: number;
  readonly length: number;
  /** Per nat per word of the worst explained sentence of a run of several. */
  readonly weakEn: number;
  readonly weakZh: number;
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

/** Where fitting starts: the weights of the feasibility study. */
export const STARTING_PARAMETERS: Parameters = Object.freeze({
  zhToEn: 0.35,
  enToZh: 0.15,
  length: 1,
  weakEn: 0,
  weakZh: 0,
  bothMarks: Array.from({ length: MARKS }, () => 0.3),
  oneMark: Array.from({ length: MARKS }, () => -0.5),
  shape: SHAPES.map(([a, b]) => 1.2 * Math.log(PRIORS[`${a}-${b}`] ?? 0.001)),
  gapOpen: 1.2 * Math.log(0.01),
  gapExtend: 1.2 * Math.log(0.1),
});

/** Fitted. */
export const DEFAULT_PARAMETERS: Parameters = Object.freeze({
  zhToEn: 0.257,
  enToZh: 0.041,
  length: 1.119,
  weakEn: 0,
  weakZh: 0,
  bothMarks: [0.582, 0.575, 0.013, 1.764, 2.412, 0.319, 0.3, 0.332],
  oneMark: [-0.891, -0.302, -0.903, -0.515, -1.109, -0.27, -0.621, -0.605],
  shape: [
    -0.054, -1.277, -2.64, -3.761, -7.419, -8.19, -8.372, -3.526, -4.242, -5.238, -7.148, -9.29,
    -6.495, -6.618, -7.83, -8.789, -9.335, -8.403, -8.928, -9.336, -9.776, -9.753,
  ],
  gapOpen: -4.246,
  gapExtend: -2.571,
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
    ...(without.includes('unmatched') ? { weakEn: 0, weakZh: 0 } : {}),
  };
}
