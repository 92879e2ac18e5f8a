import type { Rng } from '../../../src/kit/index.js';
import type { Corruption } from '../corruptions.js';
import { between, drawn, happens, type Weighted } from './chance.js';
import type { Side } from './texts.js';
import { countHan, countLatin, eitherSide, joined, lengthOf, piecesOf, wordsOf } from './texts.js';
import { unitsOf } from './units.js';

/** What a side becomes; `undefined` where it offers no hold. */
type Way = (text: string, side: Side, rng: Rng) => string | undefined;

const WAYS: readonly Weighted<Way>[] = [
  [45, loop],
  [25, clauseAgain],
  [20, allAgain],
  [10, stutter],
];

/** One side says again and again what it should say once, as failing machines and templates do. */
export const repeated: Corruption = (pair, _place, rng) => {
  for (const way of drawn(rng, WAYS)) {
    for (const side of eitherSide(rng)) {
      const text = pair[side].trim();
      if (side === 'zh' ? countHan(text) < 4 : wordsOf(text).length < 3) continue;
      const spoilt = way(text, side, rng);
      if (spoilt === undefined || lengthOf(spoilt) === lengthOf(text)) continue;
      if (way === loop || lengthOf(spoilt) >= 1.35 * lengthOf(text))
        return { ...pair, [side]: spoilt };
    }
  }
  return undefined;
};

/** A phrase of a few words or characters comes 4–12 times; half the time what followed it is lost. */
function loop(text: string, side: Side, rng: Rng): string | undefined {
  const pieces = piecesOf(text, side);
  const size = between(rng, 1, Math.min(side === 'zh' ? 6 : 5, Math.ceil(pieces.length / 2)));
  const least = Math.floor(pieces.length * 0.2);
  const from = between(rng, least, Math.max(least, pieces.length - size));
  const phrase = pieces.slice(from, from + size);
  const whole = joined(phrase, side);
  if (phrase.length < size || !isPhrase(whole, side)) return undefined;
  const clean = whole.replace(side === 'zh' ? /[。；：！？]+$/ : /[.;:!?]+$/, '');
  const comma = side === 'zh' ? '，' : ', ';
  const hasCommas = happens(rng, 0.2);
  const one = hasCommas ? clean.replace(/[,，]$/, '') : clean;
  const oneLength = lengthOf(clean) + (side === 'zh' ? 0 : 1);
  const enough = Math.min(40, Math.ceil((0.4 * lengthOf(text)) / Math.max(1, oneLength)));
  const times = 1 + Math.max(between(rng, 3, 11), enough);
  const all = hasCommas ? copies(one, times).join(comma) : joined(copies(one, times), side);
  const rest = happens(rng, 0.5) ? pieces.slice(from + size) : [];
  return joined([...pieces.slice(0, from), all, ...rest], side);
}

/** Whether a phrase has a word and neither opens nor closes anything. */
function isPhrase(phrase: string, side: Side): boolean {
  if (side === 'zh') return countHan(phrase) >= 1 && !/[\s()（）“”[\]《》]/.test(phrase);
  return countLatin(phrase) >= 2 && !/[()“”"[\]]/.test(phrase);
}

/** A clause or sentence comes two to four times, oftener where it is short. */
function clauseAgain(text: string, side: Side, rng: Rng): string | undefined {
  const units = unitsOf(text, side, happens(rng, 0.4) ? 'sentence' : 'clause').map((unit) =>
    unit.trim(),
  );
  if (units.length < 2) return undefined;
  const at = between(rng, 0, units.length - 1);
  const unit = units[at] ?? '';
  if (lengthOf(unit) < (side === 'zh' ? 4 : 10)) return undefined;
  const enough = Math.min(8, Math.ceil((0.4 * lengthOf(text)) / lengthOf(unit)));
  const times = 1 + Math.max(between(rng, 1, 3), enough);
  return joined([...units.slice(0, at), ...copies(unit, times), ...units.slice(at + 1)], side);
}

/** All of it comes two or three times. */
function allAgain(text: string, side: Side, rng: Rng): string {
  const one = happens(rng, 0.3) ? text.replace(/[.。,，;；]$/, '') : text;
  return joined(copies(one, happens(rng, 0.65) ? 2 : 3), side);
}

/** About every second word, or pair of characters, comes twice. */
function stutter(text: string, side: Side, rng: Rng): string {
  const pieces =
    side === 'zh' ? (text.match(/\p{Script=Han}{1,2}|[^\p{Script=Han}]+/gu) ?? []) : wordsOf(text);
  const twice = pieces.flatMap((piece) =>
    /[\p{L}\p{N}]$/u.test(piece) && happens(rng, 0.6) ? [piece, piece] : [piece],
  );
  return joined(twice, side);
}

function copies(text: string, count: number): string[] {
  return Array.from({ length: count }, () => text);
}
