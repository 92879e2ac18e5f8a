/**
 * Our aligner and hunalign side by side in one run: accuracy, speed, peak memory, growth.
 *
 *   node dist/scripts/bench-align.js [--growth N] [--json FILE] SET…
 *
 * SET is a folder in the normal form (zh/X.txt, en/X.txt, gold/X.tsv). Each system works in a
 * process of its own; what is timed is the alignment, not the start-up, the reading of files or
 * the segmentation hunalign needs. `--growth N` joins the documents of the first set, over and
 * over, into one document of 1,000, 2,000 … N Chinese sentences and times that.
 * hunalign gets the same dictionary (see hunalign.ts) and is left out above 16,000 sentences,
 * where it needs gigabytes. Timings on a shared machine are noisy: compare within one run.
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
import { loadHunalign, prepare } from './hunalign.js';

const SYSTEMS = ['duizhao', 'duizhao one pass', 'hunalign'] as const;
type System = (typeof SYSTEMS)[number];

/** What a child process prints. */
interface Measured {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly links: readonly (readonly Link[])[];
}
interface Row {
  readonly set: string;
  readonly system: System;
  readonly pairs: number;
  readonly pairsPerSecond: number;
  readonly peakMegabytes: number;
  readonly strict?: number;
  readonly lax?: number;
  readonly pAgainstHunalign?: number;
}

const HUNALIGN_LIMIT = 16_000;

async function main(args: string[]): Promise<void> {
  if (args[0] === '--child') return child(args[1] as System, args[2] ?? '', Number(args[3] ?? 0));
  const growth = Number(option(args, '--growth') ?? 0);
  const json = option(args, '--json');
  if (args.length === 0)
    throw new Error('give at least one set folder (see the head of this file)');
  const rows: Row[] = [];
  console.log('| set | system | strict F1 | lax F1 | pairs/s | peak MB | p against hunalign |');
  console.log('|---|---|---|---|---|---|---|');
  for (const folder of args) rows.push(...(await benchSet(folder)));
  if (growth > 0) rows.push(...benchGrowth(args[0] ?? '', growth));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(rows, undefined, 1)}\n`);
}

function option(args: string[], name: string): string | undefined {
  const at = args.indexOf(name);
  return at === -1 ? undefined : args.splice(at, 2)[1];
}

/** Accuracy and speed of every system on one set. */
async function benchSet(folder: string): Promise<Row[]> {
  const documents = await readSet(folder);
  const results = SYSTEMS.map((system) => ({ system, measured: inChild(system, folder, 0) }));
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
      peakMegabytes: measured.peakMegabytes,
      strict: strict.f1,
      lax: lax.f1,
      pAgainstHunalign: compareAlignments(mine, rival, { shuffles: 2000 }).p,
    };
  });
  rows.forEach(show);
  const { signature } = evaluateAlignment(judged[0] ?? [], { system: createAligner().signature });
  console.error(formatSignature(signature));
  return rows;
}

/** Time for one document that grows. */
function benchGrowth(folder: string, most: number): Row[] {
  const rows: Row[] = [];
  for (let size = 1000; size <= most; size *= size < 64_000 ? 2 : 1.5625) {
    for (const system of SYSTEMS) {
      if (system === 'hunalign' && size > HUNALIGN_LIMIT) continue;
      const { seconds, peakMegabytes } = inChild(system, folder, Math.round(size));
      const row = {
        set: `${basename(folder)} × ${Math.round(size)} sentences`,
        system,
        pairs: size,
        pairsPerSecond: size / seconds,
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
      `| ${row.pairsPerSecond.toFixed(0)} | ${row.peakMegabytes.toFixed(0)} ` +
      `| ${share(row.pAgainstHunalign)} |`,
  );
}

function pairsOf(documents: readonly SetDocument[]): number {
  return documents.reduce((sum, { zh, en }) => sum + (zh.length + en.length) / 2, 0);
}

function inChild(system: System, folder: string, size: number): Measured {
  const script = fileURLToPath(import.meta.url);
  const args = [script, '--child', system, folder, String(size)];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`${system} on ${folder}: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout) as Measured;
}

async function child(system: System, folder: string, size: number): Promise<void> {
  const set = await readSet(folder);
  const documents = size > 0 ? [grown(set, size)] : set;
  const { links, seconds } =
    system === 'hunalign' ? await byHunalign(documents) : byDuizhao(system, documents);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(JSON.stringify({ seconds, peakMegabytes, links: size > 0 ? [] : links }));
}

function byDuizhao(
  system: System,
  documents: readonly SetDocument[],
): { links: Link[][]; seconds: number } {
  loadLexicon();
  const aligner = createAligner(system === 'duizhao' ? {} : { rounds: 0 });
  const start = performance.now();
  const links = aligner.alignSet(documents).map(linksOf);
  return { links, seconds: (performance.now() - start) / 1000 };
}

async function byHunalign(
  documents: readonly SetDocument[],
): Promise<{ links: Link[][]; seconds: number }> {
  const hunalign = await loadHunalign();
  const prepared = documents.map(({ zh, en }) => prepare(zh, en));
  const start = performance.now();
  const links = prepared.map((document) => hunalign.align(document));
  return { links, seconds: (performance.now() - start) / 1000 };
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
