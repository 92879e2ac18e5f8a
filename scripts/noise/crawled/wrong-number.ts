import type { Rng } from '../../../src/kit/index.js';
import type { Corruption } from '../corruptions.js';
import { happens, oneOf } from './chance.js';
import { findChineseNumbers } from './chinese-numbers.js';
import { findEnglishNumbers, findMonths } from './english-numbers.js';
import { findFigures } from './figures.js';
import type { NumberInText, Written } from './number.js';
import type { Side } from './texts.js';
import { across, eitherSide } from './texts.js';

/** A number that both sides say. */
type Said = Readonly<Record<Side, NumberInText>>;

/**
 * A number that both sides say, in figures, in words or as a month, is another on one side, which
 * the other side does not say anywhere. One time in four it is all such numbers, as on pages made
 * from a template.
 */
export const wrongNumber: Corruption = (pair, _place, rng) => {
  const numbers = { zh: numbersOf(pair.zh, 'zh'), en: numbersOf(pair.en, 'en') };
  const both = saidByBoth(numbers.zh, numbers.en);
  if (both.length === 0) return undefined;
  for (const side of eitherSide(rng)) {
    const isAll = both.length > 1 && happens(rng, 0.25);
    const chosen = isAll ? both : [oneOf(rng, both)].filter((said) => said !== undefined);
    const values = new Set(numbers[across(side)].map(({ value }) => value));
    const edits = chosen.flatMap((said) => {
      const now = anotherThan(said[side], values, rng);
      return now === undefined ? [] : [{ was: said[side], now }];
    });
    if (edits.length < (isAll ? 2 : 1)) continue;
    const text = edits
      .sort((one, other) => other.was.at - one.was.at)
      .reduce((all, { was, now }) => {
        return all.slice(0, was.at) + now.text + all.slice(was.at + was.text.length);
      }, pair[side]);
    return { ...pair, [side]: text };
  }
  return undefined;
};

/** All numbers of a text but those in links. */
function numbersOf(text: string, side: Side): NumberInText[] {
  const bare = text.replace(/https?:\/\/\S+|\]\([^)]*\)|www\.\S+/g, (link) =>
    ' '.repeat(link.length),
  );
  const figures = findFigures(bare, side);
  if (side === 'zh') return [...figures, ...findChineseNumbers(bare)];
  return [...figures, ...findEnglishNumbers(bare), ...findMonths(bare)];
}

function saidByBoth(zh: readonly NumberInText[], en: readonly NumberInText[]): Said[] {
  const left = [...en];
  return zh.flatMap((one) => {
    const at = left.findIndex(
      ({ value, isMonth }) =>
        isMonth === one.isMonth && Math.abs(value - one.value) <= 1e-9 * Math.max(1, one.value),
    );
    return at === -1 ? [] : left.splice(at, 1).map((other) => ({ zh: one, en: other }));
  });
}

/** Another number that may stand there, none where thirty tries bring none. */
function anotherThan(was: NumberInText, taken: ReadonlySet<number>, rng: Rng): Written | undefined {
  for (let tried = 0; tried < 30; tried++) {
    const now = was.other(rng);
    if (now === undefined || now.text === was.text || now.value === was.value) continue;
    if ((now.value < 1 && was.value >= 1) || now.value > was.most || taken.has(now.value)) continue;
    return now;
  }
  return undefined;
}
