import { createAligner } from '../../src/align/index.js';
import { evaluateAlignment, linksOf, type SetDocument } from '../../src/evaluate/index.js';
import { addNoise, type Noise } from '../noise.js';

const KINDS: readonly Pick<Noise, 'kind' | 'share'>[] = [
  { kind: 'drop', share: 0.1 },
  { kind: 'block', share: 0.15 },
  { kind: 'insert', share: 0.1 },
];

/**
 * Strict F1 on the gold with sentences of one side removed or put in: a tenth here and there, a
 * run of 15 %, a tenth of foreign ones. Always the same damage.
 */
export function damagedMetrics(set: readonly SetDocument[]): Record<string, number> {
  const aligner = createAligner();
  const metrics: Record<string, number> = {};
  for (const side of ['en', 'zh'] as const) {
    for (const damage of KINDS) {
      const damaged = addNoise(set, { ...damage, side, seed: 1 });
      const aligned = aligner.alignSet(damaged);
      const judged = damaged.map(({ name, gold }, at) => ({
        name,
        gold,
        system: linksOf(aligned[at] ?? []),
      }));
      metrics[`${damage.kind} ${side}, strict F1`] = evaluateAlignment(judged).strict.f1;
    }
  }
  return metrics;
}
