import { hashOf } from '../kit/index.js';
import { LAYOUT_DEFAULTS } from './defaults.js';

/** Raised by one with every change of the code that can change an arrangement. */
const REVISION = 17;

/** Changes whenever the same raw blocks may be arranged in another way. */
export const layoutSignature = `layout-${REVISION}-${hashOf(LAYOUT_DEFAULTS).slice(0, 8)}`;
