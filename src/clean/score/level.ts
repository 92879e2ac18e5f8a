import { FEATURES } from './features.js';

/** A feature that is compared with what is usual in the document of a pair. */
interface LevelFeature {
  /** Kebab-case. */
  readonly name: string;
  /** As of the features of a pair: whether more of it raises (1) or lowers (−1) the score. */
  readonly sense: 1 | -1 | 0;
  /** From the features of a pair. */
  readonly of: (features: Float64Array) => number;
}

/** Lengths further off than so many standard deviations tell of no habit. */
const FARTHEST = 4;
/** So many ordinary pairs are counted beside those of a document. */
const PRIOR = 8;
/** So much of an ordinary pair is counted for a pair that is not good. */
const DOUBT = 0.25;

/**
 * What the pairs of a document have in common: how freely words are rendered, how much is added
 * or left out, how long one language is beside the other.
 */
export const LEVEL_FEATURES: readonly LevelFeature[] = [
  { name: 'words-en-here', sense: 1, of: valueOf('words-en') },
  { name: 'words-zh-here', sense: 1, of: valueOf('words-zh') },
  { name: 'grammar-here', sense: 1, of: valueOf('grammar') },
  { name: 'length-here', sense: 0, of: lengthOf(valueOf('too-long-en'), valueOf('too-long-zh')) },
  { name: 'gap-en-here', sense: -1, of: rootOf(valueOf('gap-en')) },
  { name: 'gap-zh-here', sense: -1, of: rootOf(valueOf('gap-zh')) },
];

/**
 * How far the pairs of a document are from what is usual everywhere, in the mean.
 *
 * A pair counts by the score it has by itself, and for the rest a little as an ordinary one: a
 * document of pairs that do not belong together has no habits of its own.
 */
export class DocumentLevel {
  readonly #usual: readonly number[];
  readonly #sums = new Float64Array(LEVEL_FEATURES.length);
  /** Good pairs and ordinary ones that the sums are means of. */
  #weight = PRIOR;

  /** @param usual - of each level feature, over all kinds of text */
  constructor(usual: readonly number[]) {
    this.#usual = usual;
  }

  /** @param share - score of the pair by itself */
  add(features: Float64Array, share: number): void {
    this.#weight += weightOf(share);
    for (let at = 0; at < this.#sums.length; at++) {
      this.#sums[at] = (this.#sums[at] as number) + share * this.#above(features, at);
    }
  }

  /**
   * The features of a pair, and behind them how far its level features are above the level of the
   * document.
   *
   * @param own - features and share of the pair, as added: no pair is evidence for itself
   */
  compare(features: Float64Array, own: readonly [Float64Array, number]): Float64Array {
    const width = FEATURES.length;
    const all = new Float64Array(width + LEVEL_FEATURES.length);
    all.set(features);
    for (let at = 0; at < LEVEL_FEATURES.length; at++) {
      const others = (this.#sums[at] as number) - own[1] * this.#above(own[0], at);
      all[width + at] = this.#above(features, at) - others / (this.#weight - weightOf(own[1]));
    }
    return all;
  }

  #above(features: Float64Array, at: number): number {
    return (LEVEL_FEATURES[at]?.of(features) ?? 0) - (this.#usual[at] ?? 0);
  }
}

function weightOf(share: number): number {
  return share + DOUBT * (1 - share);
}

function valueOf(name: string): LevelFeature['of'] {
  const place = FEATURES.findIndex((feature) => feature.name === name);
  if (place < 0) throw new RangeError(`no feature of the score: ${name}`);
  return (features) => features[place] as number;
}

/** How far the English is too long, or the Chinese (below 0). */
function lengthOf(en: LevelFeature['of'], zh: LevelFeature['of']): LevelFeature['of'] {
  return (features) => Math.max(-FARTHEST, Math.min(FARTHEST, en(features) - zh(features)));
}

/** Gaps of long texts are many times those of short ones. */
function rootOf(gap: LevelFeature['of']): LevelFeature['of'] {
  return (features) => Math.sqrt(gap(features));
}
