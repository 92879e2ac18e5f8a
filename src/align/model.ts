import type { Lexicon } from '../lexicon/index.js';
import { backgroundOf, type Background } from './background.js';
import { lengthModelOf, type LengthModel } from './length.js';
import { NameIndex } from './names.js';
import { readEn } from './read-en.js';
import { readZh } from './read-zh.js';
import type { TokenTable } from './token-table.js';
import {
  indexLearned,
  priorTable,
  type TranslationTable,
  type WordKnowledge,
} from './translation-table.js';
import type { AlignerOptions, AlignInput, EvidenceName } from './types.js';
import { Vocabulary } from './vocabulary.js';

/** Both sides of one document as tokens. */
export interface TablePair {
  readonly zh: TokenTable;
  readonly en: TokenTable;
}

/** Everything known of a set of documents before its beads are sought. */
export interface SetModel {
  readonly vocabulary: Vocabulary;
  readonly documents: readonly TablePair[];
  readonly background: Background;
  readonly lengths: LengthModel;
  readonly table: TranslationTable;
}

/** What an aligner knows and uses, fixed for its life. */
export interface Knowledge extends WordKnowledge {
  readonly lexicon: Lexicon;
  readonly without: ReadonlySet<EvidenceName>;
}

/** Knowledge from options. */
export function knowledgeOf(
  { learned = [], without = [] }: AlignerOptions,
  lexicon: Lexicon,
): Knowledge {
  const off = new Set(without);
  return {
    lexicon,
    without: off,
    dictionary: !off.has('dictionary'),
    learned: indexLearned(learned),
  };
}

/** Reads a set of documents and takes its statistics. */
export function readSet(inputs: readonly AlignInput[], knowledge: Knowledge): SetModel {
  const vocabulary = new Vocabulary(knowledge.lexicon);
  const documents = inputs.map((input) => readPair(input, vocabulary, knowledge));
  return {
    vocabulary,
    documents,
    background: backgroundOf(documents, vocabulary),
    lengths: lengthModelOf(documents),
    table: priorTable(vocabulary, knowledge),
  };
}

function readPair(input: AlignInput, vocabulary: Vocabulary, { without }: Knowledge): TablePair {
  const names = new NameIndex(vocabulary.lexicon);
  const en = readEn(input.en, vocabulary, names, !without.has('numbers'));
  if (!without.has('names')) names.prepare();
  const use = { numbers: !without.has('numbers'), latin: !without.has('latin') };
  return { zh: readZh(input.zh, vocabulary, names, use), en };
}
