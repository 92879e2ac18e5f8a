import { hashOf, version } from '../kit/index.js';
import { unitScore, type Bead } from '../model/index.js';
import { loadLexicon } from '../lexicon/index.js';
import { beadCorpus } from './bead-corpus.js';
import { canonicalOrder } from './canonical-order.js';
import { checkedInput } from './check-input.js';
import type { Step } from './decode.js';
import { DEFAULTS, WEIGHT } from './defaults.js';
import { explainPath } from './explain.js';
import { refineLengths, type LengthPair } from './length.js';
import { learnTable, type LearnedTable } from './learn.js';
import { knowledgeOf, readSet, type Knowledge, type SetModel, type TablePair } from './model.js';
import {
  DEFAULT_PARAMETERS,
  LONE_RATES,
  parametersWithout,
  USUAL_RATES,
  type Parameters,
} from './parameters.js';
import { adapt, RateTally, STRIDE } from './rates.js';
import { pinsInside } from './pins.js';
import { isOutOfProportion } from './proportion.js';
import { isPlainlyBetter, releasedInput } from './release.js';
import { searchPath } from './search.js';
import type { Guide } from './guide.js';
import { judgeTexts } from './text-fit.js';
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
  const alignSet = (given: readonly AlignInput[]): Bead[][] => {
    const inputs = given.map(checkedInput);
    knowledge ??= knowledgeOf(options, loadLexicon());
    const order = canonicalOrder(inputs);
    const sorted = order.map((index) => inputs[index] ?? { zh: [], en: [] });
    const { paths } = alignModel(readSet(sorted, knowledge), sorted, options);
    const beads: Bead[][] = inputs.map(() => []);
    order.forEach((index, at) => {
      const found = settle(inputs[index], beadsOf(paths[at] ?? []), knowledge, options);
      beads[index] = doubted(inputs[index], found);
    });
    return beads;
  };
  return {
    align: (input) => alignSet([input])[0] ?? [],
    alignSet,
    explain: (given) => {
      const input = checkedInput(given);
      knowledge ??= knowledgeOf(options, loadLexicon());
      const { paths, model, parameters } = alignModel(
        readSet([input], knowledge),
        [input],
        options,
      );
      const [pair] = model.documents;
      if (pair === undefined) return [];
      const beads = doubted(input, beadsOf(paths[0] ?? []));
      const explained = explainPath(pair, paths[0]?.flat() ?? [], model, parameters);
      return explained.map((bead, at) => ({
        ...bead,
        confidence: beads[at]?.confidence ?? bead.confidence,
      }));
    },
    signature: `align/${version}/${hashOf(options, DEFAULTS, WEIGHT, DEFAULT_PARAMETERS, LONE_RATES).slice(0, 12)}`,
  };
}

/** Share of its confidence that a bead of texts which do not fit keeps. */
const DOUBT = 0.3;

/** Less confidence in pairs out of proportion, and in all where the texts do not fit. */
function doubted(input: AlignInput | undefined, beads: Bead[]): Bead[] {
  if (input === undefined) return beads;
  const fits = judgeTexts(input, beads).kind === 'fits';
  return beads.map((bead) => {
    const isPair = bead.zh.to > bead.zh.from && bead.en.to > bead.en.from;
    return isPair && (!fits || isOutOfProportion(input, bead))
      ? { ...bead, confidence: unitScore(bead.confidence * DOUBT) }
      : bead;
  });
}

/** Gives up the layout's paragraph pairs where they are plainly shifted. */
function settle(
  input: AlignInput | undefined,
  beads: Bead[],
  knowledge: Knowledge | undefined,
  options: AlignerOptions,
): Bead[] {
  const released = input === undefined ? undefined : releasedInput(input, beads);
  if (released === undefined || knowledge === undefined) return beads;
  const { paths } = alignModel(readSet([released], knowledge), [released], options);
  const free = beadsOf(paths[0] ?? []);
  return isPlainlyBetter(free, beads) ? free : beads;
}

/** A set aligned, with what was learned on the way. */
export interface AlignedModel {
  /** For each document, the path of each of its sections. */
  readonly paths: Step[][][];
  /** The model of the last round. */
  readonly model: SetModel;
  /** The parameters of the last pass, adapted to the set. */
  readonly parameters: Parameters;
  /** The table of the last round of learning; absent where there was none. */
  readonly learned?: LearnedTable;
}

