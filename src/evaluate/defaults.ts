/** What an evaluation assumes unless told otherwise. */
export const EVALUATE_DEFAULTS = Object.freeze({
  /** Any fixed number: the same seed gives the same intervals. */
  seed: 1,
  /** Resamples of the bootstrap; Efron and Tibshirani (1993) ask for 1000 for intervals. */
  resamples: 1000,
  /** Shuffles of the significance test: the smallest p it can report is 1 / 10,001. */
  shuffles: 10_000,
  /** Mass of the confidence interval. */
  level: 0.95,
  /** Documents below which documents are cut into pieces, to have something to resample. */
  fewestUnits: 20,
  /** Links a piece holds at least; fewer are not independent of their neighbours. */
  linksPerPiece: 10,
  /** Pieces all documents together are cut into at most. */
  mostPieces: 200,
});
