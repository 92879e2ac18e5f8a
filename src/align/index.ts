/** The door of the `align` room. */
export { createAligner } from './aligner.js';
export { learnLexicon } from './learn-lexicon.js';
export type { BeadEvidence, BeadExplanation, WordLink } from './explain.js';
export type { Aligner, AlignerOptions, AlignInput, EvidenceName, SectionRange } from './types.js';
