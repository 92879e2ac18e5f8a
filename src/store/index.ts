/** The corpus database: sources, documents, pairs, people's decisions, history. */
export { isCorpus, openCorpus } from './open.js';
export type { OpenOptions } from './open.js';
export type { Corpus } from './corpus.js';
export type { Clock } from './context.js';
export type { Counts } from './counts.js';
export { STORE_DEFAULTS } from './defaults.js';
export { DAMAGED } from './failure.js';
export type { Source, SourceChange } from './source.js';
export type { SourceHashes } from './source-hashes.js';
export { contentOf, unpackDocument } from './staging.js';
export type { NewContent, Staging } from './staging.js';
export type { SourceContent, Sources } from './sources.js';
export { MAX_COUNTED } from './stale.js';
export { prepare } from './prepare.js';
export type { Prepared, PreparedPair } from './prepare.js';
export type { Part } from './players.js';
export type {
  CompareRequest,
  Placed,
  Results,
  Saved,
  SaveRequest,
  SourceState,
} from './results.js';
export type { PlacedPair, PlacedResults } from './placed-results.js';
export type { StoredResults } from './stored-results.js';
export type { DocumentFilter, Documents, StoredDocument } from './documents.js';
export type { PairFilter } from './pair-filter.js';
export type { Pairs } from './pairs.js';
export type { SeenPairs } from './seen.js';
export type { StoredStretch, StretchDocument, StretchFacts } from './stretches.js';
export type { Conflict, DecidedState, Decision, MachineView } from './decision.js';
export type { Edits, Wish } from './edits.js';
export type { HistoryEntry, HistoryWhat } from './history.js';
export type { OpenRun, RunOutcome, Runs, StoredReject, StoredRun } from './runs.js';
export type { Backup } from './backup.js';
export type { Forgotten, ForgetTarget, Takedown } from './forget.js';
export type { Problem, Verification } from './verify.js';
export type { Phrases, SearchIndex } from './search-index.js';
export { enTerms, zhTerms } from './index-terms.js';
export { FILES } from './site-where.js';
export type { LengthBin, PlaceGroup, ScoreBin, Tallies } from './tallies.js';
export type { GroupCount } from './tally.js';
