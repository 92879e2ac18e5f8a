/**
 * Makes a labelled set of good and spoilt pairs from alignment sets with gold.
 *
 *     node dist/scripts/make-noise-pairs.js [--seed N] [--per-kind N] SET… > pairs.jsonl
 *
 * SET is a folder with zh/X.txt, en/X.txt (one sentence a line) and gold/X.tsv (links). Every line
 * written is `{zh, en, set, document, kind}`; `kind` is `good` or what was done to the pair:
 * shifted, swapped, wrong-number, truncated, partial, repeated, wrong-language, mojibake.
 * The same seed and sets give the same lines.
 */
import { jsonLine } from '../src/kit/index.js';
import { readGoldPairs } from './noise/gold-pairs.js';
import { labelledPairs } from './noise/labelled.js';
import { takeNumber } from './noise/arguments.js';

const words = process.argv.slice(2);
const seed = takeNumber(words, '--seed', 1);
const perKind = takeNumber(words, '--per-kind', 500);
if (words.length === 0)
  throw new Error('give at least one alignment set (see the head of this script)');
const gold = await readGoldPairs(words);
process.stdout.write(labelledPairs(gold, seed, perKind).map(jsonLine).join(''));
