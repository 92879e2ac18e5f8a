import type { TokenTable } from './token-table.js';

/** Statistics of lengths, in characters, of one set of documents. */
export interface LengthModel {
  /** English characters per Chinese character. */
  readonly ratio: number;
  /** Mean and standard deviation of ln(length) of one sentence. */
  readonly zh: { readonly mean: number; readonly deviation: number };
  readonly en: { readonly mean: number; readonly deviation: number };
}

/** Variance of English length per Chinese character, in characters². */
const VARIANCE = 60;
/** Variance that even an empty translation has. */
const VARIANCE_FLOOR = 200;
/** Lowest length evidence, in nats: no single number may outvote everything else. */
const LOWEST = -12;
/** What is believed before any text is seen, and the number of sentences it is worth. */
const PRIOR = { ratio: 3.6, zh: 3.2, en: 4.4, deviation: 0.7, sentences: 20 };

/** Length statistics of a set, shrunk towards the prior so that one sentence has some too. */
export function lengthModelOf(
  tables: Iterable<{ readonly zh: TokenTable; readonly en: TokenTable }>,
): LengthModel {
  const zh = new LogMoments(PRIOR.zh);
  const en = new LogMoments(PRIOR.en);
  let zhTotal = PRIOR.sentences * 25;
  let enTotal = zhTotal * PRIOR.ratio;
  for (const pair of tables) {
    zh.addAll(pair.zh);
    en.addAll(pair.en);
    zhTotal += pair.zh.length[pair.zh.size] as number;
    enTotal += pair.en.length[pair.en.size] as number;
  }
  const ratio = Math.min(8, Math.max(1.5, enTotal / zhTotal));
  return { ratio, zh: zh.result(), en: en.result() };
}

class LogMoments {
  #count = PRIOR.sentences;
  #sum: number;
  #squares: number;

  constructor(mean: number) {
    this.#sum = mean * PRIOR.sentences;
    this.#squares = (mean ** 2 + PRIOR.deviation ** 2) * PRIOR.sentences;
  }

  addAll(table: TokenTable): void {
    for (let s = 0; s < table.size; s++) {
      const length = (table.length[s + 1] as number) - (table.length[s] as number);
      const log = Math.log(Math.max(1, length));
      this.#count += 1;
      this.#sum += log;
      this.#squares += log ** 2;
    }
  }

  result(): { mean: number; deviation: number } {
    const mean = this.#sum / this.#count;
    const variance = this.#squares / this.#count - mean ** 2;
    return { mean, deviation: Math.sqrt(Math.max(0.05, variance)) };
  }
}

/**
 * Log-likelihood ratio of two runs having these lengths as translations or by chance, in nats.
 *
 *     ½·Σ over both directions  ln N(l; r·l′, 60·l′ + 200) − ln LogNormal(l; μ + ln n, σ)
 *
 * After Gale & Church (1993), Computational Linguistics 19(1), §3, with a background added so
 * that beads of different size compare. Clamped at −12.
 *
 * @param zh - length of the Chinese run, characters; @param zhCount - its sentences
 * @param en - length of the English run, characters; @param enCount - its sentences
 */
export function lengthEvidence(
  zh: number,
  zhCount: number,
  en: number,
  enCount: number,
  model: LengthModel,
): number {
  const { ratio } = model;
  const zhSafe = Math.max(1, zh);
  const enSafe = Math.max(1, en);
  const forward =
    normal(enSafe, ratio * zhSafe, VARIANCE * zhSafe + VARIANCE_FLOOR) -
    logNormal(enSafe, model.en.mean, model.en.deviation, enCount);
  const squared = ratio * ratio;
  const back = enSafe / ratio;
  const backward =
    normal(zhSafe, back, (VARIANCE * back + VARIANCE_FLOOR) / squared) -
    logNormal(zhSafe, model.zh.mean, model.zh.deviation, zhCount);
  return Math.max(LOWEST, (forward + backward) / 2);
}

/** ln N(x; mean, variance) without the constant −½·ln 2π. */
function normal(x: number, mean: number, variance: number): number {
  return (-((x - mean) ** 2) / variance - Math.log(variance)) / 2;
}

/** Log-density of a log-normal without the constant −½·ln 2π. */
function logNormal(x: number, mean: number, deviation: number, count: number): number {
  const log = Math.log(x);
  const d = (log - mean - Math.log(count)) / deviation;
  return -(d * d) / 2 - log - Math.log(deviation);
}
