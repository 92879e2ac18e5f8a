/** Using the corpus: concordance and statistics. */
export { concordance, inContext } from './concordance.js';
export type { Hit, Keyword } from './concordance.js';
export { highlight } from './highlight.js';
export type { Span } from './highlight.js';
export { isEmptyQuery, parseQuery } from './query.js';
export type { Query } from './query.js';
export { withRest } from './rows.js';
export type { LengthPoint } from './lengths.js';
export { statisticsOf } from './statistics.js';
export type { NamedCount, Statistics, StatisticsOptions } from './statistics.js';
export type { GrowthPoint, TranslationCount, Vocabulary, WordCount } from './vocabulary.js';
export { STATISTICS_DEFAULTS } from './defaults.js';
