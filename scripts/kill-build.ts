/**
 * Kills `add`, `build` and `export` with SIGKILL at random moments and counts what it cost.
 *
 *     node dist/scripts/kill-build.js [--copies 120] [--kills 100] [--workers 2] [--seed 1]
 *
 * Each step is started again until it comes to its end, then the next one follows; finished
 * corpora are compared and a new one is begun until there were enough kills. After every kill
 * the corpus must open and verify as sound, sources that had results must have them still,
 * and an exported file must be there whole or not at all. A finished corpus must hold, pair by
 * pair, what one that was never disturbed holds, and export the same bytes. Prints one JSON
 * object; exit code 1 when a promise is broken.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, jsonLine, packageRoot, seededRng, sha256 } from '../src/kit/index.js';
import { openCorpus } from '../src/store/index.js';

const argument = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

/** What went wrong, by name. */
const broken: string[] = [];

type Step = 'add' | 'build' | 'export';
const STEPS: readonly Step[] = ['add', 'build', 'export'];

/** Longer than any step takes, in milliseconds. */
const NEVER = 3_600_000;

process.exitCode = await main();

async function main(): Promise<number> {
  const [copies, kills] = [argument('copies', 120), argument('kills', 100)];
  const rng = seededRng(argument('seed', 1));
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-kill-build-'));
  const pages = join(folder, 'pages');
  try {
    await finish([join(packageRoot, 'scripts', 'make-copies.mjs'), pages, String(copies)]);
    const calm = join(folder, 'calm');
    const times = await timeAll(calm, pages);
    const wanted = fingerprint(calm);
    const wantedExport = sha256(readFileSync(join(calm, 'out.jsonl')));
    const killed = { add: 0, build: 0, export: 0 };
    let corpora = 0;
    for (let kill = 0; kill < kills; corpora++) {
      const rough = join(folder, `rough-${corpora}`);
      await finish(verb('init', rough));
      for (const step of STEPS) {
        // A step is started anew until it comes to its end: killed later and later.
        for (let wasKilled = true, share = 0.4; wasKilled; share *= 1.3) {
          const before = doneSources(rough);
          const afterMs = kill < kills ? rng() * share * times[step] : NEVER;
          wasKilled = await killAt(commandFor(step, rough, pages), afterMs);
          if (!wasKilled) continue;
          killed[step] += 1;
          kill += 1;
          check(rough, before, `kill ${kill} during ${step}`, wantedExport);
        }
      }
      if (fingerprint(rough).hash !== wanted.hash) broken.push(`corpus ${corpora} differs`);
      if (sha256(readFileSync(join(rough, 'out.jsonl'))) !== wantedExport) {
        broken.push(`the export of corpus ${corpora} differs`);
      }
      rmSync(rough, { recursive: true });
    }
    const report = { copies, kills, killed, corpora, pairs: wanted.pairs, broken };
    process.stdout.write(jsonLine(report));
    return broken.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function verb(...words: readonly string[]): string[] {
  return [join(packageRoot, 'bin', 'duizhao.js'), ...words];
}

function commandFor(step: Step, corpus: string, pages: string): string[] {
  switch (step) {
    case 'add':
      return verb('add', pages, '-C', corpus);
    case 'build':
      return verb('build', '-C', corpus, '--quiet', '--workers', String(argument('workers', 2)));
    case 'export':
      return verb('export', join(corpus, 'out.jsonl'), '-C', corpus, '--force');
  }
}

/** Runs everything once without a kill; milliseconds each step takes. */
async function timeAll(corpus: string, pages: string): Promise<Record<Step, number>> {
  await finish(verb('init', corpus));
  const times = { add: 0, build: 0, export: 0 };
  for (const step of STEPS) {
    const start = performance.now();
    await finish(commandFor(step, corpus, pages));
    times[step] = performance.now() - start;
  }
  return times;
}

async function finish(args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  await once(child, 'close');
  if (child.exitCode !== 0) throw new Error(`exit ${child.exitCode}: ${args.join(' ')}\n${err}`);
}

/** Starts a command and kills it after a while; `false` when it was done before. */
async function killAt(args: readonly string[], afterMs: number): Promise<boolean> {
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), afterMs);
  await once(child, 'close');
  clearTimeout(timer);
  return child.signalCode === 'SIGKILL';
}

/** Sources with results: they must not lose them. */
function doneSources(folder: string): ReadonlySet<string> {
  const corpus = openCorpus(folder);
  const done = [...corpus.sources.list()].filter(({ signature }) => signature !== undefined);
  corpus.close();
  return new Set(done.map(({ key }) => key));
}

function check(folder: string, before: ReadonlySet<string>, when: string, whole: string): void {
  const corpus = openCorpus(folder);
  for (const { check: name, detail } of corpus.verify().problems) {
    broken.push(`${when}: ${name}: ${detail}`);
  }
  corpus.close();
  const now = doneSources(folder);
  const lost = [...before].filter((key) => !now.has(key));
  if (lost.length > 0) broken.push(`${when}: ${lost.length} sources lost their results`);
  const file = join(folder, 'out.jsonl');
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  if (sha256(text) !== whole && text !== '' && !text.endsWith('}\n')) {
    broken.push(`${when}: the exported file is cut off`);
  }
}

/** Hash over every pair with its origin, in corpus order; modification times left out. */
function fingerprint(folder: string): { readonly hash: string; readonly pairs: number } {
  const corpus = openCorpus(folder);
  let hash = '';
  let pairs = 0;
  for (const { pair, document } of corpus.pairs.stream()) {
    hash = hashOf(hash, pair, document.key, document.title, document.date);
    pairs += 1;
  }
  corpus.close();
  return { hash, pairs };
}
