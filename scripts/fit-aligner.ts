/**
 * Fits the weights of the aligner on hand-aligned sets and prints them as JSON.
 *
 *     node dist/scripts/fit-aligner.js SET… > weights.json
 *
 * A SET is a folder in the normal form (`zh/`, `en/`, `gold/`); NAME=0.3:FOLDER gives it less
 * say. Documents are cut into stretches of 60 beads; each set is learned from first, as it is
 * in use, and scored at the bead rates of its gold, as use adapts to those of a set: the weights are
 * those of the last round at the usual rates. Maximises the likelihood of the right alignments with a Gaussian
 * prior around the weights in use (L-BFGS, Nocedal 1980).
 */
import { loadLexicon } from '../src/lexicon/index.js';
import { bandAround } from '../src/align/band.js';
import { alignModel } from '../src/align/aligner.js';
import { lexicalField } from '../src/align/lexical.js';
import { knowledgeOf, readSet } from '../src/align/model.js';
import { DEFAULT_PARAMETERS, USUAL_RATES } from '../src/align/parameters.js';
import { adapt } from '../src/align/rates.js';
import {
  fromVector,
  logLikelihood,
  toVector,
  trainingExample,
  type TrainingExample,
} from '../src/align/training.js';
import { goldRates } from './fit/gold-rates.js';
import { stretchesOf, type Stretch } from './fit/stretches.js';
import { minimise } from './fit/l-bfgs.js';

/** English sentences on either side of the right path that may compete with it. */
const RADIUS = 6;
/** Strength of the prior that holds weights near those in use. */
const PRIOR = 0.5;

interface Group {
  readonly say: number;
  readonly examples: readonly TrainingExample[];
  /** What adapting to the rates of its gold adds to each weight. */
  readonly shift: Float64Array;
}

function groupOf(stretches: readonly Stretch[]): Omit<Group, 'say'> {
  const read = readSet(stretches, knowledgeOf({}, loadLexicon()));
  const { model } = alignModel(read, stretches, {});
  const examples = model.documents.flatMap((pair, index) => {
    const gold = stretches[index]?.gold ?? [];
    let [i, j] = [0, 0];
    const points = gold.map(([a, b]) => ({ i: (i += a), j: (j += b) }));
    const band = bandAround(points, pair.zh.size, pair.en.size, RADIUS);
    const field = lexicalField(pair.zh, pair.en, model, band);
    const example = trainingExample(pair, model.lengths, field, band, gold);
    return example === undefined ? [] : [example];
  });
  const rates = goldRates(examples, USUAL_RATES);
  const usual = toVector(DEFAULT_PARAMETERS);
  const adapted = toVector(adapt(DEFAULT_PARAMETERS, rates, USUAL_RATES, 1));
  return { examples, shift: adapted.map((weight, k) => weight - (usual[k] ?? 0)) };
}

function objective(groups: readonly Group[], start: Float64Array) {
  return (weights: Float64Array): { value: number; gradient: Float64Array } => {
    const gradient = weights.map((w, k) => PRIOR * (w - (start[k] ?? 0)));
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

const groups = process.argv.slice(2).map((argument): Group => {
  const [, say = '1', folder = argument] = /^(?:[^=]*=)?([\d.]+):(.+)$/.exec(argument) ?? [];
  const group = groupOf(stretchesOf(folder));
  console.error(`${folder}: ${group.examples.length} stretches`);
  return { say: Number(say), ...group };
});
const start = toVector(DEFAULT_PARAMETERS);
const fitted = minimise(objective(groups, start), start, (step, value) => {
  console.error(`step ${step}: ${value.toFixed(2)}`);
});
console.log(
  JSON.stringify(fromVector(fitted), (_key, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
  ),
);
