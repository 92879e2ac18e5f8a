/** A threshold: its shipped value, what it measures, who uses it, and why it is so. */
export interface CleanLimit {
  readonly value: number;
  /** One line for people. */
  readonly summary: string;
  /** Names of the checks that use it; none: the score alone. */
  readonly checks: readonly string[];
  readonly reason: string;
}

const NUMBERS = ['number-mismatch', 'date-mismatch', 'money-mismatch', 'percent-mismatch'];
const RATIO =
  'over news, law, manuals, encyclopedia, scripture and novels a Chinese character stands for 3 to 4 English letters; 0.8 and 14 lie outside 99.9 % of true pairs of twelve characters and more';
const LONG = 'CAT tools refuse segments of more than some thousand characters';

/** Every threshold with its reason; `duizhao clean --list` and the settings file show them. */
export const cleanLimits = Object.freeze({
  minScore: {
    value: 0.15,
    summary: 'smallest score at which a pair is kept',
    checks: [],
    reason:
      'by scripts/score/results.txt it keeps 98.5 % of good pairs in documents the score was not fitted to, and refuses 92.3 % of the spoilt ones, 93.9 % of those of a maker it was not fitted to; 98.7, 93.1 and 94.7 % where pairs stand in their documents; of novels, where nothing like them was fitted to, it keeps 90.6 %, in their documents 92.7 %',
  },
  minConfidence: {
    value: 0.33,
    summary: 'smallest alignment confidence at which a pair is kept',
    checks: ['low-confidence'],
    reason:
      'a pair whose chance of being exactly right is below one in three does more harm in a translation memory than its absence',
  },
  minLengthRatio: {
    value: 0.8,
    summary: 'fewest English letters and digits per Chinese character',
    checks: ['length-ratio'],
    reason: RATIO,
  },
  maxLengthRatio: {
    value: 14,
    summary: 'most English letters and digits per Chinese character',
    checks: ['length-ratio'],
    reason: RATIO,
  },
  ratioFromChars: {
    value: 12,
    summary: 'Chinese characters from which the ratio means anything',
    checks: ['length-ratio'],
    reason: "below, 'Never!' may be a whole line of dialogue",
  },
  minLetters: {
    value: 1,
    summary: 'fewest letters and figures of a side',
    checks: ['too-short'],
    reason:
      'a choice, not measured: one-letter entries may be true pairs; raise it if they are not wanted',
  },
  maxZhChars: {
    value: 1_000,
    summary: 'longest Chinese side in characters',
    checks: ['too-long'],
    reason: LONG,
  },
  maxEnChars: {
    value: 4_000,
    summary: 'longest English side in characters',
    checks: ['too-long'],
    reason: LONG,
  },
  minOwnScript: {
    value: 0.3,
    summary: "smallest share of a side's letters in its own script",
    checks: ['wrong-language'],
    reason: 'a Chinese sentence may quote Latin names; an English one hardly ever quotes Chinese',
  },
  maxUnknownWords: {
    value: 0.35,
    summary: 'largest share of English words that neither grammar nor the dictionary knows',
    checks: ['wrong-language'],
    reason:
      'real English of six words and more stays under a quarter; other languages in Latin letters lie above a third',
  },
  maxLatinInZh: {
    value: 0.5,
    summary: 'largest share of Latin letters, in letters of meaning, inside the Chinese',
    checks: ['partly-untranslated'],
    reason: 'technical Chinese quotes up to a third; a half is untranslated text',
  },
  maxNumberErrors: {
    value: 1,
    summary: 'contradicting numbers that do not yet refuse a pair by themselves',
    checks: NUMBERS,
    reason: 'one contradiction may be a misprint of the page, two are not',
  },
  maxLoops: {
    value: 4,
    summary: 'times more a phrase follows itself on one side than on the other, to be objected to',
    checks: ['repeated-phrases'],
    reason: '“no, no, no” is speech; five times and more on one side only is a machine’s',
  },
  maxRareHan: {
    value: 0.4,
    summary: 'largest share of Han characters that real text hardly uses',
    checks: ['mojibake'],
    reason: 'UTF-8 read as GBK gives 60 % and more of them, classical prose under 15 %',
  },
  maxOtherScript: {
    value: 0.15,
    summary: 'largest share of the rarer of simplified and traditional characters',
    checks: ['mixed-script'],
    reason: 'a choice, not measured: leaves room for a name or title quoted in the other script',
  },
  maxDocuments: {
    value: 3,
    summary: 'documents that may hold the same pair',
    checks: ['boilerplate'],
    reason: 'the same pair in a fourth document is a footer or a menu',
  },
  maxTranslations: {
    value: 4,
    summary: 'different translations one text may have',
    checks: ['many-translations'],
    reason: 'a sentence with more than four different translations is a heading or a caption',
  },
  minLikeness: {
    value: 0.8,
    summary: 'smallest share of letter triples that near duplicates have in common',
    checks: ['near-duplicate'],
    reason: '0.8 is a sentence of twenty words with one or two of them changed',
  },
} satisfies Record<string, CleanLimit>);

/** The thresholds in force; `duizhao.yaml` may change each under `clean: limits:`. */
export type CleanLimits = Readonly<Record<keyof typeof cleanLimits, number>>;

/** The shipped thresholds. */
export type CleanDefaults = CleanLimits;

/** Shipped values, without what is said of them. */
export const cleanDefaults: CleanDefaults = Object.freeze({
  minScore: cleanLimits.minScore.value,
  minConfidence: cleanLimits.minConfidence.value,
  minLengthRatio: cleanLimits.minLengthRatio.value,
  maxLengthRatio: cleanLimits.maxLengthRatio.value,
  ratioFromChars: cleanLimits.ratioFromChars.value,
  minLetters: cleanLimits.minLetters.value,
  maxZhChars: cleanLimits.maxZhChars.value,
  maxEnChars: cleanLimits.maxEnChars.value,
  minOwnScript: cleanLimits.minOwnScript.value,
  maxUnknownWords: cleanLimits.maxUnknownWords.value,
  maxLatinInZh: cleanLimits.maxLatinInZh.value,
  maxNumberErrors: cleanLimits.maxNumberErrors.value,
  maxLoops: cleanLimits.maxLoops.value,
  maxRareHan: cleanLimits.maxRareHan.value,
  maxOtherScript: cleanLimits.maxOtherScript.value,
  maxDocuments: cleanLimits.maxDocuments.value,
  maxTranslations: cleanLimits.maxTranslations.value,
  minLikeness: cleanLimits.minLikeness.value,
});
