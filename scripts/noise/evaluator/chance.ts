import type { Rng } from '../../../src/kit/index.js';
import { below } from '../corruptions.js';

/** One side of a pair, either as likely. */
export function eitherSide(rng: Rng): 'zh' | 'en' {
  return rng() < 0.5 ? 'en' : 'zh';
}

/** One of a list, each as likely; `undefined` of an empty one. */
export function oneOf<Item>(list: readonly Item[], rng: Rng): Item | undefined {
  return list[below(rng, list.length)];
}

/** A whole number, both ends among them. */
export function wholeBetween(low: number, high: number, rng: Rng): number {
  return low + below(rng, high - low + 1);
}

/** A number from `low`, below `high`. */
export function between(low: number, high: number, rng: Rng): number {
  return low + rng() * (high - low);
}
