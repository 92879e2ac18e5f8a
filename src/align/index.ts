/** The door of the `align` room. */
export { createAligner } from './aligner.js';
export type { Aligner, AlignerOptions, AlignInput, SectionRange } from './types.js';
