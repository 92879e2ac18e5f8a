import {
  KEY_SHAPE,
  KeyIndex,
  KnownPlaces,
  NearIndex,
  positionFor,
  readSketch,
  SKETCH_BYTES,
  SKETCH_SHAPE,
} from '../text/index.js';
import type { Context } from './context.js';
import { KEY_BYTES, packPlayers, readKeys, unpackPlayers, type Player } from './players.js';
import { bytes, number } from './row.js';

/** Documents read at a time. */
const CHUNK = 1_000;

/**
 * The index of all players by what is equal, read when it is first asked for and again after
 * another process has written: some tenths of a second for a million pairs.
 *
 * It is in memory, not in the database: keys are as good as random, so that a hundredth of a corpus
 * that changes would touch every page of an index on disk.
 */
export function keyIndex(context: Context): KeyIndex {
  const version = dataVersion(context);
  const { players } = context;
  if (players.keys?.version !== version) {
    const known = readPlayers(context, { withSketches: false });
    players.keys = { index: new KeyIndex(known.keys), version };
  }
  return players.keys.index;
}

/** The same by likeness; of firsts only. */
export function nearIndex(context: Context): NearIndex {
  const version = dataVersion(context);
  const { players } = context;
  if (players.near?.version !== version) {
    const known = readPlayers(context, { withSketches: true });
    players.near = { index: new NearIndex(known.sketches), version };
    // Both are in what was read: who asks for one will ask for the other.
    if (players.keys?.version !== version) {
      players.keys = { index: new KeyIndex(known.keys), version };
    }
  }
  return players.near.index;
}

/** The players of a document. */
export function playersOf({ sql }: Context, document: number): Player[] {
  const row = sql.get('SELECT keys, sketches FROM players WHERE document = ?', document);
  if (row === undefined) return [];
  return unpackPlayers({ keys: bytes(row, 'keys'), sketches: bytes(row, 'sketches') });
}

/** Puts the players of a document in place of those it had; the indexes follow where they are loaded. */
export function savePlayers(
  context: Context,
  document: number,
  before: readonly Player[],
  after: readonly Player[],
): void {
  const [had, has] = [packPlayers(before), packPlayers(after)];
  if (had.keys.equals(has.keys) && had.sketches.equals(has.sketches)) return;
  const { sql } = context;
  // Not REPLACE: it may undo itself, and makes FTS5 write out what it has gathered before.
  if (after.length === 0) sql.run('DELETE FROM players WHERE document = ?', document);
  else if (before.length > 0) {
    sql.run(
      'UPDATE players SET keys = ?, sketches = ? WHERE document = ?',
      ...[has.keys, has.sketches, document],
    );
  } else {
    sql.run(
      'INSERT INTO players (document, keys, sketches) VALUES (?, ?, ?)',
      ...[document, has.keys, has.sketches],
    );
  }
  const [keys, near] = [context.players.keys?.index, context.players.near?.index];
  for (const { position, isFirst, print } of before) {
    keys?.remove({ document, position, isFirst }, print);
    if (isFirst) near?.remove({ document, position }, print.sketch);
  }
  for (const { position, isFirst, print } of after) {
    keys?.add({ document, position, isFirst }, print);
    if (isFirst) near?.add({ document, position }, print.sketch);
  }
}

/** Grows when another connection has written to the file, and only then. */
export function dataVersion({ sql, players }: Context): number {
  const { turn } = sql;
  const { seen } = players;
  // Nobody else can write while this transaction does.
  if (turn !== undefined && seen?.turn === turn) return seen.version;
  const version = number(sql.get('PRAGMA data_version') ?? {}, 'data_version');
  if (turn !== undefined) players.seen = { turn, version };
  return version;
}

/** All players, ready to be found; without sketches in half the time. */
function readPlayers(
  context: Context,
  { withSketches }: { readonly withSketches: boolean },
): { readonly keys: KnownPlaces; readonly sketches: KnownPlaces } {
  const count = countPlayers(context);
  const known = {
    keys: new KnownPlaces(KEY_SHAPE, count),
    sketches: new KnownPlaces(SKETCH_SHAPE, withSketches ? count : 0),
  };
  const wanted = withSketches ? 'keys, sketches' : 'keys';
  for (const [document, keys, sketches] of columns(context, wanted)) {
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

function countPlayers({ sql }: Context): number {
  const size = sql.get('SELECT total(length(keys)) AS bytes FROM players') ?? {};
  return number(size, 'bytes') / KEY_BYTES;
}

function* columns(
  { sql }: Context,
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
