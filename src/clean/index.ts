/** Beads in, pairs out: repaired, checked, scored; nothing is dropped. */
export { makePairs, LOW_SCORE } from './make-pairs.js';
export type { AlignedDocument, CleanOptions } from './make-pairs.js';
export { checks } from './checks/index.js';
export type { Candidate, Check, Objection } from './check.js';
export { cleanDefaults } from './defaults.js';
export type { CleanDefaults } from './defaults.js';
export { DUPLICATE, duplicateKey, markDuplicates, textKey } from './duplicates.js';
export type { SeenPairs } from './duplicates.js';
export { repairText, repairs } from './repair.js';
export type { Repair } from './repair.js';
export { cleanSignature } from './signature.js';
