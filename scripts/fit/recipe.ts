import { join } from 'node:path';
import { readSet } from '../../src/evaluate/index.js';
import { addNoise, type Noise } from '../noise.js';
import { stretchesOf, type Stretch } from './stretches.js';

/** One kind of text to fit on, and how much say it has. */
export interface FitSet {
  readonly name: string;
  readonly say: number;
  readonly stretches: readonly Stretch[];
}

interface Ingredient {
  readonly set: string;
  readonly say: number;
  /** Beads taken at most. */
  readonly most?: number;
  readonly damage?: Pick<Noise, 'kind' | 'side'>;
}

/** A tenth of the sentences, or a run of 15 %. */
const SHARE = { drop: 0.1, block: 0.15, insert: 0.1 } as const;
const SEED = 1;
/** Beads of one kind at most, where a set has more than enough. */
const MOST = 700;

/**
 * Novels are the only texts aligned by hand sentence by sentence and have most to say; news and
 * their damaged copies keep one-sided beads right; verse, law and manuals keep the weights from
 * fitting novels alone. The units of law and manuals are paragraphs.
 */
const RECIPE: readonly Ingredient[] = [
  { set: 'mac-dev', say: 1 },
  ...damaged('mac-dev', 0.25),
  { set: 'ntrex-zhcn', say: 0.5, most: MOST },
  ...damaged('ntrex-zhcn', 0.5),
  { set: 'bible-10k', say: 0.1, most: MOST },
  { set: 'cc-legalcode-paras', say: 0.1, most: MOST },
  { set: 'w3c-i18n-paras', say: 0.1, most: MOST },
  { set: 'effective-go-paras', say: 0.1, most: MOST },
];

function damaged(set: string, say: number): Ingredient[] {
  const kinds: readonly Pick<Noise, 'kind' | 'side'>[] = [
    { kind: 'drop', side: 'en' },
    { kind: 'block', side: 'en' },
    { kind: 'insert', side: 'en' },
    { kind: 'drop', side: 'zh' },
    { kind: 'insert', side: 'zh' },
  ];
  return kinds.map((damage) => ({ set, say, most: MOST, damage }));
}

/**
 * Reads all sets of the recipe from a folder of sets in the normal form.
 *
 * @param leftOut - `SET/DOCUMENT` to leave out, with its damaged copies
 */
export async function readRecipe(folder: string, leftOut?: string): Promise<FitSet[]> {
  const sets: FitSet[] = [];
  for (const { set, say, most, damage } of RECIPE) {
    const whole = await readSet(join(folder, set));
    const documents =
      damage === undefined
        ? whole
        : addNoise(whole, { ...damage, share: SHARE[damage.kind], seed: SEED });
    const kept = documents.filter(({ name }) => `${set}/${name}` !== leftOut);
    const name = damage === undefined ? set : `${set}, ${damage.kind} ${damage.side}`;
    sets.push({ name, say, stretches: stretchesOf(kept, most) });
  }
  return sets;
}
