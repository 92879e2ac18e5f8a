/** Settings of statistics, each with its reason. */
export const STATISTICS_DEFAULTS = Object.freeze({
  /**
   * Pairs read for vocabulary and translations, spread evenly over the corpus. 10,000 give
   * the growth curve its shape and the frequent words their order in half a second.
   */
  samplePairs: 10_000,
  /** Pairs whose lengths are told one by one: a picture with more dots is only a darker one. */
  lengthPoints: 800,
  /** Points of the growth curve. */
  growthPoints: 20,
  /** Rows of each list of words. */
  words: 30,
  /** Lowest dictionary weight of a translation that is counted: the word is its main part. */
  translationWeight: 0.5,
  /** Least probability, in both directions, of a learned translation that is counted. */
  learnedProbability: 0.3,
});
