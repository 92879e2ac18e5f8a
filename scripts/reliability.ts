/**
 * Prints how far the aligner's confidence can be believed, as a reliability table.
 *
 *   node dist/scripts/reliability.js [SET…] [--pages]
 *
 * A SET is a folder in the normal form (`zh/`, `en/`, `gold/`); without one, the sample set of
 * this repository. Every set is aligned as one set, or document by document with `--pages`, as
 * web pages are. A row counts the two-sided beads whose confidence lies in it, how many are
 * exactly in the gold, and which share lies inside one bead of the gold: more than the share
 * exactly right where the gold is coarser than sentences, as verses are. Exit status 1 when
 * fewer than 95 % of the beads from 0.9 up are exactly right.
 */
import { join } from 'node:path';
import { createAligner } from '../src/align/index.js';
import {
  calibrationError,
  linkKey,
  linksOf,
  readSet,
  reliability,
  type Forecast,
  type Link,
} from '../src/evaluate/index.js';
import { packageRoot } from '../src/kit/index.js';
import { rangeSize } from '../src/model/index.js';

/** Share of the beads in the highest row that must be right. */
const WANTED = 0.95;

/** One bead, judged twice. */
interface Judged extends Forecast {
  /** Whether all its sentences are in one bead of the gold. */
  readonly inside: boolean;
}

async function forecastsOf(folder: string, byPage: boolean): Promise<Judged[]> {
  const set = await readSet(folder);
  const aligner = createAligner();
  const found = byPage ? set.map((document) => aligner.align(document)) : aligner.alignSet(set);
  return set.flatMap(({ gold }, index) => {
    const right = new Set(gold.map(linkKey));
    const beads = (found[index] ?? []).filter(
      ({ zh, en }) => rangeSize(zh) > 0 && rangeSize(en) > 0,
    );
    return linksOf(beads).map((link, at) => ({
      confidence: beads[at]?.confidence ?? 0,
      right: right.has(linkKey(link)),
      inside: gold.some((other) => isInside(link, other)),
    }));
  });
}

function isInside(link: Link, other: Link): boolean {
  return (
    link.zh.every((sentence) => other.zh.includes(sentence)) &&
    link.en.every((sentence) => other.en.includes(sentence))
  );
}

function tableOf(judged: readonly Judged[]): string {
  const inside = reliability(
    judged.map((bead) => ({ confidence: bead.confidence, right: bead.inside })),
  );
  const lines = reliability(judged).map(({ from, to, count, confidence, right }, row) => {
    const share = (value: number): string =>
      count === 0 ? '–'.padStart(10) : `${(100 * value).toFixed(1).padStart(8)} %`;
    return [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      String(count).padStart(9),
      String(Math.round(right * count)).padStart(9),
      share(right),
      share(inside[row]?.right ?? 0),
      share(confidence),
    ].join('');
  });
  return ['bin        beads    right     right    inside  believed', ...lines].join('\n');
}

const args = process.argv.slice(2);
const byPage = args.includes('--pages');
const named = args.filter((argument) => argument !== '--pages');
const folders = named.length > 0 ? named : [join(packageRoot, 'corpus', 'gold', 'align')];
const all: Judged[] = [];
for (const folder of folders) {
  const judged = await forecastsOf(folder, byPage);
  all.push(...judged);
  report(folder, judged);
}
if (folders.length > 1) report('all sets', all);
if ((reliability(all).at(-1)?.right ?? 0) < WANTED) process.exitCode = 1;

function report(title: string, judged: readonly Judged[]): void {
  const error = calibrationError(reliability(judged));
  console.log(`${title}: ${judged.length} two-sided beads`);
  console.log(`${tableOf(judged)}\nexpected calibration error ${error.toFixed(4)}\n`);
}
