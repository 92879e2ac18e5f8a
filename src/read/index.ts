/** The door of the `read` room: local files to pages and documents. */
export { readFilePair, readPaths } from './read-paths.js';
export { decodeFile } from './decode-file.js';
export type { Decoded } from './decode-file.js';
export { readBytes, readText } from './read-bytes.js';
export type { ReadItem } from './read-bytes.js';
export { readPair } from './read-pair.js';
export type { PairedFile } from './read-pair.js';
export { readSignature } from './signature.js';
export type { ReadOptions } from './read-paths.js';
export { READ_DEFAULTS } from './defaults.js';
