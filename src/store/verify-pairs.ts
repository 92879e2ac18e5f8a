import { stableJson } from '../kit/index.js';
import { pairKeyOf } from '../text/index.js';
import { toTally } from './gates.js';
import { PAIR_COLUMNS, toPair } from './pair-row.js';
import { json, maybeNumber, number, text } from './row.js';
import type { Row, Sql } from './sqlite.js';
import { codePoints } from './storable.js';
import { tallyOf, type DocumentTally } from './tally.js';

/** Documents looked up at once. */
const AT_ONCE = 50;
const COLUMNS = PAIR_COLUMNS.map((column) => `p.${column}`).join();
const PAIRS = `SELECT ${COLUMNS}, d.id AS document_id, p.pair_key, c.pair AS decided
  FROM document d JOIN pair p ON p.document = d.n LEFT JOIN decision c ON c.pair = p.id
  WHERE d.n = ? ORDER BY p.position, p.n`;

/**
 * Reads every pair: texts must have the length and the key that were computed when they were saved,
 * and each document the counts of its pairs.
 */
export function checkPairs(sql: Sql, note: (check: string, detail: string) => void): void {
  for (let after = 0; ;) {
    const documents = sql.all(
      'SELECT n, key, tally FROM document WHERE n > ? ORDER BY n LIMIT ?',
      after,
      AT_ONCE,
    );
    for (const document of documents) {
      after = number(document, 'n');
      const rows = sql.all(PAIRS, after);
      for (const row of rows) if (!isAsSaved(row)) note('pair-text', text(row, 'id'));
      if (!isCounted(document, rows)) note('tally', text(document, 'key'));
    }
    if (documents.length < AT_ONCE) return;
  }
}

/** People's texts have no key of their own: they keep that of the machine's. */
function isAsSaved(row: Row): boolean {
  const [zh, en] = [text(row, 'zh'), text(row, 'en')];
  if (codePoints(zh) !== number(row, 'zh_length') || codePoints(en) !== number(row, 'en_length')) {
    return false;
  }
  const key = maybeNumber(row, 'pair_key');
  if (key === undefined || row['decided'] !== null) return true;
  return pairKeyOf(toPair(row)) === key;
}

function isCounted(document: Row, rows: readonly Row[]): boolean {
  try {
    const stored = toTally(json(document, 'tally'));
    return comparable(stored) === comparable(tallyOf(rows.map(toPair)));
  } catch {
    return false;
  }
}

/** Groups stand in order of first appearance, which edits may change. */
function comparable({ groups, scores, lengths }: DocumentTally): string {
  return stableJson({ groups: groups.map((group) => stableJson(group)).sort(), scores, lengths });
}
