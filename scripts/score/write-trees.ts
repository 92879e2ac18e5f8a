import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FEATURES } from '../../src/clean/score/features.js';
import type { Tree } from '../../src/clean/score/trees.js';
import { packageRoot, sha256, stableJson } from '../../src/kit/index.js';
import { GOOD } from '../noise/labelled.js';
import type { Measured } from './examples.js';

const FILE = join(packageRoot, 'src', 'clean', 'score', 'trees.generated.ts');

/**
 * Writes the trees of the score as source.
 *
 * @param by - options of the fit
 * @param sets - folders that the pairs are from
 */
export async function writeTrees(
  trees: readonly Tree[],
  pairs: readonly Measured[],
  by: string,
  sets: readonly string[],
): Promise<void> {
  await writeFile(FILE, source(trees, pairs, by, sets));
  console.log(`written: ${FILE}`);
}

/** Medians of the good pairs, each feature for itself. */
function ordinary(pairs: readonly Measured[]): number[] {
  const good = pairs.filter(({ kind }) => kind === GOOD);
  return FEATURES.map((_, at) => {
    const values = Float64Array.from(good, ({ features }) => features[at] ?? 0).sort();
    return Number((values[values.length >> 1] ?? 0).toPrecision(4));
  });
}

function source(
  trees: readonly Tree[],
  pairs: readonly Measured[],
  by: string,
  sets: readonly string[],
): string {
  const lines = trees.map(
    ({ feature, threshold, leaf }) =>
      `  tree([${feature.join(', ')}], [${threshold.join(', ')}], [${leaf.join(', ')}]),`,
  );
  return `import type { Tree } from './trees.js';

/**
 * Trees of the score: features by their place in FEATURES, thresholds, and nats of each leaf.
 *
 * Written by: node dist/scripts/fit-score.js ${by} ${sets.map((set) => basename(set)).join(' ')}
 * Labelled pairs: ${pairs.length}, SHA-256 of the set ${sha256(stableJson(pairs.map(({ zh, en, kind }) => [zh, en, kind]))).slice(0, 16)}
 */
// prettier-ignore
export const TREES: readonly Tree[] = [
${lines.join('\n')}
];

/** An ordinary good pair: the median of each feature over the good ones. */
// prettier-ignore
export const ORDINARY: readonly number[] = [${ordinary(pairs).join(', ')}];

function tree(
  feature: readonly number[],
  threshold: readonly number[],
  leaf: readonly number[],
): Tree {
  return { feature, threshold, leaf };
}
`;
}
