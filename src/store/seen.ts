import { pairId, type Lang, type PairId } from '../model/index.js';
import type { Fingerprint, LazyNearIndex, Sketch } from '../text/index.js';
import type { Context } from './context.js';
import { likenessIndex } from './likeness.js';
import { number, text } from './row.js';
import type { SourceState } from './results.js';
import { MAX_COUNTED } from './stale.js';
import { storable } from './storable.js';

/** Looks pairs of earlier documents up by their fingerprints. */
export interface SeenPairs {
  /** The first kept pair that says the same. */
  find(pair: number): PairId | undefined;
  /** Documents that hold a pair saying the same, counted up to `most`, at most {@link MAX_COUNTED}. */
  documents(pair: number, most: number): number;
  /** Other translations that kept pairs give a side, counted up to `most`, at most {@link MAX_COUNTED}. */
  translations(print: Fingerprint, side: Lang, most: number): number;
  /** The first kept pair whose sketch is at least so like this one. */
  near(sketch: Sketch, likeness: number): PairId | undefined;
}

/**
 * Pairs of documents that come before these sources in corpus order. Good until something is
 * saved.
 *
 * @param prints - fingerprints that will be asked for: looking them up together is faster
 */
export function seenBefore(
  context: Context,
  sources: readonly SourceState[],
  prints: readonly Keys[],
): SeenPairs {
  const { sql } = context;
  const limit = Math.min(...orderOf(context, sources), Number.MAX_SAFE_INTEGER);
  const isNew = newKeys(context, limit, prints);
  let index: LazyNearIndex | undefined;
  return {
    find(pair) {
      if (isNew(pair, 'pair')) return undefined;
      const row = sql.get(FIND, pair, limit);
      return row === undefined ? undefined : pairId(text(row, 'id'));
    },
    documents: (pair, most) =>
      number(sql.get(DOCUMENTS, pair, limit, Math.min(most, MAX_COUNTED)) ?? {}, 'n'),
    translations(print, side, most) {
      const key = print[side];
      if (key === undefined || isNew(key, side)) return 0;
      const least = Math.min(most, MAX_COUNTED);
      return number(sql.get(TRANSLATIONS[side], key, limit, print.pair, least) ?? {}, 'n');
    },
    near(sketch, likeness) {
      index ??= likenessIndex(context);
      const place = index.find(limit, sketch, likeness);
      const row = place && sql.get(AT, place.document, place.position);
      return row === undefined ? undefined : pairId(text(row, 'id'));
    },
  };
}

/** Places of sources in the corpus. */
export function orderOf({ sql }: Context, sources: readonly SourceState[]): number[] {
  return sources.flatMap(({ key }) => {
    const row = sql.get('SELECT n FROM source WHERE key = ?', storable(key));
    return row === undefined ? [] : [number(row, 'n')];
  });
}

type KeyName = 'pair' | Lang;

/** What of a fingerprint is looked up in the database. */
export type Keys = Pick<Fingerprint, KeyName>;

/** Tells whether a key is one of these fingerprints' that no earlier document has. */
function newKeys(
  { sql }: Context,
  limit: number,
  prints: readonly Keys[],
): (key: number, name: KeyName) => boolean {
  const unknown = (name: KeyName): ReadonlySet<number> => {
    const keys = new Set(prints.flatMap((print) => print[name] ?? []));
    if (keys.size === 0) return keys;
    for (const row of sql.all(KNOWN[name], JSON.stringify([...keys]), limit)) {
      keys.delete(number(row, 'key'));
    }
    return keys;
  };
  const fresh = { pair: unknown('pair'), zh: unknown('zh'), en: unknown('en') };
  return (key, name) => fresh[name].has(key);
}

const KNOWN: Readonly<Record<KeyName, string>> = {
  pair: known('pair'),
  zh: known('zh'),
  en: known('en'),
};

function known(name: KeyName): string {
  return `SELECT k.value AS key FROM json_each(?) k
    WHERE EXISTS (SELECT 1 FROM pair WHERE ${name}_key = k.value AND document < ?)`;
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
