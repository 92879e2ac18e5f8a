/** The corpus database: sources, documents, pairs, people's decisions, history. */
export { isCorpus, openCorpus } from './open.js';
export type { OpenOptions } from './open.js';
export type { Corpus } from './corpus.js';
export type { Clock } from './context.js';
export type { Counts } from './counts.js';
export { STORE_DEFAULTS } from './defaults.js';
export type { Source, SourceChange } from './source.js';
export type { SourceContent, Sources } from './sources.js';
export type { Results, Saved, SaveRequest, SourceState } from './results.js';
export type { DocumentFilter, Documents, StoredDocument } from './documents.js';
export type { PairFilter } from './pair-filter.js';
export type { Pairs } from './pairs.js';
export type { SeenPairs } from './seen.js';
export type { Conflict, DecidedState, Decision, MachineView } from './decision.js';
export type { Edits, Wish } from './edits.js';
export type { HistoryEntry, HistoryWhat } from './history.js';
export type { OpenRun, RunOutcome, Runs, StoredReject, StoredRun } from './runs.js';
