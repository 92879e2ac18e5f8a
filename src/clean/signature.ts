import { hashOf } from '../kit/index.js';
import { checks } from './checks/index.js';
import { cleanDefaults } from './defaults.js';
import type { CleanOptions } from './make-pairs.js';
import { repairs } from './repair.js';

/** Raised whenever the code of a check or repair changes what it does. */
const REVISION = 1;

/** Changes whenever the same beads could give other pairs. */
export function cleanSignature(options: CleanOptions = {}): string {
  return hashOf(
    REVISION,
    { ...cleanDefaults, ...options.limits },
    [...(options.off ?? [])].sort(),
    checks.map(({ name }) => name),
    repairs.map(({ name }) => name),
  ).slice(0, 16);
}
