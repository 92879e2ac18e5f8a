/** The door of the `lexicon` room: what is known about words of both languages. */
export { compileLexicon } from './compile.js';
export type { DictionaryEntry } from './compile.js';
export { headwordsOf } from './headwords.js';
export type { Headword } from './headwords.js';
export type { Kin } from './kin.js';
export { foldZh, MAX_WORD, translationsOf, unitOf } from './lexicon.js';
export type { Lexicon, Translation } from './lexicon.js';
export { extendLexicon } from './extend.js';
export { parseLearned, printLearned } from './learned.js';
export type { LearnedLexicon, LearnedPair } from './learned.js';
export { lexiconFile, lexiconSignature, loadLexicon, openLexicon } from './load.js';
export { regionNames } from './regions.js';
export type { RegionName } from './regions.js';
export { childOf, NO_NODE } from './trie.js';
export type { Trie } from './trie.js';
export { contentSimilarity } from './similarity.js';
export { pageJudge } from './page-judge.js';
export type { PageJudge } from './page-judge.js';
