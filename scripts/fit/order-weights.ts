import { alignModel } from '../../src/align/aligner.js';
import { bandAround, bandOffsets, type Band } from '../../src/align/band.js';
import { beadScores } from '../../src/align/bead-scores.js';
import { posteriorOf } from '../../src/align/lattice.js';
import { lexicalField } from '../../src/align/lexical.js';
import { knowledgeOf, readSet, type SetModel, type TablePair } from '../../src/align/model.js';
import type { Parameters } from '../../src/align/parameters.js';
import { likelyBeads, wordOrderOf, type Refinement } from '../../src/align/refine.js';
import { goldBeads } from '../../src/align/training.js';
import { loadLexicon } from '../../src/lexicon/index.js';
import { minimise } from './l-bfgs.js';
import type { FitSet } from './recipe.js';
import type { Stretch } from './stretches.js';

/** English sentences on either side of the right path that may compete with it. */
const RADIUS = 6;
/** Strength of the Gaussian prior around 0, for weights of nats and for nats. */
const PRIOR = { weight: 10, nats: 1 };

/** Weights in the order of the vector; the first six are factors, the others nats. */
const NAMES = [
  'zhToEn',
  'enToZh',
  'orderedZhToEn',
  'orderedEnToZh',
  'worstZh',
  'worstEn',
  'furtherZh',
  'furtherEn',
  'manyToMany',
  'gapOpen',
  'gapExtend',
] as const satisfies readonly (keyof Refinement)[];
const FACTORS = 6;
/** Features of a bead; the two weights of gaps belong to no bead. */
const FEATURES = NAMES.length - 2;
const GAP_OPEN = FEATURES;
const GAP_EXTEND = FEATURES + 1;

/** The likely beads of a stretch with what the weights multiply. */
interface Example {
  readonly band: Band;
  /** Bead numbers in [positions][SHAPE_COUNT], and their scores by bags of words. */
  readonly place: Uint32Array;
  readonly score: Float32Array;
  /** Float32 [beads][FEATURES]. */
  readonly feature: Float32Array;
  /** Which of the beads are right: all of them are among the likely ones. */
  readonly gold: readonly number[];
  readonly goldOpens: number;
  readonly goldExtends: number;
  readonly gap: { readonly open: number; readonly extend: number };
  /** Room for scores of all beads of the band. */
  readonly room: Float32Array;
}

/** Weights of what is asked of likely beads, with the highest posterior probability. */
export function fitOrderWeights(sets: readonly FitSet[], parameters: Parameters): Refinement {
  const groups = sets.map(({ say, stretches }) => ({
    say,
    examples: examplesOf(stretches, parameters),
  }));
  const prior = Float64Array.from(NAMES, (_, k) => (k < FACTORS ? PRIOR.weight : PRIOR.nats));
  const objective = (weights: Float64Array): { value: number; gradient: Float64Array } => {
    const gradient = weights.map((w, k) => (prior[k] as number) * w);
    let value = weights.reduce((sum, w, k) => sum + ((prior[k] as number) * w * w) / 2, 0);
    for (const { say, examples } of groups) {
      for (const example of examples) value -= logLikelihood(example, weights, say, gradient);
    }
    return { value, gradient };
  };
  const fitted = minimise(objective, new Float64Array(NAMES.length), () => undefined);
  return refinementOf(fitted);
}

function refinementOf(weights: Float64Array): Refinement {
  const at = (name: (typeof NAMES)[number]): number => weights[NAMES.indexOf(name)] as number;
  return {
    zhToEn: at('zhToEn'),
    enToZh: at('enToZh'),
    orderedZhToEn: at('orderedZhToEn'),
    orderedEnToZh: at('orderedEnToZh'),
    worstZh: at('worstZh'),
    worstEn: at('worstEn'),
    furtherZh: at('furtherZh'),
    furtherEn: at('furtherEn'),
    manyToMany: at('manyToMany'),
    gapOpen: at('gapOpen'),
    gapExtend: at('gapExtend'),
  };
}

