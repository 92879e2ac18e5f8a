import type { Check } from '../check.js';

/** The aligner itself does not believe in the bead. */
export const lowConfidence: Check = {
  name: 'low-confidence',
  summary: 'the aligner doubts that these sentences belong together',
  examine({ confidence }, { minConfidence }) {
    if (confidence === undefined || confidence >= minConfidence) return undefined;
    return { detail: `${confidence.toFixed(2)} < ${minConfidence}`, rejects: true };
  },
};
