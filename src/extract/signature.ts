import { hashOf } from '../kit/index.js';
import { EXTRACT_DEFAULTS } from './defaults.js';
import { LAYOUT_DEFAULTS } from '../layout/index.js';

/** Raised whenever the same page may give another document. */
const REVISION = 2;

/** Changes whenever the same page may give another document. */
export const extractSignature: string = hashOf(REVISION, EXTRACT_DEFAULTS, LAYOUT_DEFAULTS).slice(
  0,
  16,
);
