import { DocumentLevel, LEVEL_FEATURES } from '../../src/clean/score/level.js';
import { Forest, type Tree } from '../../src/clean/score/trees.js';
import { seededRng } from '../../src/kit/index.js';
import { GOOD } from '../noise/labelled.js';
import type { Measured } from './examples.js';

/** What each level feature is over good pairs, sets weighing the same; pairs count by their scores. */
export function usualLevel(pairs: readonly Measured[], trees: readonly Tree[]): number[] {
  const forest = new Forest(trees);
  const sets = new Map<string, { weight: number; readonly sums: number[] }>();
  for (const { set, kind, features } of pairs) {
    if (kind !== GOOD) continue;
    const share = chanceOf(forest.logitOf(features));
    const own = sets.get(set) ?? { weight: 0, sums: LEVEL_FEATURES.map(() => 0) };
    sets.set(set, own);
    own.weight += share;
    LEVEL_FEATURES.forEach(({ of }, at) => {
      own.sums[at] = (own.sums[at] ?? 0) + share * of(features);
    });
  }
  return LEVEL_FEATURES.map((_, at) => {
    const means = [...sets.values()].map(({ weight, sums }) => (sums[at] ?? 0) / weight);
    return Number((means.reduce((sum, mean) => sum + mean, 0) / means.length).toPrecision(4));
  });
}

/**
 * Every pair as it would stand in its document: good ones beside the other good ones, spoilt ones
 * in the place of the pair they were made from.
 *
 * @param trees - for pairs by themselves; their scores say how much a pair counts
 * @param spoilt - spoilt pairs in a document beside each good one
 */
export function inDocuments(
  pairs: readonly Measured[],
  trees: readonly Tree[],
  usual: readonly number[],
  spoilt = 0,
): Measured[] {
  const forest = new Forest(trees);
  const shareOf = ({ features }: Measured): number => chanceOf(forest.logitOf(features));
  const good = pairs.filter(({ kind }) => kind === GOOD);
  const originals = new Map(good.map((pair) => [placeOf(pair), pair]));
  const levels = new Map<string, DocumentLevel>();
  for (const pair of [...good, ...drawn(pairs, spoilt)]) {
    const level = levels.get(documentOf(pair)) ?? new DocumentLevel(usual);
    levels.set(documentOf(pair), level);
    level.add(pair.features, shareOf(pair));
  }
  return pairs.map((pair) => {
    const [level, own] = [levels.get(documentOf(pair)), originals.get(placeOf(pair))];
    if (level === undefined || own === undefined) throw new Error('a pair of no document');
    return { ...pair, features: level.compare(pair.features, [own.features, shareOf(own)]) };
  });
}

/** So many spoilt pairs of each document for each of its good ones, by chance. */
function drawn(pairs: readonly Measured[], spoilt: number): Measured[] {
  const rng = seededRng(1);
  const documents = new Map<string, { good: number; readonly bad: Measured[] }>();
  for (const pair of pairs) {
    const own = documents.get(documentOf(pair)) ?? { good: 0, bad: [] };
    documents.set(documentOf(pair), own);
    if (pair.kind === GOOD) own.good += 1;
    else own.bad.push(pair);
  }
  return [...documents.values()]
    .flatMap(({ good, bad }) =>
      Array.from({ length: Math.round(spoilt * good) }, () => bad[Math.floor(rng() * bad.length)]),
    )
    .filter((pair) => pair !== undefined);
}

function documentOf({ set, document }: Measured): string {
  return `${set}\t${document}`;
}

function placeOf(pair: Measured): string {
  return `${documentOf(pair)}\t${pair.place}`;
}

function chanceOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
