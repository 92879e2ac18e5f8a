import { unitScore, type UnitScore } from '../../model/index.js';
import type { PairFacts } from '../facts/pair-facts.js';
import { FEATURES, featuresOf } from './features.js';
import { DocumentLevel, LEVEL_FEATURES } from './level.js';
import { Forest } from './trees.js';
import { DOCUMENT_TREES, ORDINARY, TREES, USUAL_LEVEL } from './trees.generated.js';

/** Confidence is kept this far from 0 and 1, so that no single number decides alone. */
const EDGE = 0.005;
/** Share of the aligner's log-odds that the words of the pair have not told yet. */
const CONFIDENCE_SHARE = 0.5;
/** Decimals of a score. */
const ROUNDING = 10_000;

const forest = new Forest(TREES);
const documentForest = new Forest(DOCUMENT_TREES);

/**
 * Probability that a pair by itself is a good translation unit, if good and spoilt pairs were
 * equally common and nothing else were known.
 *
 *     logit(score) = Σ treeᵢ(features) + ½·logit(confidence)
 *
 * The trees are fitted to good and spoilt pairs by `scripts/fit-score.ts`, each feature rising or
 * falling as its sense says. The last term is there only for pairs that an aligner made; it looks
 * at the same words, so it counts half.
 */
export function scoreOf(facts: PairFacts, confidence?: number): UnitScore {
  return scoreBy(forest.logitOf(featuresOf(facts)), confidence);
}

/**
 * Scores of the pairs of one document, which know of each other.
 *
 * Whoever translates freely does so from the first page to the last: what would be a doubtful pair
 * by itself is an ordinary one there, and what would be ordinary elsewhere may stand out. Trees of
 * their own see each pair and how far it is from the level of all the others.
 */
export class DocumentScores {
  readonly #level = new DocumentLevel(USUAL_LEVEL);
  readonly #pairs: Added[] = [];

  /** Takes the next pair; both of its sides hold text. */
  add(facts: PairFacts, confidence?: number): void {
    const features = featuresOf(facts);
    const share = chanceOf(forest.logitOf(features));
    this.#level.add(features, share);
    this.#pairs.push(confidence === undefined ? [features, share] : [features, share, confidence]);
  }

  /** The score of every pair, in the order they came; of a single one, what it has by itself. */
  scores(): UnitScore[] {
    return this.#pairs.map((pair) => {
      const { trees, features } = this.#beside(pair);
      return scoreBy(trees.logitOf(features), pair[2]);
    });
  }

  /**
   * Why every pair has its score, in the order they came. What it has beside the others (`…-here`)
   * is compared with a pair that is as the document is.
   */
  explained(): Contribution[][] {
    return this.#pairs.map((pair) => {
      const { trees, features } = this.#beside(pair);
      const [, , confidence] = pair;
      const parts = contributions(trees, features);
      if (confidence === undefined) return parts;
      const told = { feature: 'confidence', value: confidence, nats: natsOf(confidence) };
      return [...parts, told].sort(byStrength);
    });
  }

  #beside([features, share]: Added): Seen {
    if (this.#pairs.length === 1) return { trees: forest, features };
    return { trees: documentForest, features: this.#level.compare(features, [features, share]) };
  }
}

/** A pair of a document, and the score it has by itself. */
type Added = readonly [features: Float64Array, share: number, confidence?: number];

/** A pair as the trees see it that score it. */
interface Seen {
  readonly trees: Forest;
  readonly features: Float64Array;
}

function scoreBy(trees: number, confidence: number | undefined): UnitScore {
  const logit = trees + (confidence === undefined ? 0 : natsOf(confidence));
  return unitScore(Math.round(ROUNDING / (1 + Math.exp(-logit))) / ROUNDING);
}

/** What the aligner's opinion adds to the log-odds. */
function natsOf(confidence: number): number {
  const prior = Math.min(1 - EDGE, Math.max(EDGE, confidence));
  return CONFIDENCE_SHARE * Math.log(prior / (1 - prior));
}

function chanceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** What a feature adds to the log-odds of a pair's score, compared with an ordinary good pair. */
export interface Contribution {
  readonly feature: string;
  readonly value: number;
  readonly nats: number;
}

/** Why a pair by itself has its score: every feature with what it adds, the strongest first. */
export function explainScore(facts: PairFacts): Contribution[] {
  return contributions(forest, featuresOf(facts));
}

function contributions(trees: Forest, features: Float64Array): Contribution[] {
  const ordinary = new Float64Array(features.length); // as the document is: 0 above its level
  ordinary.set(ORDINARY);
  const [parts, usual] = [trees.partsOf(features), trees.partsOf(ordinary)];
  return [...FEATURES, ...LEVEL_FEATURES]
    .slice(0, features.length)
    .map(({ name }, at) => ({
      feature: name,
      value: features[at] as number,
      nats: (parts[at] as number) - (usual[at] as number),
    }))
    .sort(byStrength);
}

function byStrength(a: Contribution, b: Contribution): number {
  return Math.abs(b.nats) - Math.abs(a.nats);
}
