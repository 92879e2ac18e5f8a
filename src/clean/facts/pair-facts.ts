import { loadLexicon } from '../../lexicon/index.js';
import { hanScriptCounts } from '../../text/index.js';
import { LexicalReader, type LexicalFacts } from './lexical.js';
import { readSide, type SideFacts } from './side.js';
import { readValues, type ValueFacts } from './values.js';

/** Everything measured of a pair, once; score and checks only compare these numbers. */
export interface PairFacts {
  readonly zh: SideFacts;
  readonly en: SideFacts;
  readonly values: ValueFacts;
  readonly lexical: LexicalFacts;
  /** Characters of the Chinese side that belong to one way of writing only. */
  readonly script: { readonly hans: number; readonly hant: number };
}

let reader: LexicalReader | undefined;

/** Measures a pair of texts. Loads the dictionary at the first call. */
export function readPairFacts(zh: string, en: string): PairFacts {
  reader ??= new LexicalReader(loadLexicon());
  return {
    zh: readSide(zh),
    en: readSide(en),
    values: readValues(zh, en),
    lexical: reader.read(zh, en),
    script: hanScriptCounts(zh),
  };
}
