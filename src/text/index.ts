/** Knowledge of the two scripts and languages, below every stage. */
export { langOf, languageRuns } from './language.js';
export type { LangVerdict, LanguageRun } from './language.js';
export { hanScript, toSimplified } from './han-script.js';
export { decodeBytes } from './decode.js';
export type { Decoded, DecodeHints } from './decode.js';
export { collapseSpace, normalise } from './normalise.js';
export { isHan, isLatin } from './chars.js';
export { tokensEn } from './tokens-en.js';
export type { Token } from './tokens-en.js';
export { stemEn } from './stem-en.js';
export { isFunctionWordEn } from './function-words-en.js';
export { zhStopWords } from './stop-words-zh.js';
export { numbersIn } from './numbers.js';
export type { NumberKind, NumberMention } from './number-mention.js';
export { hanNumeral, parseHanNumeral } from './numeral-han.js';
export { englishNumeral } from './numeral-words.js';
