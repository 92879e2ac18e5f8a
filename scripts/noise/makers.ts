import { CORRUPTIONS, type Corruption } from './corruptions.js';
import { CRAWLED } from './crawled/index.js';
import { EVALUATOR } from './evaluator/index.js';
import { OTHER_HAND } from './other-hand.js';

/** Who spoils pairs: the same kinds of noise, written independently of each other. */
export const MAKERS: Readonly<Record<string, Readonly<Record<string, Corruption>>>> = {
  own: CORRUPTIONS,
  other: OTHER_HAND,
  crawled: CRAWLED,
  evaluator: EVALUATOR,
};

/** Makers whose noise the score is fitted to; the others only judge it. */
export const FITTED: readonly string[] = ['own', 'other', 'crawled'];

/** @throws Error for a maker that does not exist */
export function makerNamed(name: string): Readonly<Record<string, Corruption>> {
  const maker = MAKERS[name];
  if (maker === undefined)
    throw new Error(`no maker of noise ${name}: there are ${Object.keys(MAKERS).join(', ')}`);
  return maker;
}