/** Aligns a set, learning word translations from the paths before. */
export function alignModel(
  model: SetModel,
  inputs: readonly AlignInput[],
  { rounds = DEFAULTS.rounds, without = [] }: AlignerOptions,
  weights: Parameters = DEFAULT_PARAMETERS,
): AlignedModel {
  const base = parametersWithout(weights, without);
  const size = model.documents.reduce((total, { zh }) => total + zh.size, 0);
  const learns = rounds > 0 && size >= DEFAULTS.learnFrom;
  const first = learns ? base : adapt(base, LONE_RATES, USUAL_RATES, 1);
  let parameters = first;
  let pass = alignAll(model, inputs, parameters);
  const rates = pass.tally.rates(LONE_RATES);
  if (!learns && rates.gapExtend > LONE_RATES.gapExtend) {
    parameters = adapt(base, rates, USUAL_RATES, 1);
    pass = alignAll(model, inputs, parameters, pass.guides);
  }
  let result: AlignedModel = { paths: pass.paths, model, parameters };
  for (let round = 0; learns && round < rounds; round++) {
    const paths = result.paths.map((parts) => parts.flat());
    const corpus = beadCorpus(model.documents, paths, DEFAULTS.trust);
    const learned = without.includes('learned')
      ? undefined
      : learnTable(corpus, model.table, model.background);
    const lengths = refineLengths(model.lengths, lengthPairs(model.documents, paths));
    const next = { ...model, table: learned ?? model.table, lengths };
    parameters = adapt(base, pass.tally.rates(USUAL_RATES), USUAL_RATES, STRIDE);
    pass = alignAll(next, inputs, parameters, pass.guides);
    result = { ...result, paths: pass.paths, model: next, parameters };
    if (learned !== undefined) result = { ...result, learned };
  }
  return result;
}

/** Lengths of the trusted two-sided beads of a set. */
function lengthPairs(
  documents: readonly TablePair[],
  paths: readonly (readonly Step[])[],
): LengthPair[] {
  const pairs: LengthPair[] = [];
  documents.forEach(({ zh, en }, index) => {
    let [i, j] = [0, 0];
    for (const { a, b, probability } of paths[index] ?? []) {
      if (a > 0 && b > 0 && probability >= DEFAULTS.trust) {
        pairs.push({
          zh: (zh.length[i + a] as number) - (zh.length[i] as number),
          en: (en.length[j + b] as number) - (en.length[j] as number),
        });
      }
      i += a;
      j += b;
    }
  });
  return pairs;
}

/** Paths of all sections of all documents, and what the next pass needs of this one. */
interface Pass {
  readonly paths: Step[][][];
  readonly guides: readonly (readonly Guide[])[];
  readonly tally: RateTally;
}

function alignAll(
  model: SetModel,
  inputs: readonly AlignInput[],
  parameters: Parameters,
  before?: Pass['guides'],
): Pass {
  const tally = new RateTally();
  const found = model.documents.map((pair, index) =>
    sectionsOf(inputs[index], pair).map((section, at) =>
      searchPath(
        partOf(pair, section),
        model,
        parameters,
        tally,
        before?.[index]?.[at],
        pinsInside(inputs[index]?.anchors ?? [], section.zh, section.en),
      ),
    ),
  );
  return {
    paths: found.map((sections) => sections.map(({ path }) => path)),
    guides: found.map((sections) => sections.map(({ guide }) => guide)),
    tally,
  };
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

/**
 * Where a section leaves no other choice the lattice is sure of the least bad bead; evidence
 * below chance says that it may be no translation at all. Of 6 700 confident beads of real
 * translations 23 scored below 0, of unrelated paragraphs nearly all do.
 */
function credit(score: number): number {
  return score < 0 ? Math.exp(score / 3) : 1;
}

function beadsOf(parts: readonly (readonly Step[])[]): Bead[] {
  const beads: Bead[] = [];
  let [i, j] = [0, 0];
  for (const { a, b, probability, score } of parts.flat()) {
    beads.push({
      zh: { from: i, to: i + a },
      en: { from: j, to: j + b },
      score,
      confidence: unitScore(a > 0 && b > 0 ? probability * credit(score) : probability),
    });
    i += a;
    j += b;
  }
  return beads;
}
