import type { Check } from '../check.js';
import { wrongLanguage, untranslated } from './language.js';
import { lengthRatio, noWords, tooLong } from './length.js';
import { lowConfidence } from './low-confidence.js';
import { numberMismatch } from './number-mismatch.js';
import { oneSided } from './one-sided.js';

/** Every check of a single pair, in the order in which the first refusal names the reason. */
export const checks: readonly Check[] = [
  oneSided,
  noWords,
  untranslated,
  wrongLanguage,
  tooLong,
  lengthRatio,
  numberMismatch,
  lowConfidence,
];
