import type { Rng } from '../../../src/kit/index.js';
import { below } from '../corruptions.js';

/** A choice and how often it is made, against the weights of the other choices. */
export type Weighted<T> = readonly [weight: number, choice: T];

/** Whether something happens that happens in this share of all cases, 0 to 1. */
export function happens(rng: Rng, share: number): boolean {
  return rng() < share;
}

/** A whole number, both ends included. */
export function between(rng: Rng, least: number, most: number): number {
  return least + below(rng, most - least + 1);
}

/** A number from `least`, below `most`. */
export function measure(rng: Rng, least: number, most: number): number {
  return least + rng() * (most - least);
}

/** One of a list, `undefined` of an empty one. */
export function oneOf<T>(rng: Rng, list: readonly T[]): T | undefined {
  return list[below(rng, list.length)];
}

/** All choices, the first drawn by weight, the next by weight among the rest, and so on. */
export function drawn<T>(rng: Rng, choices: readonly Weighted<T>[]): T[] {
  return choices
    .filter(([weight]) => weight > 0)
    .map(([weight, choice]) => ({ choice, wait: -Math.log(1 - rng()) / weight }))
    .sort((one, other) => one.wait - other.wait)
    .map(({ choice }) => choice);
}
