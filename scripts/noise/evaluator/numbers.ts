import type { Rng } from '../../../src/kit/index.js';
import type { Place, Texts } from '../corruptions.js';
import { below } from '../corruptions.js';
import { oneOf } from './chance.js';

interface Figure {
  readonly text: string;
  readonly index: number;
  /** Without commas between thousands. */
  readonly value: string;
}

/** Figures that stand alone: not in names, addresses, versions or references. */
const FIGURES = /(?<![\p{Script=Latin}\d_\-.,/:#%&])\d+(?:[.,]\d+)*(?![\p{Script=Latin}\d_\-/])/gu;

/**
 * A number that both sides have is another one on one side; where they share no figure, a number
 * in words that the Chinese has as a numeral.
 */
export function wrongNumber(pair: Texts, _place: Place, rng: Rng): Texts | undefined {
  if (pair.en.startsWith('---') || /https?:/.test(pair.en + pair.zh)) return undefined;
  const [zh, en] = [figuresOf(pair.zh), figuresOf(pair.en)];
  const shared = en.filter(({ value }) => isOnce(en, value) && isOnce(zh, value));
  const chosen = oneOf(shared, rng);
  if (chosen === undefined) return wrongWord(pair, rng);
  const side = rng() < 0.6 ? 'en' : 'zh';
  const figure =
    side === 'en' ? chosen : (zh.find(({ value }) => value === chosen.value) ?? chosen);
  const now = otherFigure(figure, new Set([...zh, ...en].map(({ value }) => value)), rng);
  if (now === undefined) return undefined;
  const text = pair[side];
  const end = figure.index + figure.text.length;
  return { ...pair, [side]: text.slice(0, figure.index) + now + text.slice(end) };
}

function figuresOf(text: string): Figure[] {
  return [...text.matchAll(FIGURES)].map(({ 0: figure, index }) => ({
    text: figure,
    index,
    value: withoutCommas(figure),
  }));
}

function withoutCommas(figure: string): string {
  return figure.replace(/,/g, '');
}

function isOnce(figures: readonly Figure[], wanted: string): boolean {
  return figures.filter(({ value }) => value === wanted).length === 1;
}

/** A figure like it with another value, which neither side has; `undefined` after thirty trials. */
function otherFigure(
  { text, value }: Figure,
  taken: ReadonlySet<string>,
  rng: Rng,
): string | undefined {
  for (let trial = 0; trial < 30; trial++) {
    const now = misread(text, rng);
    if (now === undefined || now.startsWith('0')) continue;
    const other = withoutCommas(now);
    if (!taken.has(other) && Number(other) !== Number(value)) return now;
  }
  return undefined;
}

/** Another digit; in short figures sometimes one lost, or one too many. */
function misread(figure: string, rng: Rng): string | undefined {
  const places = Array.from(figure, (_, at) => at).filter((at) => /\d/.test(figure[at] ?? ''));
  const at = oneOf(places, rng) ?? 0;
  const how = rng();
  const digit = String(below(rng, 10));
  if (how < 0.8 || figure.length > 4) return figure.slice(0, at) + digit + figure.slice(at + 1);
  if (how < 0.9 && /^\d{2,4}$/.test(figure)) return figure.slice(0, at) + figure.slice(at + 1);
  return /^\d{1,3}$/.test(figure) ? figure + digit : undefined;
}

/** Numbers in words, and the numerals that answer to them. */
const NUMBER_WORDS: Readonly<Record<string, readonly string[]>> = {
  two: ['二', '两', '兩'],
  three: ['三'],
  four: ['四'],
  five: ['五'],
  six: ['六'],
  seven: ['七'],
  eight: ['八'],
  nine: ['九'],
  ten: ['十'],
  twelve: ['十二'],
  twenty: ['二十'],
  thirty: ['三十'],
  forty: ['四十'],
  fifty: ['五十'],
  sixty: ['六十'],
  seventy: ['七十'],
  eighty: ['八十'],
  ninety: ['九十'],
};

/** Another word of its sort, as of tens for tens, that stands on neither side. */
function wrongWord({ zh, en }: Texts, rng: Rng): Texts | undefined {
  const isIn = (numerals: readonly string[]): boolean =>
    numerals.some((numeral) => zh.includes(numeral));
  const all = Object.entries(NUMBER_WORDS);
  const told = all.filter(
    ([word, numerals]) => isIn(numerals) && en.match(wholeWord(word, 'gi'))?.length === 1,
  );
  const word = oneOf(told, rng)?.[0];
  if (word === undefined) return undefined;
  const others = all.filter(
    ([other, numerals]) =>
      other !== word &&
      other.endsWith('ty') === word.endsWith('ty') &&
      !isIn(numerals) &&
      !wholeWord(other, 'i').test(en),
  );
  const other = oneOf(others, rng)?.[0];
  if (other === undefined) return undefined;
  return {
    zh,
    en: en.replace(wholeWord(word, 'i'), (was) =>
      /^[A-Z]/.test(was) ? capitalised(other) : other,
    ),
  };
}

function wholeWord(word: string, flags: string): RegExp {
  return new RegExp(`(?<![\\w-])${word}(?![\\w-])`, flags);
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
