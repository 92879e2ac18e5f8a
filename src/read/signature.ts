import { hashOf } from '../kit/index.js';
import { layoutSignature } from '../layout/index.js';
import { READ_DEFAULTS } from './defaults.js';

/** Raised whenever the same file may give another document. */
const REVISION = 11;

/** Changes whenever the same file may give another document. */
export const readSignature: string = hashOf(REVISION, READ_DEFAULTS, layoutSignature).slice(0, 16);
