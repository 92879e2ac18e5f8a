/**
 * How words of grammar are translated: writes `src/clean/facts/grammar.generated.ts`.
 *
 *     node dist/scripts/fit-grammar.js [--without SET] SET…
 *
 * SET is an alignment set with gold (see make-noise-pairs). For each class of words, pairs of the
 * set are set against the same Chinese beside the English seven places on; the three numbers of a
 * class are those that make what is met most likely. Sets weigh by the square root of their pairs.
 */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repairText } from '../src/clean/index.js';
import { GRAMMAR_CLASSES, grammarName } from '../src/clean/facts/grammar-words.js';
import type { GrammarWeight } from '../src/clean/facts/grammar.js';
import { WordMatcher } from '../src/clean/facts/matching.js';
import { packageRoot } from '../src/kit/index.js';
import { loadLexicon } from '../src/lexicon/index.js';
import { readGoldPairs } from './noise/gold-pairs.js';

const FILE = join(packageRoot, 'src', 'clean', 'facts', 'grammar.generated.ts');
/** Pairs read of a set, and how far off the partner of another text is. */
const PAIRS = 2_000;
const OFF = 7;
/** Strength of the prior of rates and shares, in weighed texts. */
const PRIOR = 0.2;
const EN = 1;
const ZH = 2;

/** Texts of one length with the class on the English side, and without it. */
interface Met {
  readonly words: number;
  readonly has: boolean;
  readonly weight: number;
}
interface Seen {
  readonly usual: Met[];
  readonly unasked: Met[];
  readonly asked: Met[];
}

const folders = process.argv.slice(2);
if (folders.length === 0)
  throw new Error('give at least one alignment set (see the head of this script)');

const matcher = new WordMatcher(loadLexicon());
const seen = Array.from({ length: GRAMMAR_CLASSES }, (): Seen => ({
  usual: [],
  unasked: [],
  asked: [],
}));
const gold = await readGoldPairs(folders);
for (const set of new Set(gold.map((pair) => pair.set))) {
  const pairs = gold.filter((pair) => pair.set === set);
  const step = Math.max(1, Math.floor(pairs.length / PAIRS));
  const weight = 1 / Math.sqrt(pairs.length / step);
  for (let at = 0; at < pairs.length; at += step) {
    for (const off of [0, OFF]) {
      const zh = repairText(pairs[at]?.zh ?? '', 'zh').text;
      const en = repairText(pairs[(at + off) % pairs.length]?.en ?? '', 'en').text;
      matcher.match(zh, en);
      read(off === 0, weight);
    }
  }
}
const weights = seen.map(weightOf);
weights.forEach(({ usual, unasked, answered }, at) => {
  console.log([grammarName(at), usual, unasked, answered].join('\t'));
});
writeFileSync(FILE, source(weights));

function read(isGood: boolean, weight: number): void {
  const { sides } = matcher.grammar;
  const words = Math.min(63, matcher.words.size);
  if (words === 0) return;
  seen.forEach(({ usual, unasked, asked }, one) => {
    const own = sides[one] as number;
    const list = !isGood ? usual : (own & ZH) !== 0 ? asked : unasked;
    list.push({ words, has: (own & EN) !== 0, weight });
  });
}

/** Rates by likelihood, each alone; a prior of a few texts keeps rare classes in bounds. */
function weightOf({ usual, unasked, asked }: Seen): GrammarWeight {
  const chance = bestOf((rate) => likelihood(usual, (n) => 1 - Math.exp(-rate * n)));
  const rest = bestOf(
    (rate) =>
      likelihood(unasked, (n) => 1 - Math.exp(-rate * n)) - PRIOR * Math.log(rate / chance) ** 2,
  );
  const answered = bestOf(
    (share) =>
      likelihood(asked, (n) => 1 - (1 - share) * Math.exp(-rest * n)) +
      PRIOR * Math.log(1 - share) +
      0.2 * PRIOR * Math.log(share),
  );
  return { usual: rounded(chance), unasked: rounded(rest), answered: rounded(answered) };
}

function likelihood(met: readonly Met[], chanceOf: (words: number) => number): number {
  let sum = 0;
  for (const { words, has, weight } of met) {
    const chance = Math.min(1 - 1e-9, Math.max(1e-9, chanceOf(words)));
    sum += weight * Math.log(has ? chance : 1 - chance);
  }
  return sum;
}

/** The best value between 10⁻⁵ and nearly 1, by golden section over its logarithm. */
function bestOf(worth: (value: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(1e-5), Math.log(0.98)];
  while (high - low > 1e-3) {
    const [one, other] = [high - golden * (high - low), low + golden * (high - low)];
    if (worth(Math.exp(one)) > worth(Math.exp(other))) high = other;
    else low = one;
  }
  return Math.exp((low + high) / 2);
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

function source(all: readonly GrammarWeight[]): string {
  const lines = all.map(
    ({ usual, unasked, answered }) =>
      `  { usual: ${usual}, unasked: ${unasked}, answered: ${answered} },`,
  );
  return `import type { GrammarWeight } from './grammar.js';

/**
 * How each class of words of grammar is met, in the order of \`grammar-words.ts\`.
 *
 * Written by: node dist/scripts/fit-grammar.js ${folders.map((folder) => basename(folder)).join(' ')}
 */
// prettier-ignore
export const GRAMMAR: readonly GrammarWeight[] = [
${lines.join('\n')}
];
`;
}
