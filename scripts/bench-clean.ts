/**
 * How well the score and the checks tell good pairs from spoilt ones, each by itself as if it were
 * alone in its document, and how fast. For scores beside other pairs see `fit-score.ts --dry-run`.
 *
 *     node dist/scripts/bench-clean.js [--seed N] [--per-kind N] [--maker NAME] SET…
 *
 * SET is an alignment set with gold (see make-noise-pairs). Prints, for every set and kind of
 * noise, the area under the ROC curve of the score and the share refused at the default limits;
 * the share of good pairs kept; how often each check objects to good pairs; and pairs a second of one core (processor time) for repair,
 * facts, checks and score together. Use another seed than the fit did; `--maker`
 * chooses who made the noise: see `noise/makers.ts` for their names, and which of them the fit knows.
 */
import { cleanPair, createJudge } from '../src/clean/index.js';
import { makerNamed } from './noise/makers.js';
import { takeNumber, takeWord } from './noise/arguments.js';
import { readGoldPairs } from './noise/gold-pairs.js';
import { GOOD, labelledPairs } from './noise/labelled.js';
import { areaUnderCurve, kindsOf } from './score/measure.js';

const words = process.argv.slice(2);
const seed = takeNumber(words, '--seed', 2);
const perKind = takeNumber(words, '--per-kind', 500);
const maker = makerNamed(takeWord(words, '--maker', 'own'));
if (words.length === 0)
  throw new Error('give at least one alignment set (see the head of this script)');

const pairs = labelledPairs(await readGoldPairs(words), seed, perKind, maker);
const judge = createJudge();
for (const pair of pairs.slice(0, 2_000)) cleanPair(pair, judge); // compiled before the clock runs
const began = process.cpuUsage();
const results = pairs.map((pair) => {
  const { score, state, findings, reason = '' } = cleanPair(pair, judge);
  const isRefused = state === 'rejected';
  return { set: pair.set, kind: pair.kind, score, isRefused, reason, findings };
});
const { user, system } = process.cpuUsage(began);
const kinds = kindsOf(pairs);

console.log(['set', 'good', 'kept', 'AUC', 'refused', ...kinds].join('\t'));
for (const set of new Set(pairs.map((pair) => pair.set))) line(set, (one) => one === set);
line('all', () => true);
const mean = kinds.map((kind) => refused(results.filter((one) => one.kind === kind)));
console.log(
  `refused, kinds weighing the same: ${(mean.reduce((sum, share) => sum + share, 0) / kinds.length).toFixed(4)}`,
);
console.log(
  `${Math.round((pairs.length * 1e6) / (user + system))} pairs/s of one core, ${pairs.length} pairs`,
);

printAlarms();

/** Which checks object to good pairs, and under whose name they are refused. */
function printAlarms(): void {
  const good = results.filter(({ kind }) => kind === GOOD);
  const names = new Set(good.flatMap(({ findings }) => findings.map(({ check }) => check)));
  console.log('check\tobjects to good pairs\tgood pairs refused in its name');
  for (const name of [...names].sort()) {
    const objected = good.filter(({ findings }) => findings.some(({ check }) => check === name));
    const refusedBy = good.filter(({ reason }) => reason === name);
    const shares = [objected, refusedBy].map((some) => some.length / good.length);
    console.log([name, ...shares.map((share) => `${(100 * share).toFixed(2)} %`)].join('\t'));
  }
}

function line(name: string, isIn: (set: string) => boolean): void {
  const mine = results.filter(({ set }) => isIn(set));
  const good = mine.filter(({ kind }) => kind === GOOD);
  const spoilt = mine.filter(({ kind }) => kind !== GOOD);
  const scores = good.map(({ score }) => score);
  const cells = kinds.map((kind) => {
    const some = spoilt.filter((one) => one.kind === kind);
    if (some.length === 0) return '–';
    const area = areaUnderCurve(
      scores,
      some.map(({ score }) => score),
    );
    return `${area.toFixed(3)} ${(100 * refused(some)).toFixed(0)}%`;
  });
  const area = areaUnderCurve(
    scores,
    spoilt.map(({ score }) => score),
  );
  console.log(
    [
      name,
      good.length,
      (1 - refused(good)).toFixed(4),
      area.toFixed(4),
      refused(spoilt).toFixed(4),
      ...cells,
    ].join('\t'),
  );
}

function refused(some: readonly { readonly isRefused: boolean }[]): number {
  return some.filter(({ isRefused }) => isRefused).length / Math.max(1, some.length);
}
