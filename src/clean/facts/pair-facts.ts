import {
  extendLexicon,
  loadLexicon,
  type LearnedLexicon,
  type Lexicon,
} from '../../lexicon/index.js';
import { hanScriptCounts } from '../../text/index.js';
import { lengthOfEn, lengthOfZh } from './length.js';
import { LexicalReader, type LexicalFacts } from './lexical.js';
import { readSide, type SideFacts } from './side.js';
import { readValues, type ValueFacts } from './values.js';
import { WORD_WEIGHTS } from './word-weights.generated.js';
import type { WordWeights } from './word-weights.js';

/** Everything measured of a pair, once; score and checks only compare these numbers. */
export interface PairFacts {
  readonly zh: SideFacts;
  readonly en: SideFacts;
  /** Of the two sides, in letters: see `lengthOfZh`. */
  readonly lengths: { readonly zh: number; readonly en: number };
  readonly values: ValueFacts;
  readonly lexical: LexicalFacts;
  /** Characters of the Chinese side that belong to one way of writing only. */
  readonly script: { readonly hans: number; readonly hant: number };
}

/** Measures pairs of texts; holds scratch memory, so one pair at a time. */
export type FactsReader = (zh: string, en: string) => PairFacts;

/**
 * Reads words by a lexicon.
 *
 * @param weights - of particular words; the shipped ones unless told
 */
export function factsReader(lexicon: Lexicon, weights: WordWeights = WORD_WEIGHTS): FactsReader {
  const reader = new LexicalReader(lexicon, weights);
  return (zh, en) => {
    const [left, right] = [readSide(zh), readSide(en)];
    const lengths = { zh: lengthOfZh(left), en: lengthOfEn(right) };
    return {
      zh: left,
      en: right,
      lengths,
      values: readValues(zh, en),
      lexical: reader.read(zh, en, lengths),
      script: hanScriptCounts(zh),
    };
  };
}

let plain: FactsReader | undefined;
const learnedReaders = new WeakMap<LearnedLexicon, FactsReader>();

/** Reads words by the dictionary, and by what was learned where something was. */
function readerFor(learned: LearnedLexicon = []): FactsReader {
  if (learned.length === 0) return (plain ??= factsReader(loadLexicon()));
  const known = learnedReaders.get(learned);
  if (known !== undefined) return known;
  const made = factsReader(extendLexicon(loadLexicon(), learned));
  learnedReaders.set(learned, made);
  return made;
}

/**
 * Measures a pair of texts. Loads the dictionary at the first call.
 *
 * @param learned - word translations learned from a corpus; give the same array again and again
 */
export function readPairFacts(zh: string, en: string, learned?: LearnedLexicon): PairFacts {
  return readerFor(learned)(zh, en);
}
