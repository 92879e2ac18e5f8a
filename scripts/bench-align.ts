/**
 * Our aligner and hunalign side by side in one run: accuracy, speed, peak memory, growth.
 *
 *   node dist/scripts/bench-align.js [--growth N] [--json FILE] [--whole] [--warm N] SET…
 *
 * Ours in one pass stands beside hunalign as it is by default, ours with learning beside
 * `hunalign -realign`, which learns words from a first alignment and aligns again. By accuracy
 * hunalign's default is its better setting on most sets, so both are shown.
 *
 * SET is a folder in the normal form (zh/X.txt, en/X.txt, gold/X.tsv). Each system works in a
 * process of its own; what is timed is the alignment, not the start-up, the reading of files or
 * what hunalign needs done before: words and stems found, dictionary looked through. Ours does
 * that itself each time, and it is counted; so the last column has hunalign's time with it
 * (our code again, the same stemmer and dictionary), from sentences to beads in both systems.
 * `--warm N` lets each system align the set N times before it is
 * timed, as in a process that works on one set after another. `--growth N` joins the documents of the first set, over and
 * over, into one document of 1,000, 2,000 … N Chinese sentences and times that.
 * hunalign gets the same dictionary (see hunalign.ts), cut down to what each document can use;
 * with `--whole` all of it, which it then reads again for every document. It is left out above
 * 16,000 sentences, where it needs gigabytes. Besides the clock, processor time is counted
 * (helper threads included): on a shared machine only that can be compared.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { createAligner } from '../src/align/index.js';
import {
  compareAlignments,
  evaluateAlignment,
  formatSignature,
  linksOf,
  readSet,
} from '../src/evaluate/index.js';
import type { Link, SetDocument } from '../src/evaluate/index.js';
import { loadLexicon } from '../src/lexicon/index.js';
import { loadHunalign, prepare, type Prepared } from './hunalign.js';

const SYSTEMS = ['duizhao one pass', 'hunalign', 'duizhao', 'hunalign -realign'] as const;
type System = (typeof SYSTEMS)[number];

/** What a child process prints. */
interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** What is done to the sentences before and not counted in `cpuSeconds`. */
  readonly preparation: number;
  readonly peakMegabytes: number;
  readonly links: readonly (readonly Link[])[];
}
/** How a system is run. */
interface Mode {
  /** Whether hunalign gets the whole dictionary. */
  readonly whole: boolean;
  /** Runs before the one that is timed. */
  readonly warm: number;
}

interface Row {
  readonly set: string;
  readonly system: System;
  readonly pairs: number;
  readonly pairsPerSecond: number;
  readonly pairsPerCpuSecond: number;
  /** The same with the preparation of the sentences. */
  readonly pairsFromText: number;
  readonly peakMegabytes: number;
  readonly strict?: number;
  readonly lax?: number;
  readonly pAgainstHunalign?: number;
}

const HUNALIGN_LIMIT = 16_000;

