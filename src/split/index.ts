/** The door of the `split` room: blocks in, sentences out. */
export { SPLIT_DEFAULTS } from './defaults.js';
export { splitSentences, splitSignature } from './split.js';
export type { Span, SplitOptions } from './split.js';
