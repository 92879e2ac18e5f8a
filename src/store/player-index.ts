import { KeyIndex, NearIndex } from '../text/index.js';
import type { Context } from './context.js';
import { packPlayers, unpackPlayers, type Player } from './players.js';
import { readPlayers, type KnownPlayers } from './read-players.js';
import { bytes, number } from './row.js';

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
    const known = readPlayers(context.sql, { withSketches: false });
    players.keys = { index: new KeyIndex(known.keys), version };
  }
  return players.keys.index;
}

/** The same by likeness; of firsts only. */
export function nearIndex(context: Context): NearIndex {
  const version = dataVersion(context);
  const { players } = context;
  if (players.near?.version !== version) {
    const known = readPlayers(context.sql, { withSketches: true });
    players.near = { index: new NearIndex(known.sketches), version };
    // Both are in what was read: who asks for one will ask for the other.
    if (players.keys?.version !== version) {
      players.keys = { index: new KeyIndex(known.keys), version };
    }
  }
  return players.near.index;
}

/** Takes all players in as they are at a version of the file, unless indexes of it are there. */
export function takePlayers({ players }: Context, known: KnownPlayers, version: number): void {
  if (players.keys?.version !== version) {
    players.keys = { index: new KeyIndex(known.keys), version };
  }
  if (players.near?.version !== version) {
    players.near = { index: new NearIndex(known.sketches), version };
  }
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
  for (const { position, isFirst, print } of onlyIn(before, after)) {
    keys?.remove({ document, position, isFirst }, print);
    if (isFirst) near?.remove({ document, position }, print.sketch);
  }
  for (const { position, isFirst, print } of onlyIn(after, before)) {
    keys?.add({ document, position, isFirst }, print);
    if (isFirst) near?.add({ document, position }, print.sketch);
  }
}

/** Players that are not so among others. */
function onlyIn(players: readonly Player[], others: readonly Player[]): readonly Player[] {
  const known = new Map(others.map((player) => [player.position, player]));
  return players.filter((player) => !isEqual(player, known.get(player.position)));
}

function isEqual(one: Player, other: Player | undefined): boolean {
  if (one.isFirst !== other?.isFirst) return false;
  const { pair, zh, en, sketch } = one.print;
  const { print } = other;
  if (pair !== print.pair || zh !== print.zh || en !== print.en) return false;
  return sketch.every((byte, at) => byte === print.sketch[at]);
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
