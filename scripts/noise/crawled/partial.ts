import type { Rng } from '../../../src/kit/index.js';
import type { Corruption, Place, Texts } from '../corruptions.js';
import { drawn, happens, oneOf, type Weighted } from './chance.js';
import { areAlike } from './likeness.js';
import { neighbour } from './places.js';
import type { Side } from './texts.js';
import { across, countHan, eitherSide, isScant, joined, lengthOf, wordsOf } from './texts.js';
import { unitsOf } from './units.js';

/** What a side becomes; `undefined` where it offers no hold. */
type Way = (pair: Texts, side: Side, place: Place, rng: Rng) => string | undefined;

const WAYS: readonly Weighted<Way>[] = [
  [50, leftOut],
  [25, leftUntranslated],
  [25, saysMore],
];

/** Well-formed text that does not say all the other side says, or says more. */
export const partial: Corruption = (pair, place, rng) => {
  for (const way of drawn(rng, WAYS)) {
    for (const side of eitherSide(rng)) {
      const text = way(pair, side, place, rng);
      if (text !== undefined) return { ...pair, [side]: text };
    }
  }
  return undefined;
};

/** 30–70 % of a side is left out, in whole sentences or else clauses; it ends as it ended before. */
function leftOut(pair: Texts, side: Side, _place: Place, rng: Rng): string | undefined {
  const whole = pair[side].trim();
  const stretches = stretchesOf(whole, side, 'sentence');
  const stretch = oneOf(rng, stretches.length > 0 ? stretches : stretchesOf(whole, side, 'clause'));
  if (stretch === undefined) return undefined;
  const { before, after } = stretch;
  let text = (before + after).trim();
  if (after === '') text = endedAs(whole, text, side);
  if (before === '' && side === 'en' && /^\W*[A-Z]/.test(whole) && happens(rng, 0.75))
    text = text.replace(/^\W*[a-z]/, (start) => start.toUpperCase());
  if (isScant(text, side)) return undefined;
  const isMostOfIt = lengthOf(text) > 0.72 * lengthOf(whole);
  return isMostOfIt && areAlike(text, whole) ? undefined : text;
}

/** What stands before and after each run of units that may be left out. */
function stretchesOf(
  whole: string,
  side: Side,
  level: 'sentence' | 'clause',
): { before: string; after: string }[] {
  const units = unitsOf(whole, side, level);
  const length = lengthOf(whole);
  const least = Math.max(0.3 * length, side === 'zh' ? 6 : 20);
  return units.flatMap((_unit, from) =>
    units.slice(from).flatMap((_last, more) => {
      const gone = lengthOf(units.slice(from, from + more + 1).join(''));
      if (gone < least || gone > 0.7 * length) return [];
      return [
        { before: units.slice(0, from).join(''), after: units.slice(from + more + 1).join('') },
      ];
    }),
  );
}

function endedAs(whole: string, text: string, side: Side): string {
  const [end = ''] = (side === 'zh' ? /[。！？；]$/ : /[.!?;]$/).exec(whole) ?? [];
  const bare = text.replace(side === 'zh' ? /[，、；：]+$/ : /[,;:]+$/, '');
  return /[。！？.!?”"’']$/.test(bare) ? bare : bare + end;
}

/** The translator stopped, or began late: the rest of the side is the other side's own text. */
function leftUntranslated(pair: Texts, side: Side, _place: Place, rng: Rng): string | undefined {
  if (countHan(pair.zh) < 10 || wordsOf(pair.en).length < 8) return undefined;
  const cuts = cutsOf(pair[side], side).filter(({ share }) => share >= 0.3 && share <= 0.7);
  const otherCuts = cutsOf(pair[across(side)], across(side));
  const fitting = cuts.flatMap((own) =>
    otherCuts
      .filter((other) => Math.abs(own.share - other.share) < 0.1)
      .map((other) => ({ own, other })),
  );
  const cut = oneOf(rng, fitting);
  if (cut === undefined) return undefined;
  const blank = happens(rng, 0.5) ? ' ' : '';
  const { own, other } = cut;
  return happens(rng, 0.75)
    ? own.before.trimEnd() + blank + other.after
    : other.before.trimEnd() + blank + own.after;
}

/** Places between the clauses of a text, and the share of it that stands before. */
function cutsOf(text: string, side: Side): { before: string; after: string; share: number }[] {
  const units = unitsOf(text.trim(), side, 'clause');
  return units.slice(1).map((_unit, at) => {
    const before = units.slice(0, at + 1).join('');
    const after = units.slice(at + 1).join('');
    return { before, after, share: before.length / (before.length + after.length) };
  });
}

/** The side also holds its neighbour's text, at least 30 % of all it then holds. */
function saysMore(pair: Texts, side: Side, place: Place, rng: Rng): string | undefined {
  const step = happens(rng, 0.7) ? 1 : -1;
  const other = neighbour(place, step);
  if (other === undefined) return undefined;
  if (areAlike(other.zh, pair.zh) || areAlike(other.en, pair.en)) return undefined;
  const [own, more] = [lengthOf(pair[side]), lengthOf(other[side])];
  const [leastOwn, leastMore] = side === 'zh' ? [4, 6] : [10, 20];
  if (own < leastOwn || more < leastMore || more < 0.3 * (own + more)) return undefined;
  const two = [pair[side].trim(), other[side].trim()];
  return joined(step > 0 ? two : two.reverse(), side);
}
