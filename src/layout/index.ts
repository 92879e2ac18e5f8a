/** The door of the `layout` room: from raw blocks to a document's blocks, sections and layout. */
export { arrange } from './arrange.js';
export { dateIn } from './date.js';
export { languageName } from './language-marks.js';
export type { LanguageMark } from './language-marks.js';
export { lineReason, wordingReason } from './patterns.js';
export { splitInline } from './split-inline.js';
export type { InlinePart } from './split-inline.js';
export { layoutSignature } from './signature.js';
export { LAYOUT_DEFAULTS } from './defaults.js';
export type { ArrangeHints, Arranged, RawBlock } from './raw-block.js';
