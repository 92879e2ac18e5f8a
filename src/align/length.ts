import type { TokenTable } from './token-table.js';

/** Statistics of lengths, in characters, of one set of documents. */
export interface LengthModel {
  /** English characters per Chinese character. */
  readonly ratio: number;
  /** How much wider or narrower than usual lengths scatter, as a factor on the variance. */
  readonly scatter: number;
  /** Mean and standard deviation of ln(length) of one sentence. */
  readonly zh: LengthMoments;
  readonly en: LengthMoments;
}

/** Mean and standard deviation of ln(length). */
interface LengthMoments {
  readonly mean: number;
  readonly deviation: number;
}

/** Variance of English length per Chinese character, in characters². */
const VARIANCE = 60;
/** Variance that even an empty translation has. */
const VARIANCE_FLOOR = 200;
/** Lowest length evidence, in nats: no single number may outvote everything else. */
export const LOWEST = -12;
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
  return { ratio, scatter: 1, zh: zh.result(), en: en.result() };
}

/** Beads of usual scatter that those of a set are mixed with. */
const PRIOR_BEADS = 50;
/** Scatter is kept inside these bounds, whatever a set says. */
const SCATTER = { least: 0.3, most: 2 };

/** Runs of one bead, in characters. */
export interface LengthPair {
  readonly zh: number;
  readonly en: number;
}

/**
 * The length model seen again through beads found with it: ratio and scatter of real pairs.
 *
 * Squared deviations are cut off at nine variances, so that wrong beads widen it little.
 */
export function refineLengths(model: LengthModel, beads: readonly LengthPair[]): LengthModel {
  let zhTotal = PRIOR_BEADS * 25;
  let enTotal = zhTotal * model.ratio;
  for (const { zh, en } of beads) {
    zhTotal += zh;
    enTotal += en;
  }
  const ratio = Math.min(8, Math.max(1.5, enTotal / zhTotal));
  let sum = PRIOR_BEADS;
  for (const { zh, en } of beads) {
    const squared = (en - ratio * zh) ** 2 / (VARIANCE * zh + VARIANCE_FLOOR);
    sum += Math.min(9, squared);
  }
  const scatter = sum / (beads.length + PRIOR_BEADS);
  return {
    ...model,
    ratio,
    scatter: Math.min(SCATTER.most, Math.max(SCATTER.least, scatter)),
  };
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

  result(): LengthMoments {
    const mean = this.#sum / this.#count;
    const variance = this.#squares / this.#count - mean ** 2;
    return { mean, deviation: Math.sqrt(Math.max(0.05, variance)) };
  }
}

/** What length evidence takes from one run, whatever run it is compared with. */
export interface RunLength {
  /** Characters, at least 1. */
  readonly length: number;
  /** Characters its translation is expected to have. */
  readonly expected: number;
  /** ¼ of the inverse variance of the length of its translation. */
  readonly precision: number;
  /** Nats that the other run does not change. */
  readonly alone: number;
}

/** One Chinese run of `count` sentences; see {@link lengthEvidence}. */
export function zhRunLength(length: number, count: number, model: LengthModel): RunLength {
  const safe = Math.max(1, length);
  const variance = model.scatter * (VARIANCE * safe + VARIANCE_FLOOR);
  return runLength(safe, model.ratio * safe, variance, logNormal(safe, model.zh, count));
}

/** One English run of `count` sentences; see {@link lengthEvidence}. */
export function enRunLength(length: number, count: number, model: LengthModel): RunLength {
  const safe = Math.max(1, length);
  const expected = safe / model.ratio;
  const variance = (model.scatter * (VARIANCE * expected + VARIANCE_FLOOR)) / model.ratio ** 2;
  return runLength(safe, expected, variance, logNormal(safe, model.en, count));
}

function runLength(length: number, expected: number, variance: number, chance: number): RunLength {
  const alone = -Math.log(variance) / 4 - chance / 2;
  return { length, expected, precision: 1 / (4 * variance), alone };
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
  const zhRun = zhRunLength(zh, zhCount, model);
  const enRun = enRunLength(en, enCount, model);
  const forward = zhRun.precision * (enRun.length - zhRun.expected) ** 2;
  const backward = enRun.precision * (zhRun.length - enRun.expected) ** 2;
  return Math.max(LOWEST, zhRun.alone + enRun.alone - forward - backward);
}

/** Log-density of a log-normal without the constant −½·ln 2π, which the normal has too. */
function logNormal(x: number, { mean, deviation }: LengthMoments, count: number): number {
  const log = Math.log(x);
  const d = (log - mean - Math.log(count)) / deviation;
  return -(d * d) / 2 - log - Math.log(deviation);
}
