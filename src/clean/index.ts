/** Beads in, pairs out: repaired, checked, scored; nothing is dropped. */
export { cleanAgain, makePairs } from './make-pairs.js';
export type { AlignedDocument } from './make-pairs.js';
export { cleanPair, cleanPairs } from './clean-pair.js';
export type { CleanedPair, RawPair } from './clean-pair.js';
export { createJudge, LOW_SCORE } from './judge.js';
export type { CleanOptions, Judge, Judgeable, Judgement } from './judge.js';
export { checks } from './checks/index.js';
export type { Candidate, Check, Objection } from './check.js';
export { cleanDefaults, cleanLimits } from './defaults.js';
export type { CleanDefaults, CleanLimit, CleanLimits } from './defaults.js';
export { readPairFacts } from './facts/pair-facts.js';
export type { PairFacts } from './facts/pair-facts.js';
export { DocumentScores, explainScore, scoreOf } from './score/score.js';
export type { Contribution } from './score/score.js';
export {
  acrossChecks,
  notingChecks,
  DUPLICATE,
  acrossLimits,
  compareWithEarlier,
  markDuplicates,
  partOf,
  standingAlone,
  unmarkDuplicates,
} from './across/duplicates.js';
export type { AcrossOptions, Part, SeenPairs, Standing } from './across/duplicates.js';
export { memoryIndex } from './across/memory-index.js';
export type { GrowingIndex } from './across/memory-index.js';
export { repairText } from './repair/index.js';
export type { Repaired } from './repair/index.js';
export { repairs } from './repair/repairs.js';
export type { Repair } from './repair/repairs.js';
export { anonymisePair, anonymiseTexts } from './anonymise/anonymise.js';
export { hideRecord } from './anonymise/hide-record.js';
export type { Anonymised, PairTexts } from './anonymise/anonymise.js';
export type { PersonalData } from './anonymise/find.js';
export { faultOfRule } from './rules/rules.js';
export type { CleanRule } from './rules/rules.js';
export { ruleNames } from './rules/values.js';
export type { RuleName, RulePair, RuleValue } from './rules/values.js';
export { cleanSignature } from './signature.js';
