/**
 * Fits the weights of the aligner and prints them as JSON.
 *
 *     node dist/scripts/fit-aligner.js DATA [--leave-one-out SET]
 *
 * DATA is a folder of hand-aligned sets in the normal form (`zh/`, `en/`, `gold/`); which of
 * them are used, how they are damaged and how much say each has is in `fit/recipe.ts`. First
 * the weights of what is asked of all beads, from the round numbers below, then those of what
 * is asked of likely beads, from 0; both maximise the likelihood of the right alignments with a
 * Gaussian prior (L-BFGS, Nocedal 1980). What is learned from a set before it is scored depends
 * on the weights in use, so a second run moves them a little once more.
 *
 * --leave-one-out fits once for every document of a set without it and aligns the set with the
 * weights found: strict F1 of each document, as it may be expected of texts never seen.
 */
import { join } from 'node:path';
import { alignModel } from '../src/align/aligner.js';
import { knowledgeOf, readSet as readModel } from '../src/align/model.js';
import { DEFAULT_PARAMETERS, USUAL_RATES, type Parameters } from '../src/align/parameters.js';
import { NO_REFINEMENT } from '../src/align/refine.js';
import { evaluateAlignment, linksOf, readSet, type Judged } from '../src/evaluate/index.js';
import { loadLexicon } from '../src/lexicon/index.js';
import { fitBagWeights } from './fit/bag-weights.js';
import { fitOrderWeights } from './fit/order-weights.js';
import { readRecipe } from './fit/recipe.js';

/** Where fitting starts: the weights of a study of novels, rounded; marks say nothing yet. */
const START: Parameters = {
  zhToEn: 0.35,
  enToZh: 0.15,
  length: 0.7,
  bothMarks: DEFAULT_PARAMETERS.bothMarks.map(() => 0),
  oneMark: DEFAULT_PARAMETERS.oneMark.map(() => 0),
  shape: USUAL_RATES.shape.map((share) => 1.4 * Math.log(share)),
  gapOpen: -5,
  gapExtend: -5,
  refinement: NO_REFINEMENT,
};

async function fit(folder: string, leftOut?: string): Promise<Parameters> {
  const sets = await readRecipe(folder, leftOut);
  const bags = fitBagWeights(sets, START, DEFAULT_PARAMETERS);
  return { ...bags, refinement: fitOrderWeights(sets, bags) };
}

/** Aligns a set with given weights. */
async function alignWith(folder: string, parameters: Parameters): Promise<Judged[]> {
  const documents = await readSet(folder);
  const read = readModel(documents, knowledgeOf({}, loadLexicon()));
  const { paths } = alignModel(read, documents, {}, parameters);
  return documents.map(({ name, gold }, index) => {
    let [i, j] = [0, 0];
    const beads = (paths[index] ?? []).flat().map(({ a, b }) => ({
      zh: { from: i, to: (i += a) },
      en: { from: j, to: (j += b) },
    }));
    return { name, gold, system: linksOf(beads) };
  });
}

async function leaveOneOut(data: string, set: string): Promise<void> {
  const held: Judged[] = [];
  for (const { name } of await readSet(join(data, set))) {
    const parameters = await fit(data, `${set}/${name}`);
    const judged = await alignWith(join(data, set), parameters);
    const own = judged.filter((document) => document.name === name);
    held.push(...own);
    console.log(`${name}\t${evaluateAlignment(own).strict.f1.toFixed(4)}`);
  }
  const { strict, lax } = evaluateAlignment(held);
  console.log(`all\t${strict.f1.toFixed(4)} strict, ${lax.f1.toFixed(4)} lax`);
}

const [data, option, set] = process.argv.slice(2);
if (data === undefined || (option !== undefined && option !== '--leave-one-out')) {
  console.error('usage: node dist/scripts/fit-aligner.js DATA [--leave-one-out SET]');
  process.exitCode = 64;
} else if (set !== undefined) {
  await leaveOneOut(data, set);
} else {
  const rounded = (_key: string, value: unknown): unknown =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;
  console.log(JSON.stringify(await fit(data), rounded, 2));
}
