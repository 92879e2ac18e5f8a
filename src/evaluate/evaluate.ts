import { hashOf, version } from '../kit/index.js';
import { bootstrapF1, compareSystems } from './bootstrap.js';
import type { Comparison, Interval } from './bootstrap.js';
import { EVALUATE_DEFAULTS } from './defaults.js';
import { judge } from './judge.js';
import type { Verdict } from './judge.js';
import { formatLinks } from './links.js';
import type { Link } from './links.js';
import { addCounts, countsOf, NO_COUNTS, scoreOf } from './score.js';
import type { AlignmentScore, Counts } from './score.js';
import { scoreShapes } from './shapes.js';
import type { ShapeScore } from './shapes.js';
import { unitsOf } from './units.js';

/** Gold and found links of one document. */
export interface Judged {
  readonly name: string;
  readonly gold: readonly Link[];
  readonly system: readonly Link[];
}

/** What chance is seeded with, and what the system was. */
export interface EvaluateOptions {
  readonly seed?: number | undefined;
  readonly resamples?: number | undefined;
  /** Whatever identifies the system under test: its signature, its folder, its options. */
  readonly system?: string | undefined;
}

/** Everything an evaluation says, ready for JSON. */
export interface AlignmentReport extends AlignmentScore {
  readonly documents: number;
  readonly goldLinks: number;
  readonly systemLinks: number;
  /** 95 % bootstrap intervals of F1. */
  readonly interval: { readonly strict: Interval; readonly lax: Interval };
  readonly shapes: readonly ShapeScore[];
  readonly signature: Signature;
}

/** What a score depends on: two scores with other signatures must not be compared. */
export interface Signature {
  readonly version: string;
  readonly system: string;
  /** SHA-256 over the names and gold links of all documents. */
  readonly goldSha256: string;
  readonly seed: number;
  readonly resamples: number;
}

/** Scores the alignments of a set of documents; counts are added up over documents. */
export function evaluateAlignment(
  documents: readonly Judged[],
  options: EvaluateOptions = {},
): AlignmentReport {
  const { seed = EVALUATE_DEFAULTS.seed, resamples = EVALUATE_DEFAULTS.resamples } = options;
  const verdicts = documents.map(({ gold, system }) => judge(gold, system));
  const counts = verdicts.map((verdict) => countsOf(verdict)).reduce(addCounts, NO_COUNTS);
  return {
    documents: documents.length,
    goldLinks: documents.reduce((sum, { gold }) => sum + gold.length, 0),
    systemLinks: counts.system,
    ...scoreOf(counts),
    interval: bootstrapF1(unitsIn(documents, verdicts), { seed, resamples }),
    shapes: scoreShapes(verdicts),
    signature: {
      version,
      system: options.system ?? '',
      goldSha256: goldHash(documents),
      seed,
      resamples,
    },
  };
}

/** Whether two systems differ on the same documents; `rival` lists them in the same order. */
export function compareAlignments(
  documents: readonly Judged[],
  rival: readonly Judged[],
  options: { readonly seed?: number | undefined; readonly shuffles?: number | undefined } = {},
): Comparison {
  const { seed = EVALUATE_DEFAULTS.seed, shuffles = EVALUATE_DEFAULTS.shuffles } = options;
  const [ours, theirs] = [documents, rival].map((set) =>
    unitsIn(
      set,
      set.map(({ gold, system }) => judge(gold, system)),
    ),
  );
  return compareSystems(ours ?? [], theirs ?? [], { seed, shuffles });
}

function unitsIn(documents: readonly Judged[], verdicts: readonly Verdict[]): Counts[] {
  return unitsOf(
    verdicts,
    documents.map(({ gold }) => gold.length),
  );
}

function goldHash(documents: readonly Judged[]): string {
  return hashOf(documents.map(({ name, gold }) => [name, formatLinks(gold)]));
}