async function main(args: string[]): Promise<void> {
  if (args[0] === '--child') {
    const mode = { whole: args[5] === '--whole', warm: Number(args[4]) };
    return child(args[1] as System, args[2] ?? '', Number(args[3]), mode);
  }
  const whole = args.includes('--whole');
  if (whole) args.splice(args.indexOf('--whole'), 1);
  const mode: Mode = { whole, warm: Number(option(args, '--warm') ?? 0) };
  const growth = Number(option(args, '--growth') ?? 0);
  const json = option(args, '--json');
  if (args.length === 0)
    throw new Error('give at least one set folder (see the head of this file)');
  const rows: Row[] = [];
  console.log(
    '| set | system | strict F1 | lax F1 | pairs/s | pairs/CPU s | peak MB | p against hunalign | from text, pairs/CPU s |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const folder of args) rows.push(...(await benchSet(folder, mode)));
  if (growth > 0) rows.push(...benchGrowth(args[0] ?? '', growth, mode));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, undefined, 1)}\n`);
}

function option(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at === -1 ? undefined : args.splice(at, 2)[1];
}

/** Accuracy and speed of every system on one set. */
async function benchSet(folder: string, mode: Mode): Promise<Row[]> {
  const documents = await readSet(folder);
  const results = SYSTEMS.map((system) => ({
    system,
    measured: inChild(system, folder, 0, mode),
  }));
  const judged = results.map(({ measured }) =>
    documents.map(({ name, gold }, at) => ({ name, gold, system: measured.links[at] ?? [] })),
  );
  const rival = judged[SYSTEMS.indexOf('hunalign')] ?? [];
  const pairs = pairsOf(documents);
  const rows = results.map(({ system, measured }, at): Row => {
    const mine = judged[at] ?? [];
    const { strict, lax } = evaluateAlignment(mine, { resamples: 1 });
    return {
      set: basename(folder),
      system,
      pairs,
      pairsPerSecond: pairs / measured.seconds,
      pairsPerCpuSecond: pairs / measured.cpuSeconds,
      pairsFromText: pairs / (measured.cpuSeconds + measured.preparation),
      peakMegabytes: measured.peakMegabytes,
      strict: strict.f1,
      lax: lax.f1,
      pAgainstHunalign: compareAlignments(mine, rival, { shuffles: 2000 }).p,
    };
  });
  rows.forEach(show);
  const { signature } = evaluateAlignment(judged[SYSTEMS.indexOf('duizhao')] ?? [], {
    system: createAligner().signature,
  });
  console.error(formatSignature(signature));
  return rows;
}

/** Time for one document that grows. */
function benchGrowth(folder: string, most: number, mode: Mode): Row[] {
  const rows: Row[] = [];
  for (let size = 1000; size <= most; size *= size < 64_000 ? 2 : 1.5625) {
    for (const system of SYSTEMS) {
      if (isHunalign(system) && size > HUNALIGN_LIMIT) continue;
      const { seconds, cpuSeconds, preparation, peakMegabytes } = inChild(
        system,
        folder,
        Math.round(size),
        mode,
      );
      const row = {
        set: `${basename(folder)} × ${Math.round(size)} sentences`,
        system,
        pairs: size,
        pairsPerSecond: size / seconds,
        pairsPerCpuSecond: size / cpuSeconds,
        pairsFromText: size / (cpuSeconds + preparation),
        peakMegabytes,
      };
      rows.push(row);
      show(row);
    }
  }
  return rows;
}

function show(row: Row): void {
  const share = (value: number | undefined) => (value === undefined ? '' : value.toFixed(4));
  console.log(
    `| ${row.set} | ${row.system} | ${share(row.strict)} | ${share(row.lax)} ` +
      `| ${row.pairsPerSecond.toFixed(0)} | ${row.pairsPerCpuSecond.toFixed(0)} | ${row.peakMegabytes.toFixed(0)} ` +
      `| ${share(row.pAgainstHunalign)} | ${row.pairsFromText.toFixed(0)} |`,
  );
}

function pairsOf(documents: readonly SetDocument[]): number {
  return documents.reduce((sum, { zh, en }) => sum + (zh.length + en.length) / 2, 0);
}

function inChild(system: System, folder: string, size: number, mode: Mode): Measured {
  const script = fileURLToPath(import.meta.url);
  const numbers = [String(size), String(mode.warm)];
  const args = [script, '--child', system, folder, ...numbers, mode.whole ? '--whole' : ''];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${system} on ${folder}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout) as Measured;
}

async function child(system: System, folder: string, size: number, mode: Mode): Promise<void> {
  const set = await readSet(folder);
  const documents = size > 0 ? [grown(set, size)] : set;
  const { prepare: makeReady, align } = isHunalign(system)
    ? await hunalignOn(system, documents, mode.whole)
    : duizhaoOn(system, documents);
  for (let run = 0; run < mode.warm; run++) {
    makeReady();
    align();
  }
  const preparation = cpuSecondsOf(makeReady);
  const clock = performance.now();
  let links: Link[][] = [];
  const cpuSeconds = cpuSecondsOf(() => (links = align()));
  const measured: Measured = {
    seconds: (performance.now() - clock) / 1000,
    cpuSeconds,
    preparation,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    links: size > 0 ? [] : links,
  };
  process.stdout.write(JSON.stringify(measured));
}

function cpuSecondsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function isHunalign(system: System): boolean {
  return system.startsWith('hunalign');
}

/** The two halves of what a system does. */
interface Work {
  readonly prepare: () => void;
  readonly align: () => Link[][];
}

function duizhaoOn(system: System, documents: readonly SetDocument[]): Work {
  loadLexicon();
  const aligner = createAligner(system === 'duizhao' ? {} : { rounds: 0 });
  return { prepare: () => undefined, align: () => aligner.alignSet(documents).map(linksOf) };
}

async function hunalignOn(
  system: System,
  documents: readonly SetDocument[],
  whole: boolean,
): Promise<Work> {
  const hunalign = await loadHunalign(system === 'hunalign -realign' ? ['-realign'] : []);
  let prepared: Prepared[] = [];
  const work = {
    prepare: () => {
      prepared = documents.map(({ zh, en }) => prepare(zh, en, whole));
    },
    align: () => prepared.map((document) => hunalign.align(document)),
  };
  work.prepare();
  return work;
}

/** All documents of a set joined, repeated and cut to `size` Chinese sentences. */
function grown(set: readonly SetDocument[], size: number): SetDocument {
  const [zh, en]: [string[], string[]] = [[], []];
  for (let at = 0; zh.length < size; at += 1) {
    const document = set[at % set.length];
    if (document === undefined || document.zh.length === 0) throw new Error('the set is empty');
    const share = Math.min(1, (size - zh.length) / document.zh.length);
    for (const text of document.zh.slice(0, Math.ceil(document.zh.length * share))) zh.push(text);
    for (const text of document.en.slice(0, Math.ceil(document.en.length * share))) en.push(text);
  }
  return { name: 'grown', zh, en, gold: [] };
}

await main(process.argv.slice(2));
