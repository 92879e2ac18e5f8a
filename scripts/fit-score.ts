/**
 * Fits the trees of the score to spoilt pairs and writes `src/clean/score/trees.generated.ts`.
 *
 *     node dist/scripts/fit-score.js [--seed N] [--per-kind N] [--dry-run 1] SET…
 *
 * SET is an alignment set with gold (see make-noise-pairs). Before writing, it prints how well
 * trees do on pairs they were not fitted to: each set left out in turn, whether scores of these
 * are what they say, then each half of the documents of every set, then the same with word
 * translations learned from the texts of the other half, links unseen.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cleanDefaults } from '../src/clean/index.js';
import { FEATURES } from '../src/clean/score/features.js';
import { Forest, type Tree } from '../src/clean/score/trees.js';
import { packageRoot, sha256, stableJson } from '../src/kit/index.js';
import { takeNumber } from './noise/arguments.js';
import { readGoldPairs } from './noise/gold-pairs.js';
import { halvesOf, learnFromHalves } from './noise/halves.js';
import { GOOD, labelledPairs } from './noise/labelled.js';
import { fitTrees, type BoostOptions } from './score/boost.js';
import { balanced, measureAll, type Measured } from './score/examples.js';
import { areaUnderCurve, calibration, kindsOf, refusedAt, type Judged } from './score/measure.js';

const FILE = join(packageRoot, 'src', 'clean', 'score', 'trees.generated.ts');
/** Chosen by the area under the curve on sets left out; neighbours differ by less than .001. */
const OPTIONS: BoostOptions = {
  trees: 400,
  depth: 3,
  rate: 0.12,
  penalty: 5,
  leastLeaf: 0.002,
  bins: 64,
  senses: FEATURES.map(({ sense }) => sense),
};

/** The default limit of the score, as log-odds. */
const LIMIT = Math.log(cleanDefaults.minScore / (1 - cleanDefaults.minScore));

const words = process.argv.slice(2);
const seed = takeNumber(words, '--seed', 1);
const perKind = takeNumber(words, '--per-kind', 500);
const isDryRun = takeNumber(words, '--dry-run', 0) === 1;
if (words.length === 0)
  throw new Error('give at least one alignment set (see the head of this script)');

const labelled = labelledPairs(await readGoldPairs(words), seed, perKind);
const pairs = measureAll(labelled);
const kinds = kindsOf(pairs);
console.log(
  ['fitted without', 'AUC', 'kept', 'refused', 'refused at 98 % kept', ...kinds].join('\t'),
);
const leftOut: Judged[] = [];
const sets = [...new Set(pairs.map(({ set }) => set))];
if (sets.length > 1) for (const set of sets) tryWithout(set, (pair) => pair.set === set);
printCalibration();
const halves = halvesOf(labelled);
for (const half of [0, 1]) tryWithout(`half ${half + 1}`, (pair) => halves(pair) === half);
const learned = await learnFromHalves(words);
const taught = measureAll(labelled, (pair) => learned.get(pair.set)?.[1 - halves(pair)]);
for (const half of [0, 1])
  tryWithout(`half ${half + 1}, learned`, (pair) => halves(pair) === half, taught);
if (!isDryRun) {
  const trees = fitTrees(balanced(pairs), OPTIONS);
  writeFileSync(FILE, source(trees));
  console.log(`written: ${FILE}`);
}

/**
 * Fits to all other pairs and prints how well these are told apart.
 *
 * @param judged - the same pairs, maybe measured with other knowledge
 */
function tryWithout(
  name: string,
  isOut: (pair: Measured) => boolean,
  judged: readonly Measured[] = pairs,
): void {
  const rest = pairs.filter((pair) => !isOut(pair));
  const forest = new Forest(fitTrees(balanced(rest), OPTIONS));
  const out = judged.filter(isOut);
  const scored = out.map((pair) => ({ kind: pair.kind, score: forest.logitOf(pair.features) }));
  if (judged === pairs)
    balanced(out).forEach(({ isGood, weight }, at) => {
      leftOut.push({ score: 1 / (1 + Math.exp(-(scored[at]?.score ?? 0))), isGood, weight });
    });
  const good = scored.filter(({ kind }) => kind === GOOD).map(({ score }) => score);
  const spoilt = scored.filter(({ kind }) => kind !== GOOD);
  const cells = kinds.map((one) => {
    const some = spoilt.filter(({ kind }) => kind === one).map(({ score }) => score);
    return `${areaUnderCurve(good, some).toFixed(3)} ${(100 * refusedAt(0.98, good, some)).toFixed(0)}%`;
  });
  const scores = spoilt.map(({ score }) => score);
  const area = areaUnderCurve(good, scores).toFixed(4);
  const kept = shareOf(good, (score) => score >= LIMIT);
  const refused = shareOf(scores, (score) => score < LIMIT);
  console.log(
    [name, area, kept, refused, refusedAt(0.98, good, scores).toFixed(4), ...cells].join('\t'),
  );
}

/** Of the pairs in sets left out: good and spoilt ones, kinds and sets weigh the same. */
function printCalibration(): void {
  if (leftOut.length === 0) return;
  console.log(['score below', 'share', 'mean score', 'really good'].join('\t'));
  for (const { below, share, meanScore, reallyGood } of calibration(leftOut)) {
    const cells = [share, meanScore, reallyGood].map((value) => value.toFixed(3));
    console.log([below === Infinity ? 'all others' : below, ...cells].join('\t'));
  }
}

function shareOf(scores: readonly number[], is: (score: number) => boolean): string {
  return (scores.filter(is).length / Math.max(1, scores.length)).toFixed(4);
}

/** Medians of the good pairs, each feature for itself. */
function ordinary(): number[] {
  const good = pairs.filter(({ kind }) => kind === GOOD);
  return FEATURES.map((_, at) => {
    const values = Float64Array.from(good, ({ features }) => features[at] ?? 0).sort();
    return Number((values[values.length >> 1] ?? 0).toPrecision(4));
  });
}

function source(trees: readonly Tree[]): string {
  const lines = trees.map(
    ({ feature, threshold, leaf }) =>
      `  tree([${feature.join(', ')}], [${threshold.join(', ')}], [${leaf.join(', ')}]),`,
  );
  return `import type { Tree } from './trees.js';

/**
 * Trees of the score: features by their place in FEATURES, thresholds, and nats of each leaf.
 *
 * Written by: node dist/scripts/fit-score.js --seed ${seed} --per-kind ${perKind} ${words.map((word) => basename(word)).join(' ')}
 * Labelled pairs: ${pairs.length}, SHA-256 of the set ${sha256(stableJson(pairs.map(({ zh, en, kind }) => [zh, en, kind]))).slice(0, 16)}
 */
// prettier-ignore
export const TREES: readonly Tree[] = [
${lines.join('\n')}
];

/** An ordinary good pair: the median of each feature over the good ones. */
// prettier-ignore
export const ORDINARY: readonly number[] = [${ordinary().join(', ')}];

function tree(
  feature: readonly number[],
  threshold: readonly number[],
  leaf: readonly number[],
): Tree {
  return { feature, threshold, leaf };
}
`;
}
