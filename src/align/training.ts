import { bandOffsets, type Band } from './band.js';
import { placeOrNone, posteriorOf } from './lattice.js';
import { lengthEvidence, type LengthModel } from './length.js';
import type { LexicalField } from './lexical.js';
import { runMarks } from './mark-field.js';
import { MARKS } from './marks.js';
import type { TablePair } from './model.js';
import { DEFAULT_PARAMETERS, type Parameters } from './parameters.js';
import { SHAPE_COUNT, shapeIndex, SHAPES } from './shapes.js';

/** Places of the weights in one flat vector, for fitting. */
const AT = {
  zhToEn: 0,
  enToZh: 1,
  length: 2,
  both: 3,
  one: 3 + MARKS,
  shape: 3 + 2 * MARKS,
};
const GAP_OPEN = AT.shape + SHAPE_COUNT;
const GAP_EXTEND = GAP_OPEN + 1;

/** One document with its right answer, ready for repeated evaluation. */
export interface TrainingExample {
  readonly band: Band;
  /** Float32 [beads]: F(zh→en), F(en→zh), LEN of every bead of the band. */
  readonly zhToEn: Float32Array;
  readonly enToZh: Float32Array;
  readonly length: Float32Array;
  /** Uint16 [beads]: marks, Chinese in the high byte. */
  readonly marks: Uint16Array;
  /** Uint8 [beads]: whether the bead lies inside the band. */
  readonly inside: Uint8Array;
  /** Bead numbers of the right answer; gaps are counted, not listed. */
  readonly gold: readonly number[];
  readonly goldOpens: number;
  readonly goldExtends: number;
}

/** Weights as one vector; `fromVector` is its inverse. */
export function toVector(parameters: Parameters): Float64Array {
  return Float64Array.from([
    parameters.zhToEn,
    parameters.enToZh,
    parameters.length,
    ...parameters.bothMarks,
    ...parameters.oneMark,
    ...parameters.shape,
    parameters.gapOpen,
    parameters.gapExtend,
  ]);
}

/** Parameters from a weight vector. */
export function fromVector(vector: Float64Array): Parameters {
  const slice = (from: number, count: number): number[] => [...vector.subarray(from, from + count)];
  return {
    zhToEn: vector[AT.zhToEn] as number,
    enToZh: vector[AT.enToZh] as number,
    length: vector[AT.length] as number,
    bothMarks: slice(AT.both, MARKS),
    oneMark: slice(AT.one, MARKS),
    shape: slice(AT.shape, SHAPE_COUNT),
    gapOpen: vector[GAP_OPEN] as number,
    gapExtend: vector[GAP_EXTEND] as number,
    refinement: DEFAULT_PARAMETERS.refinement,
  };
}

/**
 * Prepares one document.
 *
 * @param gold - the right beads in order, covering both sides, as sentence counts
 * @returns `undefined` if a bead has a shape the model does not know or leaves the band
 */
export function trainingExample(
  pair: TablePair,
  lengths: LengthModel,
  field: LexicalField,
  band: Band,
  gold: readonly (readonly [number, number])[],
): TrainingExample | undefined {
  const offset = bandOffsets(band);
  const size = (offset[band.m + 1] as number) * SHAPE_COUNT;
  const example = {
    band,
    zhToEn: new Float32Array(size),
    enToZh: new Float32Array(size),
    length: new Float32Array(size),
    marks: new Uint16Array(size),
    inside: new Uint8Array(size),
  };
  const { zh, en } = pair;
  for (let i = 0; i <= band.m; i++) {
    for (let j = band.low[i] as number; j <= (band.high[i] as number); j++) {
      const at = placeOrNone(band, offset, i, j);
      SHAPES.forEach(([a, b], s) => {
        if (placeOrNone(band, offset, i - a, j - b) < 0) return;
        const bead = at * SHAPE_COUNT + s;
        example.inside[bead] = 1;
        example.zhToEn[bead] = field.zhToEn(i, j, a, b);
        example.enToZh[bead] = field.enToZh(i, j, a, b);
        const zhLength = (zh.length[i] as number) - (zh.length[i - a] as number);
        const enLength = (en.length[j] as number) - (en.length[j - b] as number);
        example.length[bead] = lengthEvidence(zhLength, a, enLength, b, lengths);
        example.marks[bead] = (runMarks(zh.marks, i - a, i) << 8) | runMarks(en.marks, j - b, j);
      });
    }
  }
  const path = goldBeads(gold, band, offset);
  return path === undefined ? undefined : { ...example, ...path };
}

/**
 * The right answer as bead numbers of a band, gaps counted.
 *
 * @returns `undefined` if a bead has a shape the model does not know or leaves the band
 */
