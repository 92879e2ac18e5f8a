import type { Place } from '../corruptions.js';
import type { GoldPair } from '../gold-pairs.js';
import { areAlike, bareText } from './likeness.js';
import type { Side } from './texts.js';
import { across } from './texts.js';

/** What is known of a whole set. */
interface SetIndex {
  readonly pairs: ReadonlySet<string>;
  /** What a text is in the other language, by its bare text, for each side. */
  readonly translations: Readonly<Record<Side, ReadonlyMap<string, readonly string[]>>>;
}

const known = new WeakMap<readonly GoldPair[], SetIndex>();

function indexOf(pairs: readonly GoldPair[]): SetIndex {
  const found = known.get(pairs) ?? {
    pairs: new Set(pairs.map(keyOf)),
    translations: { zh: translationsOf(pairs, 'zh'), en: translationsOf(pairs, 'en') },
  };
  known.set(pairs, found);
  return found;
}

function keyOf({ zh, en }: Pick<GoldPair, Side>): string {
  return `${zh}\u0000${en}`;
}

function translationsOf(pairs: readonly GoldPair[], side: Side): Map<string, string[]> {
  const translations = new Map<string, string[]>();
  for (const pair of pairs) {
    const key = bareText(pair[side]);
    translations.set(key, [...(translations.get(key) ?? []), pair[across(side)]]);
  }
  return translations;
}

/** Whether a pair is one of the good pairs of a set. */
export function isGold(pair: Pick<GoldPair, Side>, pairs: readonly GoldPair[]): boolean {
  return indexOf(pairs).pairs.has(keyOf(pair));
}

/** Whether `text`, across from `kept`, is like any translation of it that the set knows. */
export function isTranslation(
  text: string,
  kept: string,
  side: Side,
  pairs: readonly GoldPair[],
): boolean {
  const translations = indexOf(pairs).translations[side].get(bareText(kept)) ?? [];
  return translations.some((translation) => areAlike(translation, text));
}

/** The pair so many places on in the same document. */
export function neighbour({ pairs, at }: Place, step: number): GoldPair | undefined {
  const other = pairs[at + step];
  return other?.document === pairs[at]?.document ? other : undefined;
}
