/** The words of the house as types. Imports nothing. */
export { documentId, pairId, unitScore } from './ids.js';
export type { DocumentId, HanScript, Lang, PairId, UnitScore } from './ids.js';
export type { Charset, Origin, Page, PageHints } from './page.js';
export type {
  Block,
  BlockKind,
  Document,
  DocumentFacts,
  DocumentHead,
  Layout,
  Section,
  SetAside,
} from './document.js';
export { beadShape, rangeSize } from './bead.js';
export type { Bead, Range, Sentence } from './bead.js';
export type { Finding, Pair, PairState, TracedPair } from './pair.js';
