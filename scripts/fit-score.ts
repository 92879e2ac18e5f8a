/**
 * Fits the weights of the score on spoilt pairs and writes `src/clean/score/weights.generated.ts`.
 *
 *     node dist/scripts/fit-score.js [--seed N] [--per-kind N] [--dry-run 1] SET…
 *
 * SET is an alignment set with gold (see make-noise-pairs). Before writing, each set is left out
 * in turn, the others are fitted, and the area under the ROC curve on the one left out is printed.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FEATURES } from '../src/clean/score/features.js';
import { packageRoot, sha256, stableJson } from '../src/kit/index.js';
import { takeNumber } from './noise/arguments.js';
import { readGoldPairs } from './noise/gold-pairs.js';
import { GOOD, labelledPairs } from './noise/labelled.js';
import { balanced, measureAll, type Measured } from './score/examples.js';
import { fitLogistic, logitOf, type Weights } from './score/logistic.js';
import { areaUnderCurve } from './score/measure.js';

/** Pulls every weight towards 0; in units of sets, as each set weighs 2. */
const PENALTY = 1e-3;
const FILE = join(packageRoot, 'src', 'clean', 'score', 'weights.generated.ts');

const words = process.argv.slice(2);
const seed = takeNumber(words, '--seed', 1);
const perKind = takeNumber(words, '--per-kind', 500);
const isDryRun = takeNumber(words, '--dry-run', 0) === 1;
if (words.length === 0)
  throw new Error('give at least one alignment set (see the head of this script)');

const pairs = measureAll(labelledPairs(await readGoldPairs(words), seed, perKind));
for (const set of new Set(pairs.map((pair) => pair.set))) {
  const rest = pairs.filter((pair) => pair.set !== set);
  if (rest.length === 0) break;
  const theta = fitLogistic(balanced(rest), PENALTY);
  console.log(
    `${auc(
      pairs.filter((pair) => pair.set === set),
      theta,
    ).toFixed(4)}  ${set}, left out`,
  );
}
const theta = fitLogistic(balanced(pairs), PENALTY);
console.log(`${auc(pairs, theta).toFixed(4)}  all sets, fitted on all`);
if (!isDryRun) {
  writeFileSync(FILE, source(theta));
  console.log(`written: ${FILE}`);
}

function auc(some: readonly Measured[], weights: Weights): number {
  const scores = (isGood: boolean): number[] =>
    some
      .filter(({ kind }) => (kind === GOOD) === isGood)
      .map(({ features }) => logitOf(weights, features));
  return areaUnderCurve(scores(true), scores(false));
}

function source(weights: Weights): string {
  const rounded = Array.from(weights, (weight) => Number(weight.toFixed(3)));
  const lines = FEATURES.map((name, at) => `    '${name}': ${rounded[at] ?? 0},`);
  return `import type { FeatureName } from './features.js';

/**
 * Weights of the score, in nats.
 *
 * Written by: node dist/scripts/fit-score.js --seed ${seed} --per-kind ${perKind} ${words.map((word) => basename(word)).join(' ')}
 * Labelled pairs: ${pairs.length}, SHA-256 of the set ${sha256(stableJson(pairs.map(({ zh, en, kind }) => [zh, en, kind]))).slice(0, 16)}
 */
export const WEIGHTS: {
  readonly bias: number;
  readonly features: Readonly<Record<FeatureName, number>>;
} = Object.freeze({
  bias: ${rounded[FEATURES.length] ?? 0},
  features: Object.freeze({
${lines.join('\n')}
  }),
});
`;
}
