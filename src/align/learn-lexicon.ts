import { loadLexicon, type LearnedLexicon, type LearnedPair } from '../lexicon/index.js';
import { alignModel } from './aligner.js';
import { canonicalOrder } from './canonical-order.js';
import type { LearnedTable } from './learn.js';
import { knowledgeOf, readSet } from './model.js';
import type { AlignerOptions, AlignInput } from './types.js';
import type { Vocabulary } from './vocabulary.js';

/** Least translation probability, in either direction, that is worth keeping. */
const KEPT_FROM = 0.02;
/** Beads a pair must have been seen in. */
const MIN_BEADS = 3;

/**
 * Learns a lexicon from documents, for {@link AlignerOptions.learned}.
 *
 * Aligns them as a set and keeps the word pairs of the last round. Memory is O(tokens), some
 * kilobytes a sentence pair (`scripts/bench-learn.ts`), so give it a sample of a very large
 * corpus. The result does not depend on the order of the documents.
 */
export function learnLexicon(
  inputs: readonly AlignInput[],
  options: AlignerOptions = {},
): LearnedLexicon {
  const sorted = canonicalOrder(inputs).flatMap((index) => inputs[index] ?? []);
  const model = readSet(sorted, knowledgeOf(options, loadLexicon()));
  const { learned } = alignModel(model, sorted, options);
  return learned === undefined ? [] : pairsOf(learned, model.vocabulary);
}

function pairsOf(table: LearnedTable, vocabulary: Vocabulary): LearnedPair[] {
  const pairs: LearnedPair[] = [];
  for (let zh = 0; zh + 1 < table.start.length; zh++) {
    const name = vocabulary.zhName(zh);
    if (name.includes(':')) continue; // values, Latin words and names equal themselves anyway
    for (let at = table.start[zh] as number; at < (table.start[zh + 1] as number); at++) {
      const zhToEn = Math.min(1, table.forward[at] as number);
      const enToZh = Math.min(1, table.backward[at] as number);
      const seen = table.met[at] as number;
      if (seen < MIN_BEADS || Math.max(zhToEn, enToZh) < KEPT_FROM) continue;
      pairs.push({ zh: name, en: vocabulary.enName(table.en[at] as number), zhToEn, enToZh, seen });
    }
  }
  return pairs.sort((a, b) => compare(a.zh, b.zh) || compare(a.en, b.en));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
