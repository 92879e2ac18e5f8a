import { hashOf, version } from '../kit/index.js';
import { unitScore, type Bead } from '../model/index.js';
import { loadLexicon } from '../lexicon/index.js';
import { beadCorpus } from './bead-corpus.js';
import type { Step } from './decode.js';
import { DEFAULTS } from './defaults.js';
import { learnTable, type LearnedTable } from './learn.js';
import { knowledgeOf, readSet, type Knowledge, type SetModel, type TablePair } from './model.js';
import { DEFAULT_PARAMETERS, parametersWithout, type Parameters } from './parameters.js';
import { searchPath } from './search.js';
import { sliceTable } from './token-table.js';
import type { Aligner, AlignerOptions, AlignInput, SectionRange } from './types.js';

/**
 * Makes an aligner. Cheap: the dictionary is loaded at the first document.
 *
 * The beads of a set do not depend on the order of its documents; those of `align` on no other
 * document at all.
 */
export function createAligner(options: AlignerOptions = {}): Aligner {
  let knowledge: Knowledge | undefined;
  const alignSet = (inputs: readonly AlignInput[]): Bead[][] => {
    knowledge ??= knowledgeOf(options, loadLexicon());
    const order = canonicalOrder(inputs);
    const sorted = order.map((index) => inputs[index] ?? { zh: [], en: [] });
    const { paths } = alignModel(readSet(sorted, knowledge), sorted, options);
    const beads: Bead[][] = inputs.map(() => []);
    order.forEach((index, at) => {
      beads[index] = beadsOf(paths[at] ?? []);
    });
    return beads;
  };
  return {
    align: (input) => alignSet([input])[0] ?? [],
    alignSet,
    signature: `align/${version}/${hashOf(options, DEFAULTS, DEFAULT_PARAMETERS).slice(0, 12)}`,
  };
}

/** Indexes of documents in an order that only their contents decide. */
function canonicalOrder(inputs: readonly AlignInput[]): number[] {
  const keys = inputs.map(({ zh, en }) => (inputs.length === 1 ? '' : hashOf(zh, en)));
  return keys
    .map((key, index) => ({ key, index }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index))
    .map(({ index }) => index);
}

/** A set aligned, with what was learned on the way. */
export interface AlignedModel {
  /** For each document, the path of each of its sections. */
  readonly paths: Step[][][];
  /** The model of the last round. */
  readonly model: SetModel;
  /** The table of the last round of learning; absent where there was none. */
  readonly learned?: LearnedTable;
}

/** Aligns a set, learning word translations from the paths before. */
export function alignModel(
  model: SetModel,
  inputs: readonly AlignInput[],
  { rounds = DEFAULTS.rounds, without = [] }: AlignerOptions,
): AlignedModel {
  const parameters = parametersWithout(DEFAULT_PARAMETERS, without);
  let result: AlignedModel = { paths: alignAll(model, inputs, parameters), model };
  const size = model.documents.reduce((total, { zh }) => total + zh.size, 0);
  for (let round = 0; round < rounds && size >= DEFAULTS.learnFrom; round++) {
    const paths = result.paths.map((parts) => parts.flat());
    const corpus = beadCorpus(model.documents, paths, DEFAULTS.trust);
    const learned = learnTable(corpus, model.table, model.background);
    const next = { ...model, table: learned };
    result = { paths: alignAll(next, inputs, parameters, result.paths), model: next, learned };
  }
  return result;
}

function alignAll(
  model: SetModel,
  inputs: readonly AlignInput[],
  parameters: Parameters,
  before?: readonly (readonly (readonly Step[])[])[],
): Step[][][] {
  return model.documents.map((pair, index) =>
    sectionsOf(inputs[index], pair).map((section, at) =>
      searchPath(partOf(pair, section), model, parameters, before?.[index]?.[at]),
    ),
  );
}

function sectionsOf(input: AlignInput | undefined, pair: TablePair): readonly SectionRange[] {
  const whole: SectionRange = {
    zh: { from: 0, to: pair.zh.size },
    en: { from: 0, to: pair.en.size },
    hold: 'open',
  };
  return input?.sections ?? [whole];
}

function partOf(pair: TablePair, { zh, en }: SectionRange): TablePair {
  return { zh: sliceTable(pair.zh, zh.from, zh.to), en: sliceTable(pair.en, en.from, en.to) };
}

function beadsOf(parts: readonly (readonly Step[])[]): Bead[] {
  const beads: Bead[] = [];
  let [i, j] = [0, 0];
  for (const { a, b, probability, score } of parts.flat()) {
    beads.push({
      zh: { from: i, to: i + a },
      en: { from: j, to: j + b },
      score,
      confidence: unitScore(probability),
    });
    i += a;
    j += b;
  }
  return beads;
}
