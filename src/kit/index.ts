/**
 * Tools every room stands on: failures, streams, files, hashes.
 *
 * Configuration (`./config.js`) is entered by itself: zod and yaml take 80 ms to load.
 */
export { DuizhaoError, EXIT, notUtf8, readFailure, systemCode, writeFailure } from './errors.js';
export type { ExitName, Failure } from './errors.js';
export { chain, mapInOrder } from './stage.js';
export type { Weight } from './stage.js';
export type { Reject, Run, Stage } from './stage.js';
export { lines } from './lines.js';
export { jsonLine, parseJsonLine, readJsonLines } from './jsonl.js';
export type { JsonLine } from './jsonl.js';
export { writeAtomic } from './atomic.js';
export { hashOf, sha256, stableJson } from './hash.js';
export { seededRng } from './rng.js';
export type { Rng } from './rng.js';
export { GENERATOR_MARK } from './generator.js';
export { settingsText } from './settings-text.js';
export { packageRoot, version } from './version.js';
