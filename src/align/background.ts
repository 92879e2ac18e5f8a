import type { Lexicon } from '../lexicon/index.js';
import type { TokenTable } from './token-table.js';
import { NONE, type Vocabulary } from './vocabulary.js';

/** How likely each token is in any sentence, whatever the other side says. */
export interface Background {
  /** Float32 [zhSize]: p(zh token). */
  readonly zh: Float32Array;
  /** Float32 [enSize]: p(en token). */
  readonly en: Float32Array;
}

/** Tokens of the shipped distribution that the set's own counts are added to. */
const PRIOR_TOKENS = 2_000;
/** Share of running English text that function words make up. */
const FUNCTION_SHARE = 0.4;
/** Number of function word stems that share it. */
const FUNCTION_STEMS = 130;
/** p of a token the dictionary has never seen. */
const UNSEEN = 2e-5;

/**
 * Unigram probabilities of a set, smoothed by counts from the dictionary itself:
 *
 *     p(x) = (count(x) + κ·q(x)) / (N + κ)
 *
 * q comes from how often CC-CEDICT's glosses use a stem and its headwords a character or word,
 * so that one lone paragraph already has usable statistics.
 */
export function backgroundOf(
  tables: Iterable<{ readonly zh: TokenTable; readonly en: TokenTable }>,
  vocabulary: Vocabulary,
): Background {
  const zh = new Float64Array(vocabulary.zhSize);
  const en = new Float64Array(vocabulary.enSize);
  let zhTotal = PRIOR_TOKENS;
  let enTotal = PRIOR_TOKENS;
  for (const pair of tables) {
    zhTotal += countTokens(pair.zh, zh);
    enTotal += countTokens(pair.en, en);
  }
  const { lexicon } = vocabulary;
  const { unitTotal, stemTotal } = totalsOf(lexicon);
  const zhPrior = (token: number): number => {
    const unit = vocabulary.unit[token] ?? NONE;
    return unit === NONE ? UNSEEN : UNSEEN / 4 + (lexicon.unitCount[unit] as number) / unitTotal;
  };
  const enPrior = (token: number): number => {
    if (vocabulary.isFunction[token] === true) return FUNCTION_SHARE / FUNCTION_STEMS;
    const stem = vocabulary.stem[token] ?? NONE;
    return stem === NONE ? UNSEEN : UNSEEN + (lexicon.stemCount[stem] as number) / stemTotal;
  };
  return {
    zh: Float32Array.from(zh, (count, token) => (count + PRIOR_TOKENS * zhPrior(token)) / zhTotal),
    en: Float32Array.from(en, (count, token) => (count + PRIOR_TOKENS * enPrior(token)) / enTotal),
  };
}

function countTokens(table: TokenTable, counts: Float64Array): number {
  for (let at = 0; at < table.token.length; at++) {
    const token = table.token[at] as number;
    counts[token] = (counts[token] as number) + 1;
  }
  return table.token.length;
}

const totals = new WeakMap<Lexicon, { unitTotal: number; stemTotal: number }>();

function totalsOf(lexicon: Lexicon): { unitTotal: number; stemTotal: number } {
  const known = totals.get(lexicon);
  if (known !== undefined) return known;
  const found = { unitTotal: sumOf(lexicon.unitCount), stemTotal: sumOf(lexicon.stemCount) };
  totals.set(lexicon, found);
  return found;
}

function sumOf(values: Uint16Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
