/**
 * Measures the toolkit on the bundled gold and fails when a floor is broken.
 *
 *     npm run gate            prints every metric, what disagrees, and the verdict
 *     npm run gate -- --pin   writes today's values as the new floors
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAligner } from '../src/align/index.js';
import {
  evaluateAlignment,
  linksOf,
  readSet,
  regressions,
  type Baseline,
  type Judged,
} from '../src/evaluate/index.js';
import { packageRoot } from '../src/kit/index.js';
import { damagedMetrics } from './gate/damaged.js';
import { readGold, unitOf } from './gate/gold.js';
import { goldPairs, measureSite, siteMetrics, type Outcome } from './gate/sample-site.js';

const FLOORS = join(packageRoot, 'scripts', 'gate', 'floors.json');
/** Shown at most of what disagrees in one document. */
const SHOWN = 6;

process.exitCode = await gate(process.argv.includes('--pin'));

async function gate(isPinning: boolean): Promise<number> {
  const { gold, sha256 } = readGold();
  const outcomes = measureSite(gold);
  const metrics = { ...siteMetrics(outcomes), ...(await alignMetrics()) };
  for (const outcome of outcomes) listDisagreement(outcome);
  for (const [name, value] of Object.entries(metrics)) {
    console.log(`${value.toFixed(4)}  ${name}`);
  }
  if (isPinning) {
    const floors = Object.fromEntries(
      Object.entries(metrics).map(([name, value]) => [name, Math.floor(value * 10_000) / 10_000]),
    );
    writeFileSync(FLOORS, `${JSON.stringify({ goldSha256: sha256, floors }, null, 2)}\n`);
    return 0;
  }
  const baseline = JSON.parse(readFileSync(FLOORS, 'utf8')) as Baseline;
  if (baseline.goldSha256 !== sha256) {
    console.log('the gold has changed: look at the values above, then pin them with --pin');
    return 1;
  }
  const broken = regressions(baseline, metrics);
  for (const line of broken) console.log(`BROKEN  ${line}`);
  console.log(broken.length === 0 ? 'every floor holds' : `${broken.length} floors broken`);
  return broken.length === 0 ? 0 : 1;
}

/** The gold sentences aligned as they are, and damaged: what the aligner alone is worth. */
async function alignMetrics(): Promise<Record<string, number>> {
  const set = await readSet(join(packageRoot, 'corpus', 'gold', 'align'));
  const aligner = createAligner();
  const judged: Judged[] = set.map(({ name, zh, en, gold }) => ({
    name,
    gold,
    system: linksOf(aligner.align({ zh, en })),
  }));
  const { strict, lax } = evaluateAlignment(judged);
  return {
    'aligner alone, strict F1': strict.f1,
    'aligner alone, lax F1': lax.f1,
    ...damagedMetrics(set),
  };
}

function listDisagreement({ gold, blocks, pairs }: Outcome): void {
  const wanted = gold.blocks.map(({ lang, text }) => unitOf(lang, text));
  report(gold.doc, 'paragraph missing', without(wanted, blocks));
  report(gold.doc, 'paragraph too much', without(blocks, wanted));
  report(gold.doc, 'bead missing', without(goldPairs(gold), pairs));
  report(gold.doc, 'bead too much', without(pairs, goldPairs(gold)));
}

function report(doc: string, what: string, units: readonly string[]): void {
  for (const unit of units.slice(0, SHOWN)) console.log(`${doc}: ${what}: ${unit}`);
  if (units.length > SHOWN) console.log(`${doc}: ${what}: … and ${units.length - SHOWN} more`);
}

function without(units: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return units.filter((unit) => {
    const at = left.indexOf(unit);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
