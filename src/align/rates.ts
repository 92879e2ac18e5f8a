import type { Posterior } from './lattice.js';
import type { Parameters } from './parameters.js';
import { SHAPE_COUNT } from './shapes.js';

/** How often each kind of bead comes. */
export interface Rates {
  /** Float64 [SHAPE_COUNT]: share of each shape among two-sided beads. */
  readonly shape: readonly number[];
  /** Chance that a one-sided bead follows a two-sided one. */
  readonly gapOpen: number;
  /** Chance that a one-sided bead follows a one-sided one. */
  readonly gapExtend: number;
}

/** Beads of the usual kind that the rates of a set are mixed with. */
const PRIOR_BEADS = 40;
/** Gaps of the usual kind that the chance of a longer gap is mixed with. */
const PRIOR_GAPS = 4;

/** η: between 1 and 1.5 nothing changes by more than .005 strict F1; beyond, beads run together. */
export const STRIDE = 1.2;

/** Expected numbers of beads of each kind, summed over documents. */
export class RateTally {
  readonly #shape = new Float64Array(SHAPE_COUNT);
  #opened = 0;
  #gaps = 0;

  /** Adds what one lattice expects. */
  add({ bead, zhOnly, enOnly, opened }: Omit<Posterior, 'passed' | 'total'>): void {
    for (let at = 0; at < opened.length; at++) {
      const first = at * SHAPE_COUNT;
      for (let s = 0; s < SHAPE_COUNT; s++) {
        this.#shape[s] = (this.#shape[s] as number) + (bead[first + s] as number);
      }
      this.#opened += opened[at] as number;
      this.#gaps += (zhOnly[at] as number) + (enOnly[at] as number);
    }
  }

  /** Rates of the set, mixed with the usual ones. */
  rates(usual: Rates): Rates {
    const beads = this.#shape.reduce((sum, count) => sum + count, 0);
    return {
      shape: usual.shape.map(
        (share, s) => ((this.#shape[s] as number) + PRIOR_BEADS * share) / (beads + PRIOR_BEADS),
      ),
      gapOpen: (this.#opened + PRIOR_BEADS * usual.gapOpen) / (beads + PRIOR_BEADS),
      gapExtend:
        (this.#gaps - this.#opened + PRIOR_GAPS * usual.gapExtend) / (this.#gaps + PRIOR_GAPS),
    };
  }
}

/**
 * Parameters for a set whose beads come at other rates than usual.
 *
 *     shape′ = shape + η·ln(rate / usual),   gap′ = gap + η·ln(odds / usual odds)
 *
 * One step of expectation maximisation for the prior of a generative model; the fitted weights
 * are those for the usual rates. Over-relaxed by η > 1 (Salakhutdinov & Roweis 2003, ICML),
 * because rates expected under too flat a prior lie between the usual and the true ones.
 */
export function adapt(
  parameters: Parameters,
  rates: Rates,
  usual: Rates,
  stride: number,
): Parameters {
  return {
    ...parameters,
    shape: parameters.shape.map(
      (bias, s) =>
        bias + stride * Math.log((rates.shape[s] as number) / (usual.shape[s] as number)),
    ),
    gapOpen: parameters.gapOpen + stride * (logOdds(rates.gapOpen) - logOdds(usual.gapOpen)),
    gapExtend: parameters.gapExtend + logOdds(rates.gapExtend) - logOdds(usual.gapExtend),
  };
}

function logOdds(p: number): number {
  const safe = Math.min(0.99, Math.max(1e-4, p));
  return Math.log(safe / (1 - safe));
}
