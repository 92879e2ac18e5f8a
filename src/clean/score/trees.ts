/**
 * A decision tree, complete and by levels: question k leads to question 2k + 1 where the feature
 * is below the threshold and to 2k + 2 where it is not; behind the last level stand the leaves.
 */
export interface Tree {
  /** Feature of each question by its place in the list, −1: no question, always below. */
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  /** What each leaf adds to the log-odds, in nats. */
  readonly leaf: readonly number[];
}

/** Places of a tree of three levels in the flat tables: it has seven questions and eight leaves. */
const ROOM = 8;
/** A bin that no value reaches: no question, always below. */
const NEVER = 255;

/**
 * Trees of three questions from root to leaf, in flat tables.
 *
 * Values are first replaced by the number of thresholds they reach, each feature for itself. Then
 * a question compares two small whole numbers, and which way it goes is arithmetic and no jump,
 * which a processor would have to guess: twice as fast.
 */
export class Forest {
  readonly #trees: readonly Tree[];
  /** For each feature its thresholds in all trees, rising. */
  readonly #cuts: readonly Float64Array[];
  readonly #feature: Uint8Array;
  /** How many thresholds of its feature a value has to reach to go above. */
  readonly #bin: Uint8Array;
  readonly #leaf: Float64Array;
  readonly #reached: Int32Array;

  constructor(trees: readonly Tree[]) {
    this.#trees = trees;
    this.#cuts = cutsOf(trees);
    this.#reached = new Int32Array(this.#cuts.length);
    this.#feature = new Uint8Array(trees.length * ROOM);
    this.#bin = new Uint8Array(trees.length * ROOM).fill(NEVER);
    this.#leaf = new Float64Array(trees.length * ROOM);
    trees.forEach(({ feature, threshold, leaf }, tree) => {
      if (leaf.length !== ROOM) throw new RangeError('a tree must have three levels');
      this.#leaf.set(leaf, tree * ROOM);
      feature.forEach((one, at) => {
        if (one < 0) return;
        this.#feature[tree * ROOM + at] = one;
        this.#bin[tree * ROOM + at] = 1 + (this.#cuts[one]?.indexOf(threshold[at] as number) ?? 0);
      });
    });
  }

  /** Sum over the trees, in nats. */
  logitOf(features: Float64Array): number {
    for (let at = 0; at < this.#cuts.length; at++) {
      this.#reached[at] = reached(this.#cuts[at] as Float64Array, features[at] as number);
    }
    const [feature, bin, leaf, values] = [this.#feature, this.#bin, this.#leaf, this.#reached];
    let logit = 0;
    for (let tree = 0; tree < bin.length; tree += ROOM) {
      const one = tree + below(bin[tree] as number, values[feature[tree] as number] as number, 0);
      const two =
        tree + below(bin[one] as number, values[feature[one] as number] as number, one - tree);
      const end = below(bin[two] as number, values[feature[two] as number] as number, two - tree);
      logit += leaf[tree + end - (ROOM - 1)] as number;
    }
    return logit;
  }

  /**
   * What each feature adds: along each path, the answer to a question counts for its feature by
   * how far it moves the mean of the leaves below (Saabas 2014). Two pairs
   * differ in their logit by the sum of the differences of their parts.
   */
  partsOf(features: Float64Array): Float64Array {
    const parts = new Float64Array(features.length);
    for (const tree of this.#trees) {
      const means = meansOf(tree);
      for (let at = 0; at < tree.feature.length;) {
        const feature = tree.feature[at] as number;
        const isAbove =
          feature >= 0 && (features[feature] as number) >= (tree.threshold[at] as number);
        const next = 2 * at + (isAbove ? 2 : 1);
        if (feature >= 0) {
          const moved = (means[next] as number) - (means[at] as number);
          parts[feature] = (parts[feature] as number) + moved;
        }
        at = next;
      }
    }
    return parts;
  }
}

/** Mean of the leaves below each question and leaf; below a node without a question, its own. */
function meansOf({ feature, leaf }: Tree): Float64Array {
  const questions = feature.length;
  const means = new Float64Array(questions + leaf.length);
  leaf.forEach((value, at) => {
    means[questions + at] = value;
  });
  for (let at = questions - 1; at >= 0; at--) {
    const [below, above] = [means[2 * at + 1] as number, means[2 * at + 2] as number];
    means[at] = (feature[at] as number) < 0 ? below : (below + above) / 2;
  }
  return means;
}

/**
 * The question or leaf behind a question: one further on where the value reaches the bin, which is
 * when bin − 1 − value is negative and its sign bit 1.
 */
function below(bin: number, value: number, question: number): number {
  return 2 * question + 1 + ((bin - 1 - value) >>> 31);
}

/** Thresholds that each feature is asked for, rising. */
function cutsOf(trees: readonly Tree[]): Float64Array[] {
  const cuts: Set<number>[] = [];
  for (const { feature, threshold } of trees) {
    feature.forEach((one, at) => {
      while (cuts.length <= one) cuts.push(new Set());
      cuts[one]?.add(threshold[at] as number);
    });
  }
  return cuts.map((own) => Float64Array.from(own).sort());
}

/** How many of rising thresholds a value reaches. */
function reached(cuts: Float64Array, value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value >= (cuts[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}
