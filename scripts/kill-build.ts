/**
 * Kills `add`, `import`, `build`, both at once (`import --build`) and `export` with SIGKILL at random
 * moments and counts what it cost.
 *
 *     npm run kill:build -- [--copies 60] [--kills 100] [--workers 2] [--seed 1]
 *
 * Each step is started again until it comes to its end, then the next one follows; finished
 * corpora are compared and a new one is begun until there were enough kills. After every kill the
 * corpus must open and verify as sound, sources that had results must have them still, an import
 * must be there whole or not at all, and so must an exported file. A finished corpus must hold, pair
 * by pair, what one that was never disturbed holds, and export the same bytes. Prints one JSON
 * object; exit code 1 when a promise is broken.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jsonLine, seededRng, sha256 } from '../src/kit/index.js';
import { ended, finish, verb } from './trouble/commands.js';
import { doneSources, fingerprint, harmTo, sourcesOf } from './trouble/state.js';
import {
  commandFor,
  exported,
  FILES_OF_PAIRS,
  makeInputs,
  STEPS,
  type Inputs,
  type Step,
} from './trouble/steps.js';

const { values } = parseArgs({
  options: {
    copies: { type: 'string', default: '60' },
    kills: { type: 'string', default: '100' },
    workers: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
  },
});
const workers = Number(values.workers);

/** What an undisturbed corpus holds. */
interface Calm {
  readonly hash: string;
  readonly pairs: number;
  readonly exportHash: string;
  /** Documents of each file of pairs. */
  readonly imported: readonly number[];
  /** Milliseconds each step takes. */
  readonly times: Readonly<Record<Step, number>>;
}

/** What went wrong, in words. */
const broken: string[] = [];

process.exitCode = await main();

async function main(): Promise<number> {
  const [copies, kills] = [Number(values.copies), Number(values.kills)];
  const rng = seededRng(Number(values.seed));
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-kill-build-'));
  try {
    const inputs = await makeInputs(folder, copies);
    const calm = await undisturbed(join(folder, 'calm'), inputs);
    const killed = { add: 0, import: 0, build: 0, both: 0, export: 0 };
    let corpora = 0;
    for (let kill = 0; kill < kills; corpora++) {
      const rough = join(folder, `rough-${corpora}`);
      await finish(verb('init', rough));
      for (const step of STEPS) {
        // A step is started anew until it comes to its end: killed later and later.
        for (let wasKilled = true, share = 0.5; wasKilled; share *= 1.25) {
          const before = doneSources(rough);
          const afterMs = kill < kills ? rng() * share * calm.times[step] : undefined;
          const { code, err } = await ended(commandFor(step, rough, inputs, workers), afterMs);
          wasKilled = code === undefined;
          if (!wasKilled && code !== 0) throw new Error(`${step} ended with ${code}: ${err}`);
          if (!wasKilled) continue;
          killed[step] += 1;
          kill += 1;
          check(rough, before, `kill ${kill} during ${step}`, calm);
        }
      }
      compare(rough, `corpus ${corpora}`, calm);
      rmSync(rough, { recursive: true });
    }
    const { pairs, imported } = calm;
    process.stdout.write(
      jsonLine({ copies, kills, killed, corpora, pairs, importedDocuments: imported, broken }),
    );
    return broken.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs everything once without a kill. */
async function undisturbed(corpus: string, inputs: Inputs): Promise<Calm> {
  await finish(verb('init', corpus));
  const times = { add: 0, import: 0, build: 0, both: 0, export: 0 };
  for (const step of STEPS) {
    const start = performance.now();
    await finish(commandFor(step, corpus, inputs, workers));
    times[step] = performance.now() - start;
  }
  const exportHash = sha256(readFileSync(exported(corpus)));
  return { ...fingerprint(corpus), exportHash, imported: importedInto(corpus), times };
}

/** Documents of each file of pairs. */
function importedInto(corpus: string): number[] {
  return FILES_OF_PAIRS.map((name) => sourcesOf(corpus, `${name}#`));
}

function check(folder: string, before: ReadonlySet<string>, when: string, calm: Calm): void {
  broken.push(...harmTo(folder, before).map((harm) => `${when}: ${harm}`));
  for (const [at, imported] of importedInto(folder).entries()) {
    if (imported === 0 || imported === calm.imported[at]) continue;
    broken.push(`${when}: ${imported} of ${calm.imported[at] ?? 0} documents imported`);
  }
  const file = exported(folder);
  if (existsSync(file) && sha256(readFileSync(file)) !== calm.exportHash) {
    broken.push(`${when}: the exported file is neither whole nor absent`);
  }
}

function compare(folder: string, name: string, calm: Calm): void {
  if (fingerprint(folder).hash !== calm.hash) broken.push(`${name} differs`);
  if (sha256(readFileSync(exported(folder))) !== calm.exportHash) {
    broken.push(`the export of ${name} differs`);
  }
}
