/**
 * Builds corpora of growing size from JSON Lines and prints what that takes.
 *
 *     npm run bench:build                        10,000 and 100,000 pairs
 *     npm run bench:build -- 10000 1000000       other sizes
 *     npm run bench:build -- 100000 --by pair    the 1 % changed are pairs anywhere, not documents
 *
 *     npm run bench:build -- 1000000 --steps one       not `import` and `build` by themselves
 *
 * `import --build` reads the file into the corpus, scores, checks, finds duplicates and near
 * duplicates, stores and indexes, in one process. Then 1 % of the documents get another text and the
 * same command runs again. The same is done in another corpus by `import` and `build`, two processes.
 * Seconds are by the clock, start-up included, and of the processor; memory is the largest of a
 * process. The pairs are made up from the dictionary (scripts/make-pairs.ts).
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { jsonLine, packageRoot } from '../src/kit/index.js';
import { costOf, type Cost } from './scale/cost.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    by: { type: 'string', default: 'document' },
    changed: { type: 'string', default: '0.01' },
    steps: { type: 'string', default: 'one,two' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});

for (const size of positionals.length > 0 ? positionals.map(Number) : [10_000, 100_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-build-'));
  try {
    measure(folder, size);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measure(folder: string, pairs: number): void {
  const [file, corpus] = [join(folder, 'pairs.jsonl'), join(folder, 'corpus')];
  const [hasOne, hasTwo] = ['one', 'two'].map((name) => values.steps.split(',').includes(name));
  makePairs(file, pairs, '0');
  const oneByOne = join(folder, 'one-by-one');
  const first = hasOne === true ? begun(corpus, () => takeIn(file, corpus)) : undefined;
  const firstTwo = hasTwo === true ? begun(oneByOne, () => takeInByTwo(file, oneByOne)) : undefined;
  const database = megabytes(join(hasOne === true ? corpus : oneByOne, 'corpus.db'));
  makePairs(file, pairs, values.changed);
  process.stdout.write(
    jsonLine({
      pairs,
      workers: Number(values.workers),
      inputMiB: megabytes(file),
      databaseMiB: database,
      changed: `${values.changed} of the ${values.by}s`,
      ...(first && figures(pairs, first, takeIn(file, corpus))),
      ...(firstTwo && { twoProcesses: figures(pairs, firstTwo, takeInByTwo(file, oneByOne)) }),
      ...others(hasOne === true ? corpus : oneByOne),
    }),
  );
}

function begun<T>(corpus: string, work: () => T): T {
  costOf(['init', corpus]);
  return work();
}

/** What each step took, by name. */
type Steps = Readonly<Record<string, Cost>>;

function takeIn(file: string, corpus: string): Steps {
  const build = ['--build', '--quiet', '--workers', values.workers];
  return { importAndBuild: costOf(['import', file, '-C', corpus, ...build]) };
}

function takeInByTwo(file: string, corpus: string): Steps {
  return {
    import: costOf(['import', file, '-C', corpus]),
    build: costOf(['build', '-C', corpus, '--quiet', '--workers', values.workers]),
  };
}

function figures(pairs: number, first: Steps, again: Steps): object {
  const [took, tookAgain] = [sum(first, 'wall'), sum(again, 'wall')];
  return {
    first: shownAll(first),
    pairsPerSecond: Math.round(pairs / took),
    microsOfProcessorPerPair: micros(sum(first, 'cpu') / pairs),
    again: shownAll(again),
    againPercent: percent(tookAgain / took),
  };
}

function others(corpus: string): object {
  const [stats, verify] = ['stats', 'verify'].map((verb) => costOf([verb, '-C', corpus]));
  return { ...(stats && { stats: shown(stats) }), ...(verify && { verify: shown(verify) }) };
}

function sum(steps: Steps, name: keyof Cost): number {
  return Object.values(steps).reduce((total, cost) => total + cost[name], 0);
}

function shownAll(steps: Steps): object {
  return Object.fromEntries(Object.entries(steps).map(([name, cost]) => [name, shown(cost)]));
}

function makePairs(file: string, pairs: number, changed: string): void {
  const script = join(packageRoot, 'dist', 'scripts', 'make-pairs.js');
  const words = ['--pairs', String(pairs), '--changed', changed, '--by', values.by];
  const { status, stderr } = spawnSync(process.execPath, [script, file, ...words], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

function shown({ wall, cpu, megabytes: memory }: Cost): Record<string, number> {
  return { seconds: round(wall), cpu: round(cpu), MiB: Math.round(memory) };
}

function megabytes(file: string): number {
  return Math.round(statSync(file).size / 2 ** 20);
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}

function micros(seconds: number): number {
  return Math.round(seconds * 1e6);
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
