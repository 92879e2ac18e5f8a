import { CRAWL_DEFAULTS } from './defaults.js';
import type { Frontier } from './frontier.js';
import { nearDistance, type NearHash, quartersOf } from './near-hash.js';
import { numberOf, rowOf } from './row.js';

/** Candidates looked at in one quarter; templates make some quarters very full. */
const MAX_CANDIDATES = 64;

/** URL of an earlier page with nearly the same text, if there is one. */
export function findNear(frontier: Frontier, id: number, hash: NearHash): string | undefined {
  const select = frontier.sql(
    `select page, high, low from near where quarter = ? and value = ? and page <> ? limit ${MAX_CANDIDATES}`,
  );
  for (const [quarter, value] of quartersOf(hash).entries()) {
    for (const found of select.all(quarter, value, id)) {
      const row = rowOf(found);
      const other = { high: numberOf(row, 'high'), low: numberOf(row, 'low') };
      if (nearDistance(hash, other) > CRAWL_DEFAULTS.nearBits) continue;
      const url = frontier.byId(numberOf(row, 'page'))?.url;
      if (url !== undefined) return url;
    }
  }
  return undefined;
}

/** Remembers a page's near-hash for those that come after it. */
export function keepNear(frontier: Frontier, id: number, hash: NearHash): void {
  const insert = frontier.sql(
    'insert or replace into near (quarter, value, page, high, low) values (?, ?, ?, ?, ?)',
  );
  for (const [quarter, value] of quartersOf(hash).entries()) {
    insert.run(quarter, value, id, hash.high, hash.low);
  }
}
