/** The door of the `extract` room: HTML pages to documents. */
export { extractPage } from './extract-page.js';
export type { ExtractOptions } from './extract-page.js';
export { explainDocument, explainPage } from './explain.js';
export type { BlockVerdict, PageExplanation } from './explain.js';
export { explanationAsHtml } from './explain-html.js';
export { explanationAsText } from './explain-text.js';
export { repeatedLines } from './repeated-lines.js';
export { mergePaired } from './merge-paired.js';
export { pairPages } from './pair-pages.js';
export type { PagePair, PairJudge, PairPagesOptions } from './pair-pages.js';
export { extractSignature } from './signature.js';
export { visibleText } from './visible-text.js';
export { EXTRACT_DEFAULTS } from './defaults.js';
