/** Thresholds of the checks; `duizhao.yaml` may change each under `checks:`. */
export interface CleanDefaults {
  /** Below this alignment confidence a pair is refused. */
  readonly minConfidence: number;
  /** English letters and digits per Chinese character: smallest and largest credible value. */
  readonly minLengthRatio: number;
  readonly maxLengthRatio: number;
  /** Shorter Chinese sides (characters) are too short for the ratio to mean anything. */
  readonly ratioFromChars: number;
  /** Longest credible side in characters (Chinese) and in characters (English). */
  readonly maxZhChars: number;
  readonly maxEnChars: number;
  /** Share of a side's letters that must be in its own script. */
  readonly minOwnScript: number;
  /** Smallest score at which a pair is kept. */
  readonly minScore: number;
}

/**
 * Shipped thresholds and why they are so.
 *
 * Lengths: over news, law, manuals and novels one Chinese character stands for 3 to 4 English
 * letters; 1.0 and 12 lie outside 99.9 % of true pairs of ten characters and more.
 * Confidence: a bead whose chance of being exactly right is below one in three does more harm
 * in a translation memory than its absence.
 * Script: a Chinese sentence may quote Latin names, an English one hardly ever quotes Chinese.
 */
export const cleanDefaults: CleanDefaults = Object.freeze({
  minConfidence: 0.33,
  minLengthRatio: 1,
  maxLengthRatio: 12,
  ratioFromChars: 6,
  maxZhChars: 1_000,
  maxEnChars: 4_000,
  minOwnScript: 0.3,
  minScore: 0.35,
});
