import { parentPort, workerData } from 'node:worker_threads';
import type { PackedPlaces } from '../text/index.js';
import type { PlayersRequest, PlayersSent } from './players-aside.js';
import { readPlayers } from './read-players.js';
import { Sql } from './sqlite.js';

// Only `players-aside.ts` begins this thread.
const { file, busyMs } = workerData as PlayersRequest;
const sql = new Sql(file, file, busyMs);
try {
  sql.exec('BEGIN'); // all of it as it is at one moment
  const { keys, sketches } = readPlayers(sql, { withSketches: true });
  const sent: PlayersSent = { keys: keys.packed(), sketches: sketches.packed() };
  parentPort?.postMessage(sent, [...buffersOf(sent.keys), ...buffersOf(sent.sketches)]);
} finally {
  sql.close();
}

function buffersOf({ words, documents, positions, chains }: PackedPlaces): ArrayBuffer[] {
  const arrays = [words, documents, positions, ...chains.flatMap(({ head, next }) => [head, next])];
  return arrays.map(({ buffer }) => buffer);
}
