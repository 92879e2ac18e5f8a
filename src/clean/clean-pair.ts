import type { Judge, Judgement } from './judge.js';
import { repairText } from './repair/index.js';

/** A pair from elsewhere: a file, a memory, standard input. */
export interface RawPair {
  readonly zh: string;
  readonly en: string;
  /** Probability that the two belong together, where somebody knows it. */
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

/** Repairs, checks and scores one pair that no document of ours holds. */
export function cleanPair(pair: RawPair, judge: Judge): CleanedPair {
  const [zh, en] = [repairText(pair.zh, 'zh'), repairText(pair.en, 'en')];
  const repairs = [...new Set([...zh.applied, ...en.applied])].sort();
  const texts = { zh: zh.text, en: en.text };
  const confidence = pair.confidence === undefined ? {} : { confidence: pair.confidence };
  return {
    ...texts,
    ...judge.judge({ ...texts, ...confidence, repairs }),
    ...(repairs.length === 0 ? {} : { original: { zh: pair.zh, en: pair.en } }),
    repairs,
  };
}
