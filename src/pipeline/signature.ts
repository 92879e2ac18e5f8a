import { createAligner } from '../align/index.js';
import { cleanSignature } from '../clean/index.js';
import { extractSignature } from '../extract/index.js';
import { hashOf } from '../kit/index.js';
import { readSignature } from '../read/index.js';
import { splitSignature } from '../split/index.js';
import type { EngineOptions } from './engine.js';

/**
 * Changes whenever the same bytes could give other pairs: with the code or defaults of a stage,
 * or with the settings. Work done under another signature is done again.
 */
export function buildSignature(options: EngineOptions): string {
  return hashOf(
    readSignature,
    extractSignature,
    splitSignature(options.split),
    createAligner(options.align).signature,
    cleanSignature(options.clean),
  ).slice(0, 16);
}
