import type { Lexicon } from '../lexicon/index.js';
import type { Lang } from '../model/index.js';
import { backgroundOf, type Background } from './background.js';
import type { EvidenceName } from './evidence.js';
import { KnownNames } from './gazetteer.js';
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
import type { AlignerOptions, AlignInput } from './types.js';
import { NONE, Vocabulary } from './vocabulary.js';

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
  /** What was known of words before learning from the set. */
  readonly prior: TranslationTable;
  /** What is believed now. */
  readonly table: TranslationTable;
  /** Pairs that were learned elsewhere before, by Chinese token. */
  readonly learned: WordKnowledge['learned'];
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
    learned: indexLearned(off.has('learned') ? [] : learned),
  };
}

/** Reads a set of documents and takes its statistics. */
export function readSet(inputs: readonly AlignInput[], knowledge: Knowledge): SetModel {
  const vocabulary = new Vocabulary(knowledge.lexicon);
  const documents = inputs.map((input) => readPair(input, vocabulary, knowledge));
  const prior = priorTable(vocabulary, knowledge);
  return {
    vocabulary,
    documents,
    background: backgroundOf(documents, vocabulary),
    lengths: lengthModelOf(documents),
    prior,
    table: prior,
    learned: knowledge.learned,
  };
}

function readPair(input: AlignInput, vocabulary: Vocabulary, { without }: Knowledge): TablePair {
  const names = new NameIndex(vocabulary.lexicon);
  const headingsOf = (side: Lang): Set<number> =>
    new Set(without.has('numbering') ? [] : input.headings?.[side]);
  const en = readEn(input.en, vocabulary, names, without, headingsOf('en'));
  if (!without.has('names')) names.prepare();
  const present = new Set(en.token);
  const tokenOf = (stem: string): number => {
    const token = vocabulary.findEn(stem);
    return present.has(token) ? token : NONE;
  };
  const known = new KnownNames(vocabulary.lexicon, tokenOf, without);
  return { zh: readZh(input.zh, vocabulary, names, known, without, headingsOf('zh')), en };
}
