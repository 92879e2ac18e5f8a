import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { KEY_SHAPE, KnownPlaces, SKETCH_SHAPE, type PackedPlaces } from '../text/index.js';
import type { Context } from './context.js';
import { STORE_DEFAULTS } from './defaults.js';
import { dataVersion, takePlayers } from './player-index.js';
import { number } from './row.js';

/** Documents that are read sooner than a thread begins. */
const FEW_DOCUMENTS = 20_000;

/** What the thread is told. */
export interface PlayersRequest {
  readonly file: string;
  readonly busyMs: number;
}

/** What it answers. */
export interface PlayersSent {
  readonly keys: PackedPlaces;
  readonly sketches: PackedPlaces;
}

/**
 * Reads the indexes of players in a thread of its own, if there is much to read. Nothing may be
 * written meanwhile; what another process writes makes them void, and whoever needs them next reads
 * them again.
 */
export async function readPlayersAside(context: Context): Promise<void> {
  const { sql, players } = context;
  const version = dataVersion(context);
  if (players.near?.version === version) return;
  const last = sql.get('SELECT max(document) AS n FROM players') ?? {};
  if (last['n'] === null || number(last, 'n') < FEW_DOCUMENTS) return;
  const request: PlayersRequest = { file: sql.file, busyMs: STORE_DEFAULTS.busyMs };
  const url = new URL('./players-thread.js', import.meta.url);
  const { turns } = sql;
  const sent = await answerOf(new Worker(url, { workerData: request }));
  const isSame = sql.isOpen && sql.turns === turns && dataVersion(context) === version;
  if (sent === undefined || !isSame) return;
  const keys = new KnownPlaces(KEY_SHAPE, sent.keys);
  takePlayers(context, { keys, sketches: new KnownPlaces(SKETCH_SHAPE, sent.sketches) }, version);
}

/** `undefined` if it failed: whoever reads the same next meets the same failure. */
async function answerOf(thread: Worker): Promise<PlayersSent | undefined> {
  const answers: PlayersSent[] = [];
  thread.on('message', (answer: PlayersSent) => answers.push(answer));
  await once(thread, 'exit').catch(() => undefined);
  return answers[0];
}
