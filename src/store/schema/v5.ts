import { countedSeal } from '../history-seal.js';
import type { Sql } from '../sqlite.js';

/** Schema 5: the history is counted and added up, see `history-seal.ts`. */
export function toV5(sql: Sql): void {
  sql.exec(`
CREATE TABLE history_seal (
  n INTEGER PRIMARY KEY,
  entries INTEGER NOT NULL,
  sum INTEGER NOT NULL
) STRICT;
`);
  const { entries, sum } = countedSeal(sql);
  sql.run('INSERT INTO history_seal VALUES (1, ?, ?)', entries, sum);
}
