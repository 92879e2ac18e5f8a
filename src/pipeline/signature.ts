import { createAligner } from '../align/index.js';
import { cleanSignature } from '../clean/index.js';
import { extractSignature } from '../extract/index.js';
import { hashOf } from '../kit/index.js';
import { readSignature } from '../read/index.js';
import { splitSignature } from '../split/index.js';
import type { EngineOptions } from './engine.js';

/** Stages whose results are kept in the corpus, in order; each stands on those before it. */
export const STAGES = ['extract', 'align', 'clean'] as const;

/** A stage that can be done again by itself; `align` is splitting and aligning. */
export type Stage = (typeof STAGES)[number];

/**
 * Changes whenever the same bytes could give other pairs: with the code or defaults of a stage,
 * or with the settings. Work done under another signature is done again, from the first stage on
 * that differs: one part a stage, joined by points.
 */
export function buildSignature(options: EngineOptions): string {
  const parts: Readonly<Record<Stage, string>> = {
    extract: hashOf(readSignature, extractSignature),
    align: hashOf(splitSignature(options.split), createAligner(options.align).signature),
    clean: cleanSignature(options.clean),
  };
  return STAGES.map((stage) => parts[stage].slice(0, 12)).join('.');
}

/**
 * The first stage whose results are of no use any more; `undefined` if all stages are as they
 * were, so that only the place in the corpus can make a difference.
 */
export function firstChanged(had: string, wanted: string): Stage | undefined {
  const [before, now] = [had.replace(/\W$/, '').split('.'), wanted.split('.')];
  return STAGES.find((_stage, at) => before[at] !== now[at]);
}
