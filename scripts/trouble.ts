/**
 * Puts a corpus into trouble other than sudden death and counts what it cost.
 *
 *     npm run trouble -- [--copies 40] [--rounds 5] [--seed 1]
 *
 * Disk full: in each round the disk is full in the middle of `add`, of `import`, of `build` and of
 * `export`, on small file systems in memory; each must say so and end with 73, and go on to the same
 * corpus once there is room. Two at once: two builds, a backup and a reader side by side. Read only: on a locked file
 * system reading works, writing says so and ends with 73. A clock that jumps, by up to a week to and
 * fro at every look. Whatever was done before must be there after, `verify` must find nothing, and
 * in the end every corpus must hold, pair by pair, what an undisturbed one holds. Prints one JSON
 * object; exit code 1 when a promise is broken. Small file systems take the rights of root on Linux;
 * without them these parts are left out, and the result says so.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jsonLine, seededRng, sha256 } from '../src/kit/index.js';
import { ended, finish, verb, type Ended } from './trouble/commands.js';
import { SmallDisk } from './trouble/small-disk.js';
import { doneSources, fingerprint, harmTo, problemsOf } from './trouble/state.js';
import {
  commandFor,
  exported,
  makeInputs,
  STEPS,
  type Inputs,
  type Step,
} from './trouble/steps.js';

const { values } = parseArgs({
  options: {
    copies: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
});
const rounds = Number(values.rounds);
const rng = seededRng(Number(values.seed));
const WORKERS = 2;
/** A corpus of this size fits in any case, in KiB. */
const ROOMY = 1 << 19;
/** Exit code of what cannot be written. */
const CANNOT_WRITE = 73;

/** Every look at the clock is up to a week off, forwards or backwards. */
const JUMPING = `
const Real = Date;
const jump = () => (Math.random() - 0.5) * 2 * 604_800_000;
globalThis.Date = class extends Real {
  constructor(...words) { if (words.length === 0) super(Real.now() + jump()); else super(...words); }
  static now() { return Math.round(Real.now() + jump()); }
};`;

const broken: string[] = [];
const counts: Record<string, unknown> = {};

const folder = mkdtempSync(join(tmpdir(), 'duizhao-trouble-'));
try {
  const inputs = await makeInputs(folder, Number(values.copies));
  const calm = join(folder, 'calm');
  await buildAll(calm, inputs);
  const wanted = fingerprint(calm).hash;
  counts['pairs'] = fingerprint(calm).pairs;
  await fullDisks(inputs, wanted);
  await atOnce(inputs, wanted);
  await readOnly(inputs, wanted);
  await jumpingClock(inputs, wanted);
  process.stdout.write(jsonLine({ copies: Number(values.copies), ...counts, broken }));
  process.exitCode = broken.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Init and every step, without trouble. */
async function buildAll(corpus: string, inputs: Inputs): Promise<void> {
  await finish(verb('init', corpus));
  for (const step of STEPS) await finish(commandFor(step, corpus, inputs, WORKERS));
}

function expectSame(corpus: string, wanted: string, name: string): void {
  broken.push(...problemsOf(corpus).map((problem) => `${name}: ${problem}`));
  if (fingerprint(corpus).hash !== wanted) broken.push(`${name}: the corpus differs`);
}

/** Ends with 73 and a message that says why, or not at all well. */
function expectRefusal({ code, err }: Ended, name: string, said: RegExp): void {
  if (code !== CANNOT_WRITE) broken.push(`${name}: ended with ${code ?? 'a signal'}: ${err}`);
  else if (!said.test(err)) broken.push(`${name}: said only ${err}`);
}

/** In each round the disk is full in the middle of another step. */
async function fullDisks(inputs: Inputs, wanted: string): Promise<void> {
  const refused = { add: 0, import: 0, build: 0, both: 0, export: 0 };
  const growth = await growthOf(inputs);
  let disks = 0;
  for (let round = 0; growth !== undefined && round < rounds * STEPS.length; round++) {
    const disk = SmallDisk.mount(join(folder, `disk-${round}`), ROOMY);
    if (disk === undefined) break;
    disks += 1;
    try {
      const corpus = join(disk.folder, 'corpus');
      await finish(verb('init', corpus));
      for (const [at, step] of STEPS.entries()) {
        const words = commandFor(step, corpus, inputs, WORKERS);
        if (at !== round % STEPS.length) {
          await finish(words);
          continue;
        }
        const before = doneSources(corpus);
        disk.resize(disk.usedKibibytes() + Math.ceil((0.05 + 0.85 * rng()) * growth[step]));
        const first = await ended(words);
        if (first.code !== 0) {
          refused[step] += 1;
          expectRefusal(first, `disk ${round}, ${step}`, /full|space/);
        }
        if (first.code !== 0 && step === 'export' && existsSync(exported(corpus))) {
          broken.push(`disk ${round}: a part of an export was left behind`);
        }
        disk.resize(ROOMY);
        broken.push(...harmTo(corpus, before).map((harm) => `disk ${round}, ${step}: ${harm}`));
        if (first.code !== 0) await finish(words);
      }
      expectSame(corpus, wanted, `disk ${round}`);
    } finally {
      disk.unmount();
    }
  }
  counts['fullDisks'] = growth === undefined ? 'left out: no right to mount' : { disks, refused };
}

/** KiB that each step adds to a disk; `undefined` where none can be mounted. */
async function growthOf(inputs: Inputs): Promise<Record<Step, number> | undefined> {
  const disk = SmallDisk.mount(join(folder, 'disk-calm'), ROOMY);
  if (disk === undefined) return undefined;
  try {
    const corpus = join(disk.folder, 'corpus');
    await finish(verb('init', corpus));
    const growth = { add: 0, import: 0, build: 0, both: 0, export: 0 };
    for (const step of STEPS) {
      const before = disk.usedKibibytes();
      await finish(commandFor(step, corpus, inputs, WORKERS));
      growth[step] = disk.usedKibibytes() - before;
    }
    return growth;
  } finally {
    disk.unmount();
  }
}

async function atOnce(inputs: Inputs, wanted: string): Promise<void> {
  let [builds, waited, backups] = [0, 0, 0];
  for (let round = 0; round < rounds; round++) {
    const corpus = join(folder, `at-once-${round}`);
    const copy = join(folder, `copy-${round}`);
    await finish(verb('init', corpus));
    await finish(commandFor('add', corpus, inputs, WORKERS));
    await finish(commandFor('import', corpus, inputs, WORKERS));
    const build = commandFor('build', corpus, inputs, WORKERS);
    const both = commandFor('both', corpus, inputs, WORKERS);
    const late = rng() * 2_000;
    const ends = await Promise.all([
      ended(build),
      ended(both),
      after(late, () => ended(verb('backup', copy, '-C', corpus))),
      after(late, () => ended(verb('stats', '-C', corpus, '--no-words'))),
      after(late, () => ended(verb('verify', '-C', corpus))),
    ]);
    builds += 2;
    for (const { code, err } of ends) {
      if (code === 75) waited += 1;
      else if (code !== 0)
        broken.push(`at once ${round}: ended with ${code ?? 'a signal'}: ${err}`);
    }
    await finish(both); // it may have been told to wait
    await finish(build);
    expectSame(corpus, wanted, `at once ${round}`);
    if (existsSync(join(copy, 'corpus.db'))) {
      backups += 1;
      broken.push(...problemsOf(copy).map((problem) => `backup ${round}: ${problem}`));
      await finish(commandFor('both', copy, inputs, WORKERS)); // goes on from its moment
      await finish(commandFor('build', copy, inputs, WORKERS));
      expectSame(copy, wanted, `backup ${round}`);
    }
    rmSync(corpus, { recursive: true });
    rmSync(copy, { recursive: true, force: true });
  }
  counts['atOnce'] = { builds, toldToWait: waited, backups };
}

async function after<T>(delayMs: number, work: () => Promise<T>): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  return work();
}

