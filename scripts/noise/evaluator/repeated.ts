import type { Rng } from '../../../src/kit/index.js';
import type { Place, Texts } from '../corruptions.js';
import { eitherSide, wholeBetween } from './chance.js';
import { countHan, countLatin, spacedWordsOf, wordsOf } from './counting.js';

/** One side is caught in a loop: all of it (30 %), a phrase (50 %), or one word (20 %). */
export function repeated(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  const side = eitherSide(rng);
  if (side === 'en' ? wordsOf(pair.en).length < 4 : countHan(pair.zh) < 6) return undefined;
  const units = side === 'en' ? spacedWordsOf(pair.en) : Array.from(pair.zh.trim());
  const how = rng();
  const looped =
    how < 0.3
      ? allAgain(units, side, rng)
      : how < 0.8
        ? phraseAgain(units, side, rng)
        : wordAgain(units, side, rng);
  return looped && { ...pair, [side]: looped.join(glueOf(side)) };
}

function glueOf(side: 'zh' | 'en'): string {
  return side === 'en' ? ' ' : '';
}

/** All of a side that is not long, two to four times. */
function allAgain(units: readonly string[], side: 'zh' | 'en', rng: Rng): string[] | undefined {
  if (units.length > (side === 'en' ? 60 : 100)) return undefined;
  return times(wholeBetween(2, 4, rng), units);
}

/** A phrase four to ten times, then the end or what follows. */
function phraseAgain(units: readonly string[], side: 'zh' | 'en', rng: Rng): string[] | undefined {
  const size = side === 'en' ? wholeBetween(2, 6, rng) : wholeBetween(3, 8, rng);
  if (units.length <= size) return undefined;
  const from = wholeBetween(0, units.length - size, rng);
  const phrase = units.slice(from, from + size);
  const text = phrase.join(glueOf(side));
  if (side === 'en' ? countLatin(text) < 5 : countHan(text) < 2) return undefined;
  return looped(units, from, size, times(wholeBetween(4, 10, rng), phrase), rng);
}

/** A word, or two characters, six to twenty times, then the end or what follows. */
function wordAgain(units: readonly string[], side: 'zh' | 'en', rng: Rng): string[] | undefined {
  const size = side === 'en' ? 1 : 2;
  const from = wholeBetween(0, units.length - size, rng);
  const word = units.slice(from, from + size).join(glueOf(side));
  const isWord = side === 'en' ? /^[A-Za-z'-]{2,}[.,;:]?$/.test(word) : countHan(word) === 2;
  if (!isWord) return undefined;
  const bare = side === 'en' ? word.replace(/[.,;:]$/, '') : word;
  return looped(units, from, size, times(wholeBetween(6, 20, rng), [bare]), rng);
}

function looped(
  units: readonly string[],
  from: number,
  size: number,
  loop: readonly string[],
  rng: Rng,
): string[] {
  const rest = rng() < 0.5 ? units.slice(from + size) : [];
  return [...units.slice(0, from), ...loop, ...rest];
}

function times(count: number, units: readonly string[]): string[] {
  return Array.from({ length: count }, () => units).flat();
}
