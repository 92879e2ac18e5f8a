import type { Rng } from '../../../src/kit/index.js';
import type { Corruption } from '../corruptions.js';
import { drawn, happens, measure, oneOf, type Weighted } from './chance.js';
import type { Side } from './texts.js';
import { countHan, eitherSide, lengthOf, wordsOf } from './texts.js';

type Way = 'end' | 'teaser' | 'beginning';

const WAYS: readonly Weighted<Way>[] = [
  [65, 'end'],
  [20, 'teaser'],
  [15, 'beginning'],
];
const TEASERS: Readonly<Record<Side, readonly string[]>> = {
  zh: ['...', '…', '……', '...[详细]', '…更多'],
  en: ['...', '…', ' ...', ' [...]', '... Read more', '... more'],
};

/**
 * One side is cut off by a field too short, a teaser or a broken download: 30–80 % of it is lost,
 * its end (with dots after the rest, or none), or its beginning. One English text in four is cut
 * within a word. A rest that ends as a sentence ends is not made here: it is `partial`.
 */
export const truncated: Corruption = (pair, _place, rng) => {
  for (const side of eitherSide(rng)) {
    const text = pair[side].trim();
    if (side === 'zh' ? lengthOf(text) < 12 : lengthOf(text) < 40 || wordsOf(text).length < 7)
      continue;
    const [way = 'end'] = drawn(rng, WAYS);
    for (let tried = 0; tried < 20; tried++) {
      const rest = restOf(text, side, way, rng);
      if (rest !== undefined) return { ...pair, [side]: rest };
    }
  }
  return undefined;
};

function restOf(text: string, side: Side, way: Way, rng: Rng): string | undefined {
  const letters = Array.from(text);
  const gone = Math.round(letters.length * measure(rng, 0.3, 0.75));
  const keepsWords = side === 'en' && happens(rng, 0.75);
  let rest = (way === 'beginning' ? letters.slice(gone) : letters.slice(0, -gone)).join('');
  if (keepsWords) rest = rest.replace(way === 'beginning' ? /^\S*\s+/ : /\s+\S*$/, '');
  if (way !== 'beginning') rest = rest.trimEnd();
  const lost = letters.length - lengthOf(rest);
  if (lost < (side === 'zh' ? 6 : 20)) return undefined;
  if (lost < 0.3 * letters.length || lost > 0.8 * letters.length) return undefined;
  if (side === 'zh' ? countHan(rest) < 2 : wordsOf(rest).length < 2) return undefined;
  if (way === 'end' && /[.。!！?？;；]["”’」]*$/.test(rest)) return undefined;
  if (way !== 'teaser') return rest;
  return rest.replace(/[,，、;；:：\s]+$/, '') + (oneOf(rng, TEASERS[side]) ?? '…');
}
