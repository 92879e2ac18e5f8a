import type { Tree } from '../../src/clean/score/trees.js';
import type { Example } from './examples.js';

/**
 * Gradient-boosted decision trees for a binary outcome (Friedman 2001, "Greedy function
 * approximation: a gradient boosting machine"; second order as in Chen and Guestrin 2016,
 * "XGBoost"), with monotone features.
 */
export interface BoostOptions {
  readonly trees: number;
  /** Questions from root to leaf. */
  readonly depth: number;
  /** Share of each tree's answer that is added. */
  readonly rate: number;
  /** L2 penalty on leaf values, in weighted examples. */
  readonly penalty: number;
  /** Least share of the total curvature in a leaf. */
  readonly leastLeaf: number;
  /** Thresholds tried for a feature at most: quantiles of its values and of the unusual ones. */
  readonly bins: number;
  /** For each feature: 1 only rising, −1 only falling, 0 free. */
  readonly senses: readonly number[];
}

/** Fits trees to weighted examples. Deterministic: ties go to the feature and threshold first met. */
export function fitTrees(examples: readonly Example[], options: BoostOptions): Tree[] {
  const data = binExamples(examples, options.bins);
  const logits = new Float64Array(examples.length);
  const trees: Tree[] = [];
  for (let at = 0; at < options.trees; at++) {
    const tree = growTree(data, logits, options);
    trees.push(tree);
  }
  return trees;
}

interface Binned {
  readonly size: number;
  readonly weights: Float64Array;
  readonly labels: Uint8Array;
  /** For each feature its thresholds, rising, and for each example the number of them it reaches. */
  readonly cuts: readonly (readonly number[])[];
  /** Example by example: [size × features]. */
  readonly bins: Uint8Array;
}

function binExamples(examples: readonly Example[], most: number): Binned {
  const width = examples[0]?.features.length ?? 0;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const cuts: number[][] = [];
  const bins = new Uint8Array(examples.length * width);
  for (let feature = 0; feature < width; feature++) {
    const values = examples.map(({ features }) => features[feature] ?? 0);
    const found = quantiles(values, most);
    cuts.push(found);
    values.forEach((value, at) => {
      bins[at * width + feature] = reached(found, value);
    });
  }
  return {
    size: examples.length,
    weights: Float64Array.from(examples, ({ weight }) => (weight * examples.length) / total),
    labels: Uint8Array.from(examples, ({ isGood }) => (isGood ? 1 : 0)),
    cuts,
    bins,
  };
}

/**
 * Thresholds between distinct values, rounded so that they can be written down: quantiles of all
 * values, and as many of those that are not the usual one, so that what is rare is asked for too.
 */
function quantiles(values: readonly number[], most: number): number[] {
  const sorted = Float64Array.from(values).sort();
  const usual = sorted[sorted.length >> 1];
  const unusual = sorted.filter((value) => value !== usual);
  const cuts = [...quantilesOf(sorted, most / 2), ...quantilesOf(unusual, most / 2)];
  return [...new Set(cuts)].sort((a, b) => a - b);
}

function quantilesOf(sorted: Float64Array, most: number): number[] {
  const cuts: number[] = [];
  for (let at = 1; at < most && sorted.length > 0; at++) {
    cuts.push(Number((sorted[Math.floor((at * sorted.length) / most)] as number).toPrecision(4)));
  }
  return cuts;
}

