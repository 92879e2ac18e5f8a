/**
 * Prints how far the aligner's confidence can be believed, as a reliability table.
 *
 *   node dist/scripts/reliability.js [SET…] [--pages]
 *
 * A SET is a folder in the normal form (`zh/`, `en/`, `gold/`); without one, the sample set of
 * this repository. Every set is aligned as one set, or document by document with `--pages`, as
 * web pages are. A row counts the two-sided beads whose confidence lies in it and how many are
 * exactly in the gold. Exit status 1 when fewer than 95 % of the beads from 0.9 up are right.
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
  type Reliability,
} from '../src/evaluate/index.js';
import { packageRoot } from '../src/kit/index.js';
import { rangeSize } from '../src/model/index.js';

/** Share of the beads in the highest row that must be right. */
const WANTED = 0.95;

async function forecastsOf(folder: string, byPage: boolean): Promise<Forecast[]> {
  const set = await readSet(folder);
  const aligner = createAligner();
  const found = byPage ? set.map((document) => aligner.align(document)) : aligner.alignSet(set);
  return set.flatMap(({ gold }, index) => {
    const right = new Set(gold.map(linkKey));
    const beads = (found[index] ?? []).filter(
      ({ zh, en }) => rangeSize(zh) > 0 && rangeSize(en) > 0,
    );
    const links = linksOf(beads);
    return beads.map(({ confidence }, at) => {
      const link = links[at];
      return { confidence, right: link !== undefined && right.has(linkKey(link)) };
    });
  });
}

function tableOf(rows: readonly Reliability[]): string {
  const lines = rows.map(({ from, to, count, confidence, right }) =>
    [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      String(count).padStart(7),
      String(Math.round(right * count)).padStart(7),
      count === 0 ? '      –' : `${(100 * right).toFixed(1).padStart(5)} %`,
      count === 0 ? '      –' : `${(100 * confidence).toFixed(1).padStart(5)} %`,
    ].join('  '),
  );
  return ['  bin      beads    right    share  confidence', ...lines].join('\n');
}

const args = process.argv.slice(2);
const byPage = args.includes('--pages');
const named = args.filter((argument) => argument !== '--pages');
const folders = named.length > 0 ? named : [join(packageRoot, 'corpus', 'gold', 'align')];
const all: Forecast[] = [];
for (const folder of folders) {
  const forecasts = await forecastsOf(folder, byPage);
  all.push(...forecasts);
  report(folder, forecasts);
}
if (folders.length > 1) report('all sets', all);
if ((reliability(all).at(-1)?.right ?? 0) < WANTED) process.exitCode = 1;

function report(title: string, forecasts: readonly Forecast[]): void {
  const table = reliability(forecasts);
  const error = calibrationError(table);
  console.log(`${title}: ${forecasts.length} two-sided beads`);
  console.log(`${tableOf(table)}\nexpected calibration error ${error.toFixed(4)}\n`);
}
