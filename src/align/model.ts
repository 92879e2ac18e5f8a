import type { Lexicon } from '../lexicon/index.js';
import { backgroundOf, type Background } from './background.js';
import { lengthModelOf, type LengthModel } from './length.js';
import { NameIndex } from './names.js';
import { readEn } from './read-en.js';
import { readZh } from './read-zh.js';
import type { TokenTable } from './token-table.js';
import { dictionaryTable, type TranslationTable } from './translation-table.js';
import type { AlignInput } from './types.js';
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

/** Reads a set of documents and takes its statistics. */
export function readSet(inputs: readonly AlignInput[], lexicon: Lexicon): SetModel {
  const vocabulary = new Vocabulary(lexicon);
  const documents = inputs.map((input) => readPair(input, vocabulary));
  return {
    vocabulary,
    documents,
    background: backgroundOf(documents, vocabulary),
    lengths: lengthModelOf(documents),
    table: dictionaryTable(vocabulary),
  };
}

function readPair(input: AlignInput, vocabulary: Vocabulary): TablePair {
  const names = new NameIndex(vocabulary.lexicon);
  const en = readEn(input.en, vocabulary, names);
  names.prepare();
  return { zh: readZh(input.zh, vocabulary, names), en };
}
