import type { Pair } from '../model/index.js';
import type { Judge, Judgement } from './judge.js';
import { repairText } from './repair/index.js';

/** A pair before it is cleaned: of a bead, a file, a memory, standard input. */
export interface RawPair extends Partial<Pick<Pair, 'shape' | 'layout'>> {
  readonly zh: string;
  readonly en: string;
  /** Probability that the two belong together, where an aligner put them so. */
  readonly confidence?: number;
}

/** What cleaning makes of a {@link RawPair}. */
export interface CleanedPair extends Judgement {
  readonly zh: string;
  readonly en: string;
  /** The texts before repair, where repair changed them. */
  readonly original?: { readonly zh: string; readonly en: string };
  readonly repairs: readonly string[];
}

/** Repairs, checks and scores all pairs of one document, in its order, each beside the others. */
export function cleanPairs(pairs: readonly RawPair[], judge: Judge): CleanedPair[] {
  const repaired = pairs.map((pair) => ({ ...pair, ...repairedTexts(pair) }));
  return judge.judgeAll(repaired).flatMap((judgement, at) => {
    const [before, after] = [pairs[at], repaired[at]];
    return before && after ? [cleanedPair(before, after, judgement)] : [];
  });
}

/** The same of a pair that is alone in its document. */
export function cleanPair(pair: RawPair, judge: Judge): CleanedPair {
  const repaired = { ...pair, ...repairedTexts(pair) };
  return cleanedPair(pair, repaired, judge.judge(repaired));
}

/** The texts of a pair, and what was repaired in them. */
type RepairedTexts = Pick<CleanedPair, 'zh' | 'en' | 'repairs'>;

function repairedTexts(pair: RawPair): RepairedTexts {
  const [zh, en] = [repairText(pair.zh, 'zh'), repairText(pair.en, 'en')];
  const repairs = [...new Set([...zh.applied, ...en.applied])].sort();
  return { zh: zh.text, en: en.text, repairs };
}

function cleanedPair(
  before: RawPair,
  { zh, en, repairs }: RepairedTexts,
  judgement: Judgement,
): CleanedPair {
  const original = { zh: before.zh, en: before.en };
  return { zh, en, ...judgement, ...(repairs.length === 0 ? {} : { original }), repairs };
}
