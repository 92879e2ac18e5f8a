import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { FEATURES } from '../../src/clean/score/features.js';
import type { Tree } from '../../src/clean/score/trees.js';
import { packageRoot, sha256, stableJson } from '../../src/kit/index.js';
import { GOOD } from '../noise/labelled.js';
import type { Measured } from './examples.js';

const FILE = join(packageRoot, 'src', 'clean', 'score', 'trees.generated.ts');

/** Trees for pairs by themselves and for pairs in documents, and the level these are above. */
export interface Fitted {
  readonly trees: readonly Tree[];
  readonly documentTrees: readonly Tree[];
  readonly usual: readonly number[];
}

/**
 * Writes the trees of the score as source.
 *
 * @param by - options of the fit
 * @param sets - folders that the pairs are from
 */
export async function writeTrees(
  fitted: Fitted,
  pairs: readonly Measured[],
  by: string,
  sets: readonly string[],
): Promise<void> {
  await writeFile(FILE, source(fitted, pairs, by, sets));
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

function linesOf(trees: readonly Tree[]): string {
  return trees
    .map(
      ({ feature, threshold, leaf }) =>
        `  tree([${feature.join(', ')}], [${threshold.join(', ')}], [${leaf.join(', ')}]),`,
    )
    .join('\n');
}

function source(
  { trees, documentTrees, usual }: Fitted,
  pairs: readonly Measured[],
  by: string,
  sets: readonly string[],
): string {
  return `import type { Tree } from './trees.js';

/**
 * Trees of the score: features by their place in FEATURES, thresholds, and nats of each leaf.
 *
 * Written by: node dist/scripts/fit-score.js ${by} ${sets.map((set) => basename(set)).join(' ')}
 * Labelled pairs: ${pairs.length}, SHA-256 of the set ${sha256(stableJson(pairs.map(({ zh, en, kind }) => [zh, en, kind]))).slice(0, 16)}
 */
// prettier-ignore
export const TREES: readonly Tree[] = [
${linesOf(trees)}
];

/** The same of pairs in documents: behind FEATURES stand LEVEL_FEATURES. */
// prettier-ignore
export const DOCUMENT_TREES: readonly Tree[] = [
${linesOf(documentTrees)}
];

/** Each of LEVEL_FEATURES over all kinds of text. */
// prettier-ignore
export const USUAL_LEVEL: readonly number[] = [${usual.join(', ')}];

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