async function readOnly(inputs: Inputs, wanted: string): Promise<void> {
  const disk = SmallDisk.mount(join(folder, 'disk'), ROOMY);
  if (disk === undefined) {
    counts['readOnly'] = 'left out: no right to mount';
    return;
  }
  try {
    const corpus = join(disk.folder, 'corpus');
    await buildAll(corpus, inputs);
    disk.lock();
    const hash = sha256(readFileSync(join(corpus, 'corpus.db')));
    const out = join(folder, 'from-locked.jsonl');
    const reading = [
      verb('stats', '-C', corpus),
      verb('verify', '-C', corpus),
      verb('search', '市', '-C', corpus),
      verb('export', out, '-C', corpus),
      verb('backup', join(folder, 'from-locked'), '-C', corpus),
    ];
    const writing = [
      ...(['add', 'import', 'build'] as const).map((step) =>
        commandFor(step, corpus, inputs, WORKERS),
      ),
      commandFor('export', corpus, inputs, WORKERS),
    ];
    for (const words of reading) {
      const { code, err } = await ended(words);
      if (code !== 0) broken.push(`read only: ${words.slice(1).join(' ')}: ${err}`);
    }
    for (const words of writing) {
      expectRefusal(await ended(words), `read only: ${words.slice(1).join(' ')}`, /read|write/);
    }
    if (sha256(readFileSync(join(corpus, 'corpus.db'))) !== hash) broken.push('read only: changed');
    expectSame(corpus, wanted, 'read only');
    expectSame(join(folder, 'from-locked'), wanted, 'backup of read only');
    counts['readOnly'] = { read: reading.length, refused: writing.length };
  } finally {
    disk.unmount();
  }
}

async function jumpingClock(inputs: Inputs, wanted: string): Promise<void> {
  const corpus = join(folder, 'jumping');
  await finish(verb('init', corpus));
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(JUMPING)}`];
  let commands = 0;
  for (const step of STEPS) {
    for (let time = 0; time < 2; time++, commands++) {
      await finish([...preload, ...commandFor(step, corpus, inputs, WORKERS)]);
    }
  }
  expectSame(corpus, wanted, 'jumping clock');
  counts['jumpingClock'] = { commands };
}
