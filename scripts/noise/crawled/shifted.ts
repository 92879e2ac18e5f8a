import type { Rng } from '../../../src/kit/index.js';
import type { Corruption, Place, Texts } from '../corruptions.js';
import type { GoldPair } from '../gold-pairs.js';
import { between, drawn, happens, oneOf, type Weighted } from './chance.js';
import { areAlike } from './likeness.js';
import { isTranslation, neighbour } from './places.js';
import type { Side } from './texts.js';
import { across, isScant, joined } from './texts.js';

/** Chooses what stands in place of the true partner, in text order; nothing where there is none. */
type Way = (place: Place, side: Side, rng: Rng) => readonly (GoldPair | undefined)[];

const WAYS: readonly Weighted<Way>[] = [
  [40, (place, _side, rng) => [neighbour(place, direction(rng))]],
  [18, (place, _side, rng) => [neighbour(place, direction(rng) * between(rng, 2, 3))]],
  [10, merged],
  [12, farAway],
  [10, ofOtherDocument],
  [10, ofLikeLength],
];

/**
 * One side is another pair's, as where an aligner slips: mostly a neighbour's, else that of a
 * place two or three off, two neighbours in one, from far away in the document, of another document,
 * or the one whose length fits. A text like a known translation is not taken.
 */
export const shifted: Corruption = (pair, place, rng) => {
  if (isScant(pair.zh, 'zh') || isScant(pair.en, 'en')) return undefined;
  for (const way of drawn(rng, WAYS)) {
    for (let tried = 0; tried < 6; tried++) {
      const side = happens(rng, 0.5) ? 'zh' : 'en';
      const others = way(place, side, rng).filter((other) => other !== undefined);
      if (others.length === 0 || others.some((other) => isNear(other, pair, place, side))) continue;
      const text = joined(
        others.map((other) => other[side].trim()),
        side,
      );
      if (!isScant(text, side)) return { ...pair, [side]: text };
    }
  }
  return undefined;
};

/** Whether what stands for a side would not be plainly wrong. */
function isNear(other: GoldPair, pair: Texts, { pairs }: Place, side: Side): boolean {
  return (
    areAlike(other.zh, pair.zh) ||
    areAlike(other.en, pair.en) ||
    isTranslation(other[side], pair[across(side)], across(side), pairs)
  );
}

function direction(rng: Rng): 1 | -1 {
  return happens(rng, 0.5) ? 1 : -1;
}

/** The two pairs before, or the two after. */
function merged(place: Place, _side: Side, rng: Rng): readonly (GoldPair | undefined)[] {
  const [first, second] = happens(rng, 0.5) ? [1, 2] : [-2, -1];
  const two = [neighbour(place, first), neighbour(place, second)];
  return two.includes(undefined) ? [] : two;
}

function farAway({ pairs, at }: Place, _side: Side, rng: Rng): readonly (GoldPair | undefined)[] {
  const document = pairs[at]?.document;
  const far = pairs.filter((other, place) => other.document === document && apart(place, at) >= 4);
  return [oneOf(rng, far)];
}

function ofOtherDocument(
  { pairs, at }: Place,
  _side: Side,
  rng: Rng,
): readonly (GoldPair | undefined)[] {
  const other = oneOf(rng, pairs);
  return other?.document === pairs[at]?.document ? [] : [other];
}

/** Of sixty drawn by chance, one that differs in length by 12 % at most. */
function ofLikeLength(
  { pairs, at }: Place,
  side: Side,
  rng: Rng,
): readonly (GoldPair | undefined)[] {
  const length = pairs[at]?.[side].length ?? 0;
  const drawnPairs = Array.from({ length: 60 }, () => oneOf(rng, pairs));
  return [
    oneOf(
      rng,
      drawnPairs.filter(
        (other) => other !== undefined && apart(other[side].length, length) <= 0.12 * length,
      ),
    ),
  ];
}

function apart(one: number, other: number): number {
  return Math.abs(one - other);
}
