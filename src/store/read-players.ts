import {
  KEY_SHAPE,
  KnownPlaces,
  positionFor,
  readSketch,
  SKETCH_BYTES,
  SKETCH_SHAPE,
} from '../text/index.js';
import { KEY_BYTES, readKeys } from './players.js';
import { bytes, number } from './row.js';
import type { Sql } from './sqlite.js';

/** Documents read at a time. */
const CHUNK = 1_000;

/** All players by what is equal, and those that are first by likeness. */
export interface KnownPlayers {
  readonly keys: KnownPlaces;
  readonly sketches: KnownPlaces;
}

/** All players, ready to be found; without sketches in half the time. */
export function readPlayers(
  sql: Sql,
  { withSketches }: { readonly withSketches: boolean },
): KnownPlayers {
  const count = countPlayers(sql);
  const known = {
    keys: new KnownPlaces(KEY_SHAPE, count),
    sketches: new KnownPlaces(SKETCH_SHAPE, withSketches ? count : 0),
  };
  const wanted = withSketches ? 'keys, sketches' : 'keys';
  for (const [document, keys, sketches] of columns(sql, wanted)) {
    let from = 0;
    for (const player of readKeys(keys)) {
      const words = known.keys.push(document, positionFor(player));
      words.set(player.words);
      if (!player.isFirst) words.fill(0, 1, 3); // repetitions are not found by their sides
      if (withSketches && player.isFirst) {
        readSketch(sketches, from, known.sketches.push(document, player.position));
      }
      from += SKETCH_BYTES;
    }
  }
  known.keys.ready();
  known.sketches.ready();
  return known;
}

function countPlayers(sql: Sql): number {
  const size = sql.get('SELECT total(length(keys)) AS bytes FROM players') ?? {};
  return number(size, 'bytes') / KEY_BYTES;
}

function* columns(
  sql: Sql,
  wanted: 'keys' | 'keys, sketches',
): Iterable<readonly [document: number, keys: Uint8Array, sketches: Uint8Array]> {
  const query = `SELECT document, ${wanted} FROM players WHERE document > ? ORDER BY document LIMIT ?`;
  for (let after = 0; ;) {
    const rows = sql.all(query, after, CHUNK);
    for (const row of rows) {
      after = number(row, 'document');
      const sketches = wanted === 'keys' ? new Uint8Array() : bytes(row, 'sketches');
      yield [after, bytes(row, 'keys'), sketches];
    }
    if (rows.length < CHUNK) return;
  }
}
