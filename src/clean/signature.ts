import { lexiconSignature } from '../lexicon/index.js';
import { hashOf } from '../kit/index.js';
import { checks } from './checks/index.js';
import { cleanDefaults } from './defaults.js';
import type { CleanOptions } from './judge.js';
import { repairs } from './repair/repairs.js';
import { WORD_WEIGHTS } from './facts/word-weights.generated.js';
import { DOCUMENT_TREES, TREES, USUAL_LEVEL } from './score/trees.generated.js';

/** Raised whenever the code of a check or repair changes what it does. */
const REVISION = 8;

/** Changes whenever the same beads could give other pairs. */
export function cleanSignature(options: CleanOptions = {}): string {
  return hashOf(
    REVISION,
    lexiconSignature(),
    { ...cleanDefaults, ...options.limits },
    [...(options.off ?? [])].sort(),
    [...(options.on ?? [])].sort(),
    [...(options.reject ?? [])].sort(),
    options.rules ?? [],
    options.learned ?? [],
    checks.map(({ name }) => name),
    repairs.map(({ name }) => name),
    TREES,
    DOCUMENT_TREES,
    USUAL_LEVEL,
    WORD_WEIGHTS,
  ).slice(0, 16);
}
