import type { Rng } from '../../../src/kit/index.js';
import type { Place, Texts } from '../corruptions.js';
import { oneOf } from './chance.js';
import { countHan, countLatin, wordsOf } from './counting.js';

/** The English of a neighbour in the same document, one to three places off, that says something else. */
export function shifted(pair: Texts, { pairs, at }: Place, rng: Rng): Texts | undefined {
  const step = (oneOf([1, 1, 1, 2, 3], rng) ?? 1) * (rng() < 0.5 ? 1 : -1);
  const other = pairs[at + step];
  if (other === undefined || other.document !== pairs[at]?.document) return undefined;
  if (shareInCommon(wordsOf(pair.en), wordsOf(other.en)) > 0.6) return undefined;
  if (shareInCommon(twosOf(pair.zh), twosOf(other.zh)) > 0.5) return undefined;
  return { zh: pair.zh, en: other.en };
}

/** Each side stands where the other belongs. */
export function swapped({ zh, en }: Texts): Texts | undefined {
  const han = countHan(zh);
  if (han < 2 || countLatin(zh) > han) return undefined;
  if (countLatin(en) < 3 || countHan(en) > 0) return undefined;
  return { zh: en, en: zh };
}

/** Share of the smaller set that the other has too; 1 where one is empty. */
function shareInCommon(one: readonly string[], other: readonly string[]): number {
  const [ones, others] = [new Set(one), new Set(other)];
  const least = Math.min(ones.size, others.size);
  if (least === 0) return 1;
  return [...ones].filter((item) => others.has(item)).length / least;
}

/** Every two characters that stand together, marks and spaces aside. */
function twosOf(text: string): string[] {
  const characters = Array.from(text.replace(/[\p{P}\p{S}\s]/gu, ''));
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, at) => (characters[at] ?? '') + character);
}
