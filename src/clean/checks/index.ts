import type { Check } from '../check.js';
import { onlyAddresses } from './addresses.js';
import { controlCharacters, unbalancedMarks } from './damage.js';
import { mixedScript, partlyUntranslated, untranslated, wrongLanguage } from './language.js';
import { lowConfidence } from './low-confidence.js';
import { markup } from './markup.js';
import { mojibake } from './mojibake.js';
import { nameMissing } from './names.js';
import { profanity } from './profanity.js';
import { repeatedPhrases } from './repeated-phrases.js';
import { lengthRatio, noWords, oneSided, tooLong, tooShort } from './size.js';
import { dateMismatch, moneyMismatch, numberMismatch, percentMismatch } from './values.js';

/** Every check of a single pair, in the order in which the first refusal names the reason. */
export const checks: readonly Check[] = [
  oneSided,
  noWords,
  tooShort,
  onlyAddresses,
  untranslated,
  mojibake,
  controlCharacters,
  wrongLanguage,
  tooLong,
  lengthRatio,
  markup,
  repeatedPhrases,
  numberMismatch,
  dateMismatch,
  moneyMismatch,
  percentMismatch,
  partlyUntranslated,
  nameMissing,
  unbalancedMarks,
  mixedScript,
  profanity,
  lowConfidence,
];
