/** The door of the `split` room: blocks in, sentences out. */
export { SPLIT_DEFAULTS } from './defaults.js';
export { splitSentences, splitSignature } from './split.js';
export type { Span, SplitOptions, SplitProfile } from './split.js';
export { readSrx } from './srx/read-srx.js';
export type { SrxDocument, SrxPattern, SrxRule } from './srx/read-srx.js';
