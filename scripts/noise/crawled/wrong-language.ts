import type { Rng } from '../../../src/kit/index.js';
import type { Corruption, Place, Texts } from '../corruptions.js';
import { between, drawn, happens, measure, type Weighted } from './chance.js';
import { type Language, MISTAKEN_FOR, RELATIVE_LENGTH } from './languages.js';
import { areAlike } from './likeness.js';
import { neighbour } from './places.js';
import { SENTENCES } from './sentences.js';
import type { Side } from './texts.js';
import { across, countHan, countLatin, isInOwnLanguages, joined, piecesOf } from './texts.js';
import { unitsOf } from './units.js';

/** What a side becomes; `undefined` where it offers no hold. */
type Way = (pair: Texts, side: Side, place: Place, rng: Rng) => string | undefined;

const WAYS: readonly Weighted<Way>[] = [
  [55, allForeign],
  [25, copied],
  [10, neighbourAcross],
  [10, goesOnForeign],
];

/** One side is in a third language, or in that of the other side. */
export const wrongLanguage: Corruption = (pair, place, rng) => {
  if (!isInOwnLanguages(pair)) return undefined;
  for (const way of drawn(rng, WAYS)) {
    const side = happens(rng, 0.5) ? 'zh' : 'en';
    const text = way(pair, side, place, rng);
    if (text !== undefined) return { ...pair, [side]: text };
  }
  return undefined;
};

/** A third language, at about the length a translation would have. */
function allForeign({ en }: Texts, side: Side, _place: Place, rng: Rng): string | undefined {
  const [language] = drawn(rng, MISTAKEN_FOR[side]);
  return language && foreignText(language, en.length * RELATIVE_LENGTH[language], rng);
}

/** The side begins as it should and goes on in a third language, for more than half of it. */
function goesOnForeign(pair: Texts, side: Side, _place: Place, rng: Rng): string | undefined {
  const [language] = drawn(rng, MISTAKEN_FOR[side]);
  const units = unitsOf(pair[side].trim(), side, 'clause');
  if (language === undefined || units.length < 2) return undefined;
  const kept = Math.max(1, Math.floor(units.length * measure(rng, 0.15, 0.5)));
  const start = units.slice(0, kept).join('').trimEnd();
  const rest = foreignText(language, pair.en.length * RELATIVE_LENGTH[language] * 0.65, rng);
  if (rest.length < 0.55 * (rest.length + start.length)) return undefined;
  return `${start} ${rest}`;
}

/** A copy of the other side, four times in ten not quite the same. */
function copied(pair: Texts, side: Side, _place: Place, rng: Rng): string {
  const from = across(side);
  return happens(rng, 0.6) ? pair[from] : altered(pair[from], from, rng);
}

/** Both sides in one language, and not even the same sentence. */
function neighbourAcross(pair: Texts, side: Side, place: Place, rng: Rng): string | undefined {
  const from = across(side);
  const other = neighbour(place, happens(rng, 0.5) ? 1 : -1);
  if (other === undefined || areAlike(other[from], pair[from])) return undefined;
  const isScant = from === 'zh' ? countHan(other.zh) < 2 : countLatin(other.en) < 3;
  return isScant ? undefined : other[from];
}

/** Without its last mark, in other letters, without a word here and there, or as it was. */
function altered(text: string, side: Side, rng: Rng): string {
  const way = between(rng, 0, 3);
  if (way === 0) return text.replace(/[.。!！?？;；]+$/, '');
  if (way === 1 && side === 'en')
    return happens(rng, 0.5) ? text.toUpperCase() : text.toLowerCase();
  const pieces = piecesOf(text, side);
  if (pieces.length < 8) return text;
  return joined(
    pieces.filter(() => !happens(rng, 0.08)),
    side,
  );
}

/** Sentences, none twice, to about a length in characters; a heading where it is short. */
function foreignText(language: Language, length: number, rng: Rng): string {
  const { headings, sentences } = SENTENCES[language];
  const isShortEnough = (text: string): boolean => text.length <= 1.5 * length;
  const evenly = (texts: readonly string[]): string[] =>
    drawn(
      rng,
      texts.map((text) => [1, text]),
    );
  const inOrder =
    length > 40
      ? [...evenly(sentences), ...evenly(headings)]
      : evenly([...headings, ...sentences]).sort(
          (one, other) => Number(isShortEnough(other)) - Number(isShortEnough(one)),
        );
  const chosen: string[] = [];
  let made = 0;
  for (const text of inOrder) {
    if (made > 0 && made + text.length / 2 > length) break;
    chosen.push(text);
    made += text.length;
  }
  return chosen.join(language === 'ja' ? '' : ' ');
}
