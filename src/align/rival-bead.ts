import type { Range } from '../model/index.js';
import { bandOffsets, type Band } from './band.js';
import { placeOrNone, type Posterior } from './lattice.js';
import { SHAPE_A, SHAPE_B, SHAPE_COUNT } from './shapes.js';

/** The most probable two-sided bead that shares a sentence with another one. */
export interface RivalBead {
  readonly zh: Range;
  readonly en: Range;
  readonly probability: number;
}

/**
 * Finds the strongest rival of a bead.
 *
 * @param bead - its size and the position it ends at
 * @returns `undefined` where no other bead has any probability
 */
export function rivalBead(
  posterior: Posterior,
  band: Band,
  {
    a,
    b,
    i,
    j,
  }: { readonly a: number; readonly b: number; readonly i: number; readonly j: number },
): RivalBead | undefined {
  const offset = bandOffsets(band);
  let best: RivalBead | undefined;
  for (let x = 0; x <= band.m; x++) {
    for (let y = 0; y <= band.n; y++) {
      const at = placeOrNone(band, offset, x, y) * SHAPE_COUNT;
      for (let s = 0; s < SHAPE_COUNT; s++) {
        const probability = posterior.bead[at + s] as number;
        if (probability <= (best?.probability ?? 0)) continue;
        const zh = { from: x - (SHAPE_A[s] as number), to: x };
        const en = { from: y - (SHAPE_B[s] as number), to: y };
        const isSame = x === i && y === j && zh.from === i - a && en.from === j - b;
        const shares = (zh.from < i && x > i - a) || (en.from < j && y > j - b);
        if (shares && !isSame) best = { zh, en, probability };
      }
    }
  }
  return best;
}