export function goldBeads(
  gold: readonly (readonly [number, number])[],
  band: Band,
  offset: Float64Array,
): Pick<TrainingExample, 'gold' | 'goldOpens' | 'goldExtends'> | undefined {
  const beads: number[] = [];
  let [i, j, opens, extensions] = [0, 0, 0, 0];
  let inGap = false;
  for (const [a, b] of gold) {
    i += a;
    j += b;
    if (placeOrNone(band, offset, i, j) < 0) return undefined;
    const isGap = a === 0 || b === 0;
    if (isGap && a + b > 1) return undefined;
    if (isGap && inGap) extensions += 1;
    else if (isGap) opens += 1;
    else {
      const s = shapeIndex(a, b);
      if (s < 0) return undefined;
      beads.push(placeOrNone(band, offset, i, j) * SHAPE_COUNT + s);
    }
    inGap = isGap;
  }
  return { gold: beads, goldOpens: opens, goldExtends: extensions };
}

/** Scores of every bead of an example under a weight vector. */
function exampleScores(example: TrainingExample, weights: Float64Array): Float32Array {
  const { zhToEn, enToZh, length, marks, inside } = example;
  const scores = new Float32Array(inside.length).fill(-Infinity);
  const markSums = markVectorOf(weights);
  for (let bead = 0; bead < scores.length; bead++) {
    if (inside[bead] === 0) continue;
    scores[bead] =
      (weights[AT.shape + (bead % SHAPE_COUNT)] as number) +
      (weights[AT.zhToEn] as number) * (zhToEn[bead] as number) +
      (weights[AT.enToZh] as number) * (enToZh[bead] as number) +
      (weights[AT.length] as number) * (length[bead] as number) +
      (markSums[marks[bead] as number] as number);
  }
  return scores;
}

const markVectors = new WeakMap<Float64Array, Float64Array>();

function markVectorOf(weights: Float64Array): Float64Array {
  const known = markVectors.get(weights);
  if (known !== undefined) return known;
  const sums = markVector(weights);
  markVectors.set(weights, sums);
  return sums;
}

function markVector(weights: Float64Array): Float64Array {
  const sums = new Float64Array(0x10000);
  for (let index = 0; index < sums.length; index++) {
    eachMark(index, (at) => {
      sums[index] = (sums[index] as number) + (weights[at] as number);
    });
  }
  return sums;
}

function eachMark(marks: number, visit: (weight: number) => void): void {
  const both = (marks >> 8) & marks & 0xff;
  const one = ((marks >> 8) ^ marks) & 0xff;
  for (let mark = 0; mark < MARKS; mark++) {
    if ((both >> mark) & 1) visit(AT.both + mark);
    if ((one >> mark) & 1) visit(AT.one + mark);
  }
}

/**
 * Adds the gradient of ln P(right answer) to `gradient` and returns ln P.
 *
 * ∂ ln P / ∂ wₖ = fₖ(gold) − E[fₖ] (Lafferty, McCallum & Pereira 2001, ICML).
 */
export function logLikelihood(
  example: TrainingExample,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const scores = exampleScores(example, weights);
  const gap = { open: weights[GAP_OPEN] as number, extend: weights[GAP_EXTEND] as number };
  const posterior = posteriorOf(example.band, scores, gap);
  let value = -posterior.total;
  for (const bead of example.gold) {
    value += scores[bead] as number;
    addFeatures(example, bead, 1, gradient);
  }
  value += example.goldOpens * gap.open + example.goldExtends * gap.extend;
  for (let bead = 0; bead < scores.length; bead++) {
    const p = posterior.bead[bead] as number;
    if (p > 1e-6) addFeatures(example, bead, -p, gradient);
  }
  let [opens, gaps] = [0, 0];
  for (let at = 0; at < posterior.opened.length; at++) {
    opens += posterior.opened[at] as number;
    gaps += (posterior.zhOnly[at] as number) + (posterior.enOnly[at] as number);
  }
  add(gradient, GAP_OPEN, example.goldOpens - opens);
  add(gradient, GAP_EXTEND, example.goldExtends - (gaps - opens));
  return value;
}

function addFeatures(
  example: TrainingExample,
  bead: number,
  factor: number,
  gradient: Float64Array,
): void {
  add(gradient, AT.zhToEn, factor * (example.zhToEn[bead] as number));
  add(gradient, AT.enToZh, factor * (example.enToZh[bead] as number));
  add(gradient, AT.length, factor * (example.length[bead] as number));
  add(gradient, AT.shape + (bead % SHAPE_COUNT), factor);
  eachMark(example.marks[bead] as number, (at) => {
    add(gradient, at, factor);
  });
}

function add(vector: Float64Array, at: number, value: number): void {
  vector[at] = (vector[at] as number) + value;
}
