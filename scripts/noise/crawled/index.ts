import type { Corruption } from '../corruptions.js';
import { mojibake } from './mojibake.js';
import { partial } from './partial.js';
import { isGold } from './places.js';
import { repeated } from './repeated.js';
import { shifted } from './shifted.js';
import { isInOwnLanguages } from './texts.js';
import { truncated } from './truncated.js';
import { wrongLanguage } from './wrong-language.js';
import { wrongNumber } from './wrong-number.js';

/** The two columns the wrong way round, where each is plainly in its own language. */
const swapped: Corruption = (pair) =>
  isInOwnLanguages(pair) ? { zh: pair.en, en: pair.zh } : undefined;

/** The same kinds of noise as it is found in crawls: each in several ways, the likelier more often. */
export const CRAWLED: Readonly<Record<string, Corruption>> = {
  shifted: spoiling(shifted),
  swapped: spoiling(swapped),
  'wrong-number': spoiling(wrongNumber),
  truncated: spoiling(truncated),
  partial: spoiling(partial),
  repeated: spoiling(repeated),
  'wrong-language': spoiling(wrongLanguage),
  mojibake: spoiling(mojibake),
};

/** Without what is blank on one side, or happens to be a good pair of the set. */
function spoiling(corruption: Corruption): Corruption {
  return (pair, place, rng) => {
    const spoilt = corruption(pair, place, rng);
    if (spoilt === undefined || spoilt.zh.trim() === '' || spoilt.en.trim() === '')
      return undefined;
    return isGold(spoilt, place.pairs) ? undefined : { zh: spoilt.zh, en: spoilt.en };
  };
}
