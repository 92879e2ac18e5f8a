import { version } from '../kit/index.js';
import type { Unwritten } from './full-text.js';
import type { HistorySeal } from './history-seal.js';
import type { KeyIndex, NearIndex } from '../text/index.js';
import type { Sql } from './sqlite.js';

/** Gives the time; handed in, so that tests and replays own it. */
export type Clock = () => Date;

/** What the parts of one open corpus share. */
export interface Context {
  readonly sql: Sql;
  readonly clock: Clock;
  /** Number of the run that is under way, `undefined` outside one. */
  run: number | undefined;
  /** Indexes of what later pairs may repeat, each once it was asked for. */
  readonly players: LoadedPlayers;
  /** What the full-text index gets when the transaction ends. */
  readonly unwritten: Unwritten;
  /** Entries of the history that are not in its seal yet. */
  unsealed: HistorySeal;
}

/** See {@link Context.players}; `version` is the state of the file they were read from. */
interface LoadedPlayers {
  keys: { readonly index: KeyIndex; readonly version: number } | undefined;
  near: { readonly index: NearIndex; readonly version: number } | undefined;
  /** The state of the file in a transaction, see `Sql.turn`. */
  seen: { readonly turn: number; readonly version: number } | undefined;
}

/** How the toolkit itself signs the history. */
export const MACHINE = `duizhao ${version}`;

/** The time in UTC, ISO 8601 with milliseconds. */
export function now(context: Context): string {
  return context.clock().toISOString();
}
