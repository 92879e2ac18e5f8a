import { pairId, type Lang, type PairId } from '../model/index.js';
import type { Fingerprint, Sketch } from '../text/index.js';
import type { Context } from './context.js';
import { likenessIndex } from './likeness.js';
import { number, text } from './row.js';
import type { SourceState } from './results.js';
import { storable } from './storable.js';

/** Looks pairs of earlier documents up by their fingerprints. */
export interface SeenPairs {
  /** The first kept pair that says the same. */
  find(pair: number): PairId | undefined;
  /** Documents that hold a pair saying the same, counted up to `most`. */
  documents(pair: number, most: number): number;
  /** Other translations that kept pairs give a side, counted up to `most`. */
  translations(print: Fingerprint, side: Lang, most: number): number;
  /** The first kept pair whose sketch is at least so like this one. */
  near(sketch: Sketch, likeness: number): PairId | undefined;
}

/** Pairs of documents that come before these sources in corpus order. */
export function seenBefore(context: Context, sources: readonly SourceState[]): SeenPairs {
  const { sql } = context;
  const numbers = sources.flatMap(({ key }) => {
    const row = sql.get('SELECT n FROM source WHERE key = ?', storable(key));
    return row === undefined ? [] : [number(row, 'n')];
  });
  const limit = Math.min(...numbers, Number.MAX_SAFE_INTEGER);
  return {
    find(pair) {
      const row = sql.get(FIND, pair, limit);
      return row === undefined ? undefined : pairId(text(row, 'id'));
    },
    documents: (pair, most) => number(sql.get(DOCUMENTS, pair, limit, most) ?? {}, 'n'),
    translations(print, side, most) {
      const key = print[side];
      if (key === undefined) return 0;
      return number(sql.get(TRANSLATIONS[side], key, limit, print.pair, most) ?? {}, 'n');
    },
    near(sketch, likeness) {
      const place = likenessIndex(context).find(limit, sketch, likeness);
      const row = place && sql.get(AT, place.document, place.position);
      return row === undefined ? undefined : pairId(text(row, 'id'));
    },
  };
}

const FIND = `
SELECT id FROM pair WHERE pair_key = ? AND is_first = 1 AND document < ?
ORDER BY document, position LIMIT 1`;

const DOCUMENTS = `
SELECT count(*) AS n FROM (
  SELECT DISTINCT document FROM pair WHERE pair_key = ? AND document < ? LIMIT ?)`;

const AT = 'SELECT id FROM pair WHERE document = ? AND position = ?';

const TRANSLATIONS: Readonly<Record<Lang, string>> = {
  zh: translations('zh'),
  en: translations('en'),
};

function translations(side: Lang): string {
  return `SELECT count(*) AS n FROM (SELECT DISTINCT pair_key FROM pair
    WHERE ${side}_key = ? AND document < ? AND pair_key <> ? LIMIT ?)`;
}
