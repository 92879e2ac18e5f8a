/** The door of the `align` room. */
export { createAligner } from './aligner.js';
export { learnLexicon } from './learn-lexicon.js';
export type { BeadExplanation, BeadRanges, EvidencePart } from './explain.js';
export { judgeTexts } from './text-fit.js';
export type { TextFit } from './text-fit.js';
export { findAnchorProblem } from './pins.js';
export type { AnchorProblem, Pin } from './pins.js';
export type { WordLink } from './word-links.js';
export { EVIDENCE, EVIDENCE_NAMES, isEvidenceName } from './evidence.js';
export type { EvidenceName } from './evidence.js';
export type { Aligner, AlignerOptions, AlignInput, SectionRange } from './types.js';
