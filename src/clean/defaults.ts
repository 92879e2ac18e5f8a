/** Thresholds of the checks; `duizhao.yaml` may change each under `clean: limits:`. */
export interface CleanDefaults {
  /** Smallest score at which a pair is kept. */
  readonly minScore: number;
  /** Below this alignment confidence a pair is refused. */
  readonly minConfidence: number;
  /** English letters and digits per Chinese character: smallest and largest credible value. */
  readonly minLengthRatio: number;
  readonly maxLengthRatio: number;
  /** Shorter Chinese sides (characters) are too short for the ratio to mean anything. */
  readonly ratioFromChars: number;
  /** Fewest letters and figures of a side. */
  readonly minLetters: number;
  /** Longest credible side in characters (Chinese) and in characters (English). */
  readonly maxZhChars: number;
  readonly maxEnChars: number;
  /** Share of a side's letters that must be in its own script. */
  readonly minOwnScript: number;
  /** Largest share of English words that neither grammar nor the dictionary knows. */
  readonly maxUnknownWords: number;
  /** Largest share of Latin letters, in letters of meaning, inside the Chinese. */
  readonly maxLatinInZh: number;
  /** Contradicting numbers that refuse a pair by themselves. */
  readonly maxNumberErrors: number;
  /** A phrase may follow itself so many times more on one side than on the other. */
  readonly maxLoops: number;
  /** Largest share of Han characters that real text hardly uses. */
  readonly maxRareHan: number;
  /** Share of the rarer script above which simplified and traditional count as mixed. */
  readonly maxOtherScript: number;
  /** Documents that may hold the same pair before it counts as boilerplate. */
  readonly maxDocuments: number;
  /** Different translations one text may have. */
  readonly maxTranslations: number;
  /** Share of letter triples that near duplicates have in common, at least. */
  readonly minLikeness: number;
}

/** The thresholds in force. */
export type CleanLimits = CleanDefaults;

/**
 * Shipped thresholds and why they are so.
 *
 * Score: by `scripts/score/results.txt` the value keeps 98 % of good pairs over news, law, manuals,
 * encyclopedia, scripture and novels, in documents the score was not fitted to, and refuses 90 %
 * of the spoilt ones.
 * Confidence: a bead whose chance of being exactly right is below one in three does more harm
 * in a translation memory than its absence.
 * Lengths: over those texts one Chinese character stands for 3 to 4 English letters; 0.8 and 14
 * lie outside 99.9 % of true pairs of twelve characters and more; below, 'Never!' may be a whole
 * line of dialogue. CAT tools refuse segments of more
 * than some thousand characters.
 * Own script: a Chinese sentence may quote Latin names, an English one hardly ever quotes Chinese.
 * Unknown words: real English of six words and more stays under a quarter; other languages in
 * Latin letters lie above a third.
 * Latin in Chinese: technical Chinese quotes up to a third; a half is untranslated text.
 * Numbers: one contradiction may be a misprint of the page, two are not.
 * Loops: “no, no, no” is speech; five times and more on one side only is a machine's.
 * Rare characters: UTF-8 read as GBK gives 60 % and more of them, classical prose under 15 %.
 * Documents: the same pair in a fourth document is a footer or a menu.
 * Translations: a sentence with more than four different translations is a heading or a caption.
 * Likeness: 0.8 is a sentence of twenty words with one or two of them changed.
 */
export const cleanDefaults: CleanDefaults = Object.freeze({
  minScore: 0.2,
  minConfidence: 0.33,
  minLengthRatio: 0.8,
  maxLengthRatio: 14,
  ratioFromChars: 12,
  minLetters: 1,
  maxZhChars: 1_000,
  maxEnChars: 4_000,
  minOwnScript: 0.3,
  maxUnknownWords: 0.35,
  maxLatinInZh: 0.5,
  maxNumberErrors: 1,
  maxLoops: 4,
  maxRareHan: 0.4,
  maxOtherScript: 0.2,
  maxDocuments: 3,
  maxTranslations: 4,
  minLikeness: 0.8,
});
