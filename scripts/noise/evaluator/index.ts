import type { Corruption } from '../corruptions.js';
import { mojibake } from './encodings.js';
import { wrongLanguage } from './languages.js';
import { shifted, swapped } from './misplaced.js';
import { wrongNumber } from './numbers.js';
import { partial } from './partial.js';
import { repeated } from './repeated.js';
import { truncated } from './truncated.js';

const KINDS: Readonly<Record<string, Corruption>> = {
  shifted,
  swapped,
  'wrong-number': wrongNumber,
  truncated,
  partial,
  repeated,
  'wrong-language': wrongLanguage,
  mojibake,
};

/**
 * The same kinds of noise as a plain evaluator makes them, who knows neither the other makers nor
 * the score: each only where it surely spoils the pair. The score is never fitted to it.
 */
export const EVALUATOR: Readonly<Record<string, Corruption>> = Object.fromEntries(
  Object.entries(KINDS).map(([kind, spoil]) => [kind, tryHard(spoil)]),
);

/** Four trials, as a kind has several ways; what comes out must not be a good pair of the set. */
function tryHard(spoil: Corruption): Corruption {
  return (pair, place, rng) => {
    for (let trial = 0; trial < 4; trial++) {
      const texts = spoil(pair, place, rng);
      if (texts === undefined) continue;
      const { zh, en } = texts;
      const isGood = place.pairs.some((good) => good.zh === zh && good.en === en);
      return isGood ? undefined : texts;
    }
    return undefined;
  };
}