function examplesOf(stretches: readonly Stretch[], inUse: Parameters): Example[] {
  const read = readSet(stretches, knowledgeOf({}, loadLexicon()));
  const { model, parameters } = alignModel(read, stretches, {}, inUse);
  return model.documents.flatMap((pair, index) => {
    const example = exampleOf(pair, model, stretches[index]?.gold ?? [], parameters);
    return example === undefined ? [] : [example];
  });
}

function exampleOf(
  pair: TablePair,
  model: SetModel,
  gold: readonly (readonly [number, number])[],
  parameters: Parameters,
): Example | undefined {
  let [i, j] = [0, 0];
  const points = gold.map(([a, b]) => ({ i: (i += a), j: (j += b) }));
  const band = bandAround(points, pair.zh.size, pair.en.size, RADIUS);
  const right = goldBeads(gold, band, bandOffsets(band));
  if (right === undefined) return undefined;
  const field = lexicalField(pair.zh, pair.en, model, band);
  const scores = beadScores({ ...pair, lengths: model.lengths }, field, band, parameters);
  const gap = { open: parameters.gapOpen, extend: parameters.gapExtend };
  const beads = likelyBeads(band, posteriorOf(band, scores, gap), new Set(right.gold));
  const order = wordOrderOf(pair, model, beads);
  const feature = new Float32Array(beads.length * FEATURES);
  const number = new Map<number, number>();
  beads.forEach(({ i: x, j: y, a, b, place }, k) => {
    number.set(place, k);
    const words = order.measure(x, y, a, b);
    const { zhToEn, enToZh, orderedZhToEn, orderedEnToZh, worstZh, worstEn } = words;
    const several = a > 1 && b > 1 ? 1 : 0;
    feature.set(
      [zhToEn, enToZh, orderedZhToEn, orderedEnToZh, worstZh, worstEn, a - 1, b - 1, several],
      k * FEATURES,
    );
  });
  return {
    ...right,
    gold: right.gold.map((place) => number.get(place) ?? -1),
    band,
    place: Uint32Array.from(beads, ({ place }) => place),
    score: Float32Array.from(beads, ({ place }) => scores[place] as number),
    feature,
    gap,
    room: new Float32Array(scores.length).fill(-Infinity),
  };
}

/** Adds −say·∂ ln P(right answer) to `gradient` and returns say·ln P: see `training.ts`. */
function logLikelihood(
  example: Example,
  weights: Float64Array,
  say: number,
  gradient: Float64Array,
): number {
  const { band, place, gold, goldOpens, goldExtends, room } = example;
  place.forEach((at, k) => {
    room[at] = scoreOf(example, k, weights);
  });
  const gap = {
    open: example.gap.open + (weights[GAP_OPEN] as number),
    extend: example.gap.extend + (weights[GAP_EXTEND] as number),
  };
  const posterior = posteriorOf(band, room, gap);
  let value = goldOpens * gap.open + goldExtends * gap.extend - posterior.total;
  for (const k of gold) {
    value += room[place[k] as number] as number;
    addFeatures(example, k, -say, gradient);
  }
  place.forEach((at, k) => {
    const p = posterior.bead[at] as number;
    if (p > 1e-6) addFeatures(example, k, say * p, gradient);
  });
  let [opens, gaps] = [0, 0];
  for (let at = 0; at < posterior.opened.length; at++) {
    opens += posterior.opened[at] as number;
    gaps += (posterior.zhOnly[at] as number) + (posterior.enOnly[at] as number);
  }
  gradient[GAP_OPEN] = (gradient[GAP_OPEN] as number) - say * (goldOpens - opens);
  gradient[GAP_EXTEND] = (gradient[GAP_EXTEND] as number) - say * (goldExtends - (gaps - opens));
  return say * value;
}

function scoreOf({ score, feature }: Example, k: number, weights: Float64Array): number {
  let sum = score[k] as number;
  for (let f = 0; f < FEATURES; f++) {
    sum += (weights[f] as number) * (feature[k * FEATURES + f] as number);
  }
  return sum;
}

function addFeatures({ feature }: Example, k: number, factor: number, gradient: Float64Array) {
  for (let f = 0; f < FEATURES; f++) {
    gradient[f] = (gradient[f] as number) + factor * (feature[k * FEATURES + f] as number);
  }
}
