import { unitScore, type Bead } from '../model/index.js';
import { loadLexicon } from '../lexicon/index.js';
import { beadCorpus } from './bead-corpus.js';
import type { Step } from './decode.js';
import { learnTable } from './learn.js';
import { readSet, type SetModel, type TablePair } from './model.js';
import { DEFAULT_PARAMETERS, type Parameters } from './parameters.js';
import { searchPath } from './search.js';
import { sliceTable } from './token-table.js';
import type { Aligner, AlignerOptions, AlignInput, SectionRange } from './types.js';

/** Makes an aligner. */
export function createAligner(options: AlignerOptions = {}): Aligner {
  const alignSet = (inputs: readonly AlignInput[]): Bead[][] => {
    const model = readSet(inputs, loadLexicon());
    return alignModel(model, inputs, options).paths.map(beadsOf);
  };
  return {
    align: (input) => alignSet([input])[0] ?? [],
    alignSet,
    signature: 'align/1',
  };
}

/** Paths of all documents, after learning word translations from the paths before. */
export function alignModel(
  model: SetModel,
  inputs: readonly AlignInput[],
  { rounds = 2 }: AlignerOptions,
): { paths: Step[][][]; model: SetModel } {
  let current = model;
  let paths = alignAll(model, inputs, DEFAULT_PARAMETERS);
  for (let round = 0; round < rounds; round++) {
    const corpus = beadCorpus(
      model.documents,
      paths.map((parts) => parts.flat()),
      0.5,
    );
    const table = learnTable(corpus, model.table, model.background);
    current = { ...model, table };
    paths = alignAll(current, inputs, DEFAULT_PARAMETERS, paths);
  }
  return { paths, model: current };
}

/** For each document, the path of each of its sections. */
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
  for (const { a, b, probability } of parts.flat()) {
    beads.push({
      zh: { from: i, to: i + a },
      en: { from: j, to: j + b },
      score: 0,
      confidence: unitScore(probability),
    });
    i += a;
    j += b;
  }
  return beads;
}
