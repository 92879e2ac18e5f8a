import type { PairState } from '../model/index.js';
import type { Context } from './context.js';
import { toState } from './gates.js';
import { maybeText, number, text } from './row.js';

/** Pairs that agree in everything that is counted by name. */
export interface PairGroup {
  readonly state: PairState;
  readonly reason?: string;
  readonly shape: string;
  readonly layout: string;
  /** Checks that found something in these pairs. */
  readonly checks: readonly string[];
  readonly pairs: number;
  /** Code points of all these pairs together. */
  readonly zhLength: number;
  readonly enLength: number;
}

/** Pairs of one site and year. */
export interface PlaceGroup {
  /** Host; absent for files. */
  readonly host?: string;
  /** `2024`; absent for undated documents. */
  readonly year?: string;
  readonly documents: number;
  readonly pairs: number;
  readonly kept: number;
}

/** Pairs whose score lies in `[bin / SCORE_BINS, (bin + 1) / SCORE_BINS)`; 1 is in the last. */
export interface ScoreBin {
  readonly bin: number;
  readonly kept: number;
  readonly rejected: number;
}

/** Kept pairs by length: `zh` and `en` are the lowest lengths in the bin, in code points. */
export interface LengthBin {
  readonly zh: number;
  readonly en: number;
  readonly pairs: number;
}

/** Everything statistics need of the pairs. */
export interface Tallies {
  readonly groups: readonly PairGroup[];
  readonly places: readonly PlaceGroup[];
  readonly scores: readonly ScoreBin[];
  readonly lengths: readonly LengthBin[];
}

/** Bars of the score histogram: .05 each. */
export const SCORE_BINS = 20;
/** Sides of a length bin; English takes about three letters a character. */
const ZH_BIN = 5;
const EN_BIN = 15;
/** Longer pairs are counted in the last bin. */
const LAST_BIN = 40;

/** Counts the pairs in every way; each way reads the index `pair_place` once and no text. */
export function tallyPairs({ sql }: Context): Tallies {
  return {
    groups: sql.all(GROUPS).map((row) => {
      const reason = maybeText(row, 'reason');
      return {
        state: toState(text(row, 'state')),
        ...(reason === undefined ? {} : { reason }),
        shape: text(row, 'shape'),
        layout: text(row, 'layout'),
        checks: (maybeText(row, 'checks') ?? '').split(',').filter((name) => name !== ''),
        pairs: number(row, 'pairs'),
        zhLength: number(row, 'zh_length'),
        enLength: number(row, 'en_length'),
      };
    }),
    places: sql.all(PLACES).map((row) => {
      const [host, year] = [maybeText(row, 'host'), maybeText(row, 'year')];
      return {
        ...(host === undefined ? {} : { host }),
        ...(year === undefined ? {} : { year }),
        documents: number(row, 'documents'),
        pairs: number(row, 'pairs'),
        kept: number(row, 'kept'),
      };
    }),
    scores: sql.all(SCORES).map((row) => ({
      bin: number(row, 'bin'),
      kept: number(row, 'kept'),
      rejected: number(row, 'pairs') - number(row, 'kept'),
    })),
    lengths: sql.all(LENGTHS).map((row) => ({
      zh: number(row, 'zh') * ZH_BIN,
      en: number(row, 'en') * EN_BIN,
      pairs: number(row, 'pairs'),
    })),
  };
}

const GROUPS = `
SELECT state, reason, shape, layout, checks, count(*) AS pairs,
  sum(zh_length) AS zh_length, sum(en_length) AS en_length
FROM pair INDEXED BY pair_place
GROUP BY state, reason, shape, layout, checks ORDER BY pairs DESC, state, reason, shape, layout, checks`;

const PLACES = `
SELECT d.host, substr(d.date, 1, 4) AS year, count(*) AS documents,
  coalesce(sum(t.pairs), 0) AS pairs, coalesce(sum(t.kept), 0) AS kept
FROM document d LEFT JOIN (
  SELECT document, count(*) AS pairs, sum(state <> 'rejected') AS kept
  FROM pair INDEXED BY pair_place GROUP BY document) t ON t.document = d.n
WHERE d.duplicate_of IS NULL
GROUP BY d.host, year ORDER BY pairs DESC, d.host, year`;

const SCORES = `
SELECT min(CAST(score * ${SCORE_BINS} AS INTEGER), ${SCORE_BINS - 1}) AS bin, count(*) AS pairs,
  sum(state <> 'rejected') AS kept
FROM pair INDEXED BY pair_place GROUP BY bin ORDER BY bin`;

const LENGTHS = `
SELECT min(zh_length / ${ZH_BIN}, ${LAST_BIN}) AS zh, min(en_length / ${EN_BIN}, ${LAST_BIN}) AS en,
  count(*) AS pairs
FROM pair INDEXED BY pair_place
WHERE state <> 'rejected' AND zh_length > 0 AND en_length > 0
GROUP BY 1, 2 ORDER BY 1, 2`;
