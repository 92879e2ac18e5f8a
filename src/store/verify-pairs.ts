import { stableJson } from '../kit/index.js';
import type { Pair } from '../model/index.js';
import { pairKeyOf, unpackKeys } from '../text/index.js';
import { toTally } from './gates.js';
import { checksOf, PAIR_COLUMNS, toPair } from './pair-row.js';
import { readKeys } from './players.js';
import { bytes, json, maybeText, number, text } from './row.js';
import type { Row, Sql } from './sqlite.js';
import { codePoints } from './storable.js';
import { countable, tallyOf, type DocumentTally } from './tally.js';

/** Documents looked up at once. */
const AT_ONCE = 50;
const COLUMNS = PAIR_COLUMNS.map((column) => `p.${column}`).join();
const PAIRS = `SELECT ${COLUMNS}, d.id AS document_id, c.pair AS decided
  FROM document d JOIN pair p ON p.document = d.n LEFT JOIN decision c ON c.pair = p.id
  WHERE d.n = ? ORDER BY p.position, p.n`;

/**
 * Reads every pair: texts must have the length and the key that were computed when they were saved,
 * the checks it is found by must be those of its findings, and each document must have the counts of
 * its pairs.
 */
export function checkPairs(sql: Sql, note: (check: string, detail: string) => void): void {
  for (let after = 0; ;) {
    const documents = sql.all(
      `SELECT n, key, tally, ${IS_BUILT} AS built FROM document d WHERE n > ? ORDER BY n LIMIT ?`,
      after,
      AT_ONCE,
    );
    for (const document of documents) {
      after = number(document, 'n');
      const rows = sql.all(PAIRS, after);
      const keys = keysIn(sql, after);
      const pairs = rows.map(readable);
      for (const [at, pair] of pairs.entries()) {
        const row = rows[at] ?? {};
        const key = keys.get(number(row, 'position'));
        const fault = pair === undefined ? 'pair-record' : pairFault(row, pair, key);
        if (fault !== undefined) note(fault, text(row, 'id'));
      }
      for (const check of playerFaults(rows, keys, document['built'] === 1)) {
        note(check, text(document, 'key'));
      }
      if (!isCounted(document, pairs)) note('tally', text(document, 'key'));
    }
    if (documents.length < AT_ONCE) return;
  }
}

/** Whether a document `d` is as its build left it: after a migration it may wait for one. */
const IS_BUILT = `NOT EXISTS (SELECT 1 FROM document_source l JOIN source s ON s.n = l.source
  WHERE l.document = d.n AND s.signature IS NULL)`;

/** What is wrong with the players of a document: every one is a pair, and every pair that was kept is one. */
function* playerFaults(
  rows: readonly Row[],
  keys: ReadonlyMap<number, number>,
  isBuilt: boolean,
): Iterable<string> {
  const positions = new Set(rows.map((row) => number(row, 'position')));
  if ([...keys.keys()].some((position) => !positions.has(position))) yield 'player-without-pair';
  const kept = rows.filter((row) => row['state'] === 'new');
  if (isBuilt && kept.some((row) => !keys.has(number(row, 'position'))))
    yield 'pair-without-player';
}

/** Keys of the pairs of a document that play a part for later ones, by position. */
function keysIn(sql: Sql, document: number): Map<number, number> {
  const row = sql.get('SELECT keys FROM players WHERE document = ?', document);
  const keys = row === undefined ? new Uint8Array() : bytes(row, 'keys');
  return new Map(
    Array.from(readKeys(keys), ({ position, words }) => [position, unpackKeys(words).pair]),
  );
}

/** The pair of a row; `undefined` if it cannot be read. */
function readable(row: Row): Pair | undefined {
  try {
    return toPair(row);
  } catch {
    return undefined;
  }
}

function pairFault(row: Row, pair: Pair, key: number | undefined): string | undefined {
  if (!isAsSaved(row, pair, key)) return 'pair-text';
  return checksOf(pair.findings) === maybeText(row, 'checks') ? undefined : 'pair-checks';
}

/** People's texts have no key of their own: they keep that of the machine's. */
function isAsSaved(row: Row, pair: Pair, key: number | undefined): boolean {
  const [zh, en] = [text(row, 'zh'), text(row, 'en')];
  if (codePoints(zh) !== number(row, 'zh_length') || codePoints(en) !== number(row, 'en_length')) {
    return false;
  }
  if (key === undefined || row['decided'] !== null) return true;
  return pairKeyOf(pair) === key;
}

/** Those that cannot be read are told already. */
function isCounted(document: Row, pairs: readonly (Pair | undefined)[]): boolean {
  try {
    const stored = toTally(json(document, 'tally'));
    const counted = pairs.filter((pair) => pair !== undefined);
    return (
      counted.length < pairs.length ||
      comparable(stored) === comparable(tallyOf(counted.map(countable)))
    );
  } catch {
    return false;
  }
}

/** Groups stand in order of first appearance, which edits may change. */
function comparable({ groups, scores, lengths }: DocumentTally): string {
  return stableJson({ groups: groups.map((group) => stableJson(group)).sort(), scores, lengths });
}
