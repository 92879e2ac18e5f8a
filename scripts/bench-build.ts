/**
 * Builds corpora of growing size from JSON Lines and prints what that takes.
 *
 *     npm run bench:build                        10,000 and 100,000 pairs
 *     npm run bench:build -- 10000 1000000       other sizes
 *     npm run bench:build -- 100000 --by pair    the 1 % changed are pairs anywhere, not documents
 *
 * Each step is a process of its own. `import` reads the file into the corpus; `build` scores, checks,
 * finds duplicates and near duplicates, stores and indexes. Then 1 % of the documents get another
 * text and both run again. Seconds are by the clock, start-up included, and of the processor; memory
 * is the largest of any step. The pairs are made up from the dictionary (scripts/make-pairs.ts).
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
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});

interface Steps {
  readonly import: Cost;
  readonly build: Cost;
}

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
  makePairs(file, pairs, '0');
  costOf(['init', corpus]);
  const first = takeIn(file, corpus);
  const database = megabytes(join(corpus, 'corpus.db'));
  const stats = costOf(['stats', '-C', corpus]);
  makePairs(file, pairs, values.changed);
  const second = takeIn(file, corpus);
  const verify = costOf(['verify', '-C', corpus]);
  const took = first.import.wall + first.build.wall;
  const again = second.import.wall + second.build.wall;
  process.stdout.write(
    jsonLine({
      pairs,
      workers: Number(values.workers),
      inputMiB: megabytes(file),
      databaseMiB: database,
      ...{ import: shown(first.import), build: shown(first.build) },
      pairsPerSecond: Math.round(pairs / took),
      builtPerSecond: Math.round(pairs / first.build.wall),
      microsOfProcessorPerPair: micros((first.import.cpu + first.build.cpu) / pairs),
      changed: `${values.changed} of the ${values.by}s`,
      ...{ importAgain: shown(second.import), buildAgain: shown(second.build) },
      againPercent: percent(again / took),
      buildAgainPercent: percent(second.build.wall / first.build.wall),
      stats: shown(stats),
      verify: shown(verify),
    }),
  );
}

function takeIn(file: string, corpus: string): Steps {
  return {
    import: costOf(['import', file, '-C', corpus]),
    build: costOf(['build', '-C', corpus, '--quiet', '--workers', values.workers]),
  };
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
