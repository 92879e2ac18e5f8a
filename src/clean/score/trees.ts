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

/** Trees in one flat table, for speed. */
export class Forest {
  readonly #trees: readonly Tree[];
  readonly #questions: number;
  readonly #depth: number;
  readonly #feature: Uint8Array;
  /** Infinity where there is no question. */
  readonly #threshold: Float64Array;
  readonly #leaf: Float64Array;

  /** @param trees - all of one depth */
  constructor(trees: readonly Tree[]) {
    this.#trees = trees;
    this.#questions = trees[0]?.feature.length ?? 0;
    this.#depth = Math.log2(this.#questions + 1);
    this.#feature = Uint8Array.from(
      trees.flatMap(({ feature }) => feature.map((one) => Math.max(0, one))),
    );
    this.#threshold = Float64Array.from(
      trees.flatMap(({ feature, threshold }) =>
        threshold.map((value, at) => ((feature[at] as number) < 0 ? Infinity : value)),
      ),
    );
    this.#leaf = Float64Array.from(trees.flatMap(({ leaf }) => leaf));
  }

  /** Sum over the trees, in nats. */
  logitOf(features: Float64Array): number {
    let logit = 0;
    let first = 0;
    for (let tree = 0; tree < this.#trees.length; tree++) {
      let at = 0;
      for (let level = 0; level < this.#depth; level++) {
        const value = features[this.#feature[first + at] as number] as number;
        at = 2 * at + (value >= (this.#threshold[first + at] as number) ? 2 : 1);
      }
      // A tree has one leaf more than questions.
      logit += this.#leaf[first + tree + at - this.#questions] as number;
      first += this.#questions;
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
