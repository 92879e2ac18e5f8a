/**
 * The main job as a library: `runAll` for everything at once, the rooms (`duizhao/align`,
 * `duizhao/exchange` …) for single stages.
 */
export { build, buildCorpus, initCorpus, runAll, withCorpus } from './pipeline/index.js';
export type { BuildSummary, RunAllOptions, RunAllSummary } from './pipeline/index.js';
export { DuizhaoError, EXIT, version } from './kit/index.js';
export type { Failure } from './kit/index.js';
export type { Bead, Block, Document, Page, Pair, Sentence, TracedPair } from './model/index.js';
