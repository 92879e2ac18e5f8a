import { extendLexicon, loadLexicon, type LearnedLexicon } from '../../lexicon/index.js';
import { hanScriptCounts } from '../../text/index.js';
import { lengthOfEn, lengthOfZh } from './length.js';
import { LexicalReader, type LexicalFacts } from './lexical.js';
import { readSide, type SideFacts } from './side.js';
import { readValues, type ValueFacts } from './values.js';

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

let reader: LexicalReader | undefined;
const learnedReaders = new WeakMap<LearnedLexicon, LexicalReader>();

/** Reads words by the dictionary, and by what was learned where something was. */
function readerFor(learned: LearnedLexicon = []): LexicalReader {
  if (learned.length === 0) return (reader ??= new LexicalReader(loadLexicon()));
  const known = learnedReaders.get(learned);
  if (known !== undefined) return known;
  const made = new LexicalReader(extendLexicon(loadLexicon(), learned));
  learnedReaders.set(learned, made);
  return made;
}

/**
 * Measures a pair of texts. Loads the dictionary at the first call.
 *
 * @param learned - word translations learned from a corpus; give the same array again and again
 */
export function readPairFacts(zh: string, en: string, learned?: LearnedLexicon): PairFacts {
  const [left, right] = [readSide(zh), readSide(en)];
  const lengths = { zh: lengthOfZh(left), en: lengthOfEn(right) };
  return {
    zh: left,
    en: right,
    lengths,
    values: readValues(zh, en),
    lexical: readerFor(learned).read(zh, en, lengths),
    script: hanScriptCounts(zh),
  };
}
