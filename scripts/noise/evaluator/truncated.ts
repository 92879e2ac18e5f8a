import type { Rng } from '../../../src/kit/index.js';
import type { Place, Texts } from '../corruptions.js';
import { between, eitherSide } from './chance.js';
import { countHan, spacedWordsOf } from './counting.js';

/** One side breaks off after 30–65 % of its words or characters. */
export function truncated({ zh, en }: Texts, _place: Place, rng: Rng): Texts | undefined {
  const share = between(0.3, 0.65, rng);
  if (eitherSide(rng) === 'en') {
    const words = spacedWordsOf(en);
    if (words.length < 8) return undefined;
    return { zh, en: words.slice(0, Math.max(2, Math.floor(words.length * share))).join(' ') };
  }
  if (countHan(zh) < 12) return undefined;
  const characters = Array.from(zh);
  const count = Math.max(3, Math.floor(characters.length * share));
  const kept = characters.slice(0, count).join('').trim();
  const lost = characters.slice(count).join('');
  return countHan(lost) < 5 || countHan(kept) < 2 ? undefined : { zh: kept, en };
}
