/**
 * What particular words say for a pair: writes `src/clean/facts/word-weights.generated.ts`.
 *
 *     node dist/scripts/fit-words.js SET…
 *
 * SET is an alignment set with gold (see make-noise-pairs). Words of good pairs are set against
 * the same Chinese beside the English of other pairs of the set; what is written is how much more
 * or less a word with a link, or without one, says than `evidence.ts` says of words in general.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { WordWeights } from '../src/clean/facts/word-weights.js';
import { packageRoot } from '../src/kit/index.js';
import { countWords, weightsOf } from './fit/word-counts.js';
import { readGoldPairs } from './noise/gold-pairs.js';

const FILE = join(packageRoot, 'src', 'clean', 'facts', 'word-weights.generated.ts');
/** Entries on a line. */
const [WORDS, CHARACTERS] = [6, 12];

const folders = process.argv.slice(2);
if (folders.length === 0)
  throw new Error('give at least one alignment set (see the head of this script)');

const gold = await readGoldPairs(folders);
const sets = [...new Set(gold.map(({ set }) => set))];
const weights = weightsOf(sets.map((one) => countWords(gold.filter(({ set }) => set === one))));
writeFileSync(FILE, source(weights));
console.log(`${weights.words.length} words, ${weights.characters.length} characters: ${FILE}`);

function source({ words, characters }: WordWeights): string {
  const left = words.map(([stem, ...nats]) => `['${stem}', ${nats.join(', ')}]`);
  const right = characters.map(([character, nats]) => `['${character}', ${nats}]`);
  return `import type { WordWeights } from './word-weights.js';

/**
 * What particular words say more or less than words in general.
 *
 * Written by: node dist/scripts/fit-words.js ${folders.map((folder) => basename(folder)).join(' ')}
 */
// prettier-ignore
export const WORD_WEIGHTS: WordWeights = {
  words: [
${lines(left, WORDS)}
  ],
  characters: [
${lines(right, CHARACTERS)}
  ],
};
`;
}

function lines(entries: readonly string[], width: number): string {
  const rows: string[] = [];
  for (let at = 0; at < entries.length; at += width) {
    rows.push(`    ${entries.slice(at, at + width).join(', ')},`);
  }
  return rows.join('\n');
}
