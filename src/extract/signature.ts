import { hashOf } from '../kit/index.js';
import { layoutSignature } from '../layout/index.js';
import { EXTRACT_DEFAULTS } from './defaults.js';

/** Raised whenever the code changes so that the same page may give another document. */
const REVISION = 20;

/** Changes whenever the same page may give another document. */
export const extractSignature: string = hashOf(REVISION, EXTRACT_DEFAULTS, layoutSignature).slice(
  0,
  16,
);
