import { RateTally, type Rates } from '../../src/align/rates.js';
import { SHAPE_COUNT } from '../../src/align/shapes.js';
import type { TrainingExample } from '../../src/align/training.js';

/** How often each kind of bead comes in hand-aligned documents, mixed with the usual rates. */
export function goldRates(examples: readonly TrainingExample[], usual: Rates): Rates {
  const tally = new RateTally();
  for (const { gold, goldOpens, goldExtends } of examples) {
    const bead = new Float32Array(SHAPE_COUNT);
    for (const at of gold) bead[at % SHAPE_COUNT] = (bead[at % SHAPE_COUNT] ?? 0) + 1;
    tally.add({
      bead,
      zhOnly: Float32Array.of(goldOpens + goldExtends),
      enOnly: new Float32Array(1),
      opened: Float32Array.of(goldOpens),
    });
  }
  return tally.rates(usual);
}
