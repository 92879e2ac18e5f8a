import { hashOf } from '../kit/index.js';
import { LAYOUT_DEFAULTS } from '../layout/index.js';
import { READ_DEFAULTS } from './defaults.js';

/** Raised whenever the same file may give another document. */
const REVISION = 2;

/** Changes whenever the same file may give another document. */
export const readSignature: string = hashOf(REVISION, READ_DEFAULTS, LAYOUT_DEFAULTS).slice(0, 16);
