import { alignModel } from '../../src/align/aligner.js';
import { bandAround } from '../../src/align/band.js';
import { lexicalField } from '../../src/align/lexical.js';
import { knowledgeOf, readSet } from '../../src/align/model.js';
import type { Parameters } from '../../src/align/parameters.js';
import {
  fromVector,
  logLikelihood,
  toVector,
  trainingExample,
  type TrainingExample,
} from '../../src/align/training.js';
import { loadLexicon } from '../../src/lexicon/index.js';
import { minimise } from './l-bfgs.js';
import type { FitSet } from './recipe.js';

/** English sentences on either side of the right path that may compete with it. */
const RADIUS = 6;
/** Strength of the Gaussian prior that holds weights near the start. */
const PRIOR = 0.1;

interface Group {
  readonly say: number;
  readonly examples: readonly TrainingExample[];
  /** What adapting to the rates of its gold adds to each weight. */
  readonly shift: Float64Array;
}

/**
 * Weights of what is asked of all beads, with the highest posterior probability.
 *
 * Each set is learned from first, as it is in use, and scored at the bead rates of its gold, as
 * use adapts to those of a set: the weights are those at the usual rates.
 */
export function fitBagWeights(
  sets: readonly FitSet[],
  start: Parameters,
  inUse: Parameters,
): Parameters {
  const groups = sets.map((set) => groupOf(set, inUse));
  const center = toVector(start);
  const fitted = minimise(objective(groups, center), center, () => undefined);
  return { ...fromVector(fitted), refinement: inUse.refinement };
}

function groupOf({ say, stretches }: FitSet, inUse: Parameters): Group {
  const read = readSet(stretches, knowledgeOf({}, loadLexicon()));
  const { model, parameters } = alignModel(read, stretches, {}, inUse);
  const examples = model.documents.flatMap((pair, index) => {
    const gold = stretches[index]?.gold ?? [];
    let [i, j] = [0, 0];
    const points = gold.map(([a, b]) => ({ i: (i += a), j: (j += b) }));
    const band = bandAround(points, pair.zh.size, pair.en.size, RADIUS);
    const field = lexicalField(pair.zh, pair.en, model, band);
    const example = trainingExample(pair, model.lengths, field, band, gold);
    return example === undefined ? [] : [example];
  });
  const usual = toVector(inUse);
  const adapted = toVector(parameters);
  return { say, examples, shift: adapted.map((weight, k) => weight - (usual[k] ?? 0)) };
}

function objective(groups: readonly Group[], center: Float64Array) {
  return (weights: Float64Array): { value: number; gradient: Float64Array } => {
    const gradient = weights.map((w, k) => PRIOR * (w - (center[k] ?? 0)));
    let value = gradient.reduce((sum, g) => sum + (g * g) / (2 * PRIOR), 0);
    for (const { say, examples, shift } of groups) {
      const shifted = weights.map((weight, k) => weight + (shift[k] ?? 0));
      const ascent = new Float64Array(weights.length);
      for (const example of examples) value -= say * logLikelihood(example, shifted, ascent);
      ascent.forEach((g, k) => {
        gradient[k] = (gradient[k] ?? 0) - say * g;
      });
    }
    return { value, gradient };
  };
}
