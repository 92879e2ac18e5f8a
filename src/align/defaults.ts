/** How much tokens count in the lexical evidence. */
export const WEIGHT = Object.freeze({
  word: 1,
  /** Characters overlap the words they are in. */
  character: 0.3,
  functionWord: 0.3,
  /** A number is almost always translated as itself: its absence counts. */
  number: 3,
  name: 1,
  /** The number of a clause or list item: nearly always kept. */
  label: 3,
  /** The dictionary has most regions too. */
  region: 0.3,
});

/** Choices of the aligner that are not fitted. */
export const DEFAULTS = Object.freeze({
  /** Rounds of learning; more did not help in the feasibility study. */
  rounds: 2,
  /** Chinese sentences a set must have before it is learned from: fewer repeat too little. */
  learnFrom: 100,
  /** Beads less probable than this teach nothing. */
  trust: 0.5,
});