function reached(cuts: readonly number[], value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= (cuts[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is known of a node while its question is looked for. */
interface Split {
  gain: number;
  feature: number;
  bin: number;
  /** Values of the two sides, for the bounds of what grows below. */
  below: number;
  above: number;
}

function growTree(data: Binned, logits: Float64Array, options: BoostOptions): Tree {
  const { size, weights, labels, bins, cuts } = data;
  const slope = new Float64Array(size);
  const curve = new Float64Array(size);
  let total = 0;
  for (let at = 0; at < size; at++) {
    const p = 1 / (1 + Math.exp(-(logits[at] as number)));
    const weight = weights[at] as number;
    slope[at] = weight * ((labels[at] as number) - p);
    curve[at] = weight * p * (1 - p);
    total += curve[at] as number;
  }
  const node = new Uint8Array(size);
  const feature: number[] = [];
  const threshold: number[] = [];
  let bounds: (readonly [number, number])[] = [[-Infinity, Infinity]];
  for (let level = 0; level < options.depth; level++) {
    const splits = bestSplits(data, node, slope, curve, bounds, total, options);
    for (const { feature: chosen, bin } of splits) {
      feature.push(chosen);
      threshold.push(chosen < 0 ? 0 : (cuts[chosen]?.[bin] ?? 0));
    }
    bounds = splits.flatMap((split, at) => boundsBelow(split, bounds[at], options.senses));
    for (let at = 0; at < size; at++) {
      const split = splits[node[at] as number];
      const isAbove =
        split !== undefined &&
        split.feature >= 0 &&
        (bins[at * cuts.length + split.feature] as number) > split.bin;
      node[at] = 2 * (node[at] as number) + (isAbove ? 1 : 0);
    }
  }
  const leaf = leafValues(node, slope, curve, bounds, options);
  for (let at = 0; at < size; at++) {
    logits[at] = (logits[at] as number) + (leaf[node[at] as number] ?? 0);
  }
  return { feature, threshold, leaf };
}

/** Sums of slope and curvature by node, feature and bin: two numbers each, `most` bins a feature. */
function histogram(
  { size, bins, cuts }: Binned,
  node: Uint8Array,
  slope: Float64Array,
  curve: Float64Array,
  nodes: number,
  most: number,
): Float64Array {
  const width = cuts.length;
  const sums = new Float64Array(2 * nodes * width * most);
  for (let at = 0; at < size; at++) {
    const [s, c] = [slope[at] as number, curve[at] as number];
    let cell = 2 * (node[at] as number) * width * most;
    for (let place = at * width; place < (at + 1) * width; place++) {
      const own = cell + 2 * (bins[place] as number);
      sums[own] = (sums[own] as number) + s;
      sums[own + 1] = (sums[own + 1] as number) + c;
      cell += 2 * most;
    }
  }
  return sums;
}

function bestSplits(
  data: Binned,
  node: Uint8Array,
  slope: Float64Array,
  curve: Float64Array,
  bounds: readonly (readonly [number, number])[],
  total: number,
  { penalty, leastLeaf, senses }: BoostOptions,
): Split[] {
  const { cuts } = data;
  const most = Math.max(...cuts.map(({ length }) => length)) + 1;
  const sums = histogram(data, node, slope, curve, bounds.length, most);
  const least = leastLeaf * total;
  return bounds.map(([low, high], at) => {
    const split: Split = { gain: 0, feature: -1, bin: 0, below: 0, above: 0 };
    cuts.forEach(({ length }, feature) => {
      const from = 2 * (at * cuts.length + feature) * most;
      let [sumSlope, sumCurve] = [0, 0];
      for (let bin = 0; bin <= length; bin++) {
        sumSlope += sums[from + 2 * bin] as number;
        sumCurve += sums[from + 2 * bin + 1] as number;
      }
      const whole = (sumSlope * sumSlope) / (sumCurve + penalty);
      let [slopeBelow, curveBelow] = [0, 0];
      for (let bin = 0; bin < length; bin++) {
        slopeBelow += sums[from + 2 * bin] as number;
        curveBelow += sums[from + 2 * bin + 1] as number;
        const curveAbove = sumCurve - curveBelow;
        if (curveBelow < least || curveAbove < least) continue;
        const slopeAbove = sumSlope - slopeBelow;
        const below = clamp(slopeBelow / (curveBelow + penalty), low, high);
        const above = clamp(slopeAbove / (curveAbove + penalty), low, high);
        if ((senses[feature] ?? 0) * (above - below) < 0) continue;
        const gain =
          (slopeBelow * slopeBelow) / (curveBelow + penalty) +
          (slopeAbove * slopeAbove) / (curveAbove + penalty) -
          whole;
        if (gain > split.gain + 1e-9) Object.assign(split, { gain, feature, bin, below, above });
      }
    });
    return split;
  });
}

/** Below a monotone question, values stay on their side of the middle. */
function boundsBelow(
  { feature, below, above }: Split,
  bound: readonly [number, number] | undefined,
  senses: readonly number[],
): (readonly [number, number])[] {
  const [low, high] = bound ?? [-Infinity, Infinity];
  const sense = feature < 0 ? 0 : (senses[feature] ?? 0);
  if (sense === 0) {
    return [
      [low, high],
      [low, high],
    ];
  }
  const middle = (below + above) / 2;
  return sense > 0
    ? [
        [low, middle],
        [middle, high],
      ]
    : [
        [middle, high],
        [low, middle],
      ];
}

function leafValues(
  node: Uint8Array,
  slope: Float64Array,
  curve: Float64Array,
  bounds: readonly (readonly [number, number])[],
  { penalty, rate }: BoostOptions,
): number[] {
  const slopes = new Float64Array(bounds.length);
  const curves = new Float64Array(bounds.length);
  node.forEach((leaf, at) => {
    slopes[leaf] = (slopes[leaf] as number) + (slope[at] as number);
    curves[leaf] = (curves[leaf] as number) + (curve[at] as number);
  });
  return bounds.map(([low, high], at) => {
    const value = (slopes[at] as number) / ((curves[at] as number) + penalty);
    return Number((rate * clamp(value, low, high)).toFixed(4));
  });
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
