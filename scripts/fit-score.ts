/**
 * Fits the trees of the score to spoilt pairs and writes `src/clean/score/trees.generated.ts`.
 *
 *     node dist/scripts/fit-score.js [--seed N] [--per-kind N] [--dry-run 1] SET…
 *
 * SET is an alignment set with gold (see make-noise-pairs); noise is made by the makers that
 * `noise/makers.ts` says are fitted to. Before writing, it prints how well trees do on pairs they
 * were not fitted to, for noise of every maker made with the next seed: each set left out in turn,
 * whether scores of these are what they say, then each half of the documents of every set, and for
 * these the same with word translations learned from the texts of the other half, links unseen.
 * Each of these is judged by itself, then in its document, and where every other pair of this is
 * spoilt.
 * Weights of particular words are never those counted in a pair's own half of the documents, or
 * set; give them to `fit-words` first, for the trees that are written stand beside them.
 */
import { cleanDefaults } from '../src/clean/index.js';
import { FEATURES } from '../src/clean/score/features.js';
import { leftOutReaders } from './fit/left-out-readers.js';
import { takeNumber } from './noise/arguments.js';
import { readGoldPairs } from './noise/gold-pairs.js';
import { halvesOf, learnFromHalves } from './noise/halves.js';
import { FITTED, MAKERS } from './noise/makers.js';
import { LEVEL_FEATURES } from '../src/clean/score/level.js';
import { fitTrees, type BoostOptions } from './score/boost.js';
import { balanced, measureAll, pairsOf, type Measured } from './score/examples.js';
import { inDocuments, usualLevel } from './score/in-documents.js';
import { LeftOut } from './score/left-out.js';
import { writeTrees, type Fitted } from './score/write-trees.js';

/** Chosen by the area under the curve on sets and halves left out. */
const OPTIONS: BoostOptions = {
  trees: 800,
  depth: 3,
  rate: 0.1,
  penalty: 5,
  leastLeaf: 0.002,
  bins: 64,
  senses: FEATURES.map(({ sense }) => sense),
};

/** A look at the level of the document needs fewer, longer steps. */
const DOCUMENT_OPTIONS: BoostOptions = {
  ...OPTIONS,
  trees: 500,
  rate: 0.14,
  senses: [...OPTIONS.senses, ...LEVEL_FEATURES.map(({ sense }) => sense)],
};

/** The default limit of the score, as log-odds. */
const LIMIT = Math.log(cleanDefaults.minScore / (1 - cleanDefaults.minScore));

const words = process.argv.slice(2);
const seed = takeNumber(words, '--seed', 1);
const perKind = takeNumber(words, '--per-kind', 500);
const isDryRun = takeNumber(words, '--dry-run', 0) === 1;
if (words.length === 0)
  throw new Error('give at least one alignment set (see the head of this script)');

const gold = await readGoldPairs(words);
const halves = halvesOf(gold);
const readers = leftOutReaders(gold, halves);
const seen = pairsOf(gold, FITTED, seed, perKind);
const unseen = pairsOf(gold, Object.keys(MAKERS), seed + 1, perKind);
/** How pairs left out are judged: by themselves, in documents, and in documents half spoilt. */
const WAYS = ['', ', in documents', ', half spoilt'] as const;
type Tables = readonly LeftOut[];

const leftOut = tables();
leftOut[0]?.printHead(unseen);

const sets = [...new Set(gold.map(({ set }) => set))];
if (sets.length > 1) {
  const pairs = measureAll(seen, readers.withoutSet);
  const judged = measureAll(unseen, readers.withoutSet);
  for (const set of sets) {
    const isOut = (pair: Measured): boolean => pair.set === set;
    judge(leftOut, set, fit(pairs.filter((pair) => !isOut(pair))), judged.filter(isOut));
  }
  printAll(leftOut, 'each set');
  leftOut[0]?.printCalibration();
  leftOut[1]?.printCalibration();
}
const learned = await learnFromHalves(words);
const pairs = measureAll(seen, readers.withoutHalf);
const judged = measureAll(unseen, readers.withoutHalf);
const taught = measureAll(unseen, (pair) =>
  readers.withoutHalf(pair, learned.get(pair.set)?.[1 - halves(pair)]),
);
const [plain, withWords] = [tables(), tables()];
for (const half of [0, 1]) {
  const isOut = (pair: Measured): boolean => halves(pair) === half;
  const fitted = fit(pairs.filter((pair) => !isOut(pair)));
  judge(plain, `half ${half + 1}`, fitted, judged.filter(isOut));
  judge(withWords, `half ${half + 1}, learned`, fitted, taught.filter(isOut));
}
printAll(plain, 'each half');
printAll(withWords, 'each half, learned');
if (!isDryRun) {
  await writeTrees(fit(pairs), pairs, `--seed ${seed} --per-kind ${perKind}`, words);
}

function tables(): Tables {
  return WAYS.map(() => new LeftOut(LIMIT, Object.keys(MAKERS)));
}

/** Trees for pairs by themselves, then those for pairs in documents. */
function fit(some: readonly Measured[]): Fitted {
  const trees = fitTrees(balanced(some), OPTIONS);
  const usual = usualLevel(some, trees);
  const documentTrees = fitTrees(balanced(inDocuments(some, trees, usual)), DOCUMENT_OPTIONS);
  return { trees, documentTrees, usual };
}

function judge(
  [alone, together, amongSpoilt]: Tables,
  name: string,
  fitted: Fitted,
  some: readonly Measured[],
): void {
  const { trees, documentTrees, usual } = fitted;
  alone?.judge(name + WAYS[0], trees, some);
  together?.judge(name + WAYS[1], documentTrees, inDocuments(some, trees, usual));
  amongSpoilt?.judge(name + WAYS[2], documentTrees, inDocuments(some, trees, usual, 1));
}

function printAll(some: Tables, name: string): void {
  some.forEach((table, at) => {
    table.printAll(`${name}${WAYS[at] ?? ''}`);
  });
}
