/** The door of the `extract` room: HTML pages to documents. */
export { extractPage } from './extract-page.js';
export type { ExtractOptions } from './extract-page.js';
export { EXTRACT_DEFAULTS } from './defaults.js';
