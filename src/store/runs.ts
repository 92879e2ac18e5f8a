import { version, type Reject } from '../kit/index.js';
import { now, type Context } from './context.js';
import { json, maybeNumber, maybeText, number, text } from './row.js';
import type { Row } from './sqlite.js';
import { storable } from './storable.js';

/** How a run ended. */
export type RunOutcome = 'done' | 'failed' | 'interrupted';

/** One run of a command that wrote to the corpus. */
export interface StoredRun {
  readonly id: number;
  readonly command: string;
  /** Version of the toolkit. */
  readonly version: string;
  readonly parameters: unknown;
  readonly startedAt: string;
  /** Absent while it runs, and for ever when it was killed. */
  readonly endedAt?: string;
  readonly outcome?: RunOutcome;
  readonly counts?: unknown;
}

/** A run under way. Results saved while it is open carry its number. */
export interface OpenRun {
  readonly id: number;
  /** Records that something goes no further. */
  reject(reject: Reject): void;
  /** Ends the run. Call it once, after everything is saved. */
  finish(counts: Readonly<Record<string, unknown>>, outcome?: RunOutcome): void;
}

/** A record set aside by a run. */
export interface StoredReject extends Reject {
  readonly run?: number;
  readonly at: string;
}

/** The runs of the corpus and what they set aside. */
export class Runs {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Opens a run; everything written until it is finished is signed with it. */
  start(run: { readonly command: string; readonly parameters?: unknown }): OpenRun {
    const context = this.#context;
    const row = context.sql.get(
      `INSERT INTO run (command, version, parameters, started_at) VALUES (?, ?, ?, ?) RETURNING n`,
      run.command,
      version,
      JSON.stringify(run.parameters ?? {}),
      now(context),
    );
    const id = number(row ?? {}, 'n');
    context.run = id;
    return {
      id,
      reject: ({ stage, id: what, reason, message }) => {
        context.sql.run(
          'INSERT INTO reject (run, at, stage, id, reason, message) VALUES (?, ?, ?, ?, ?, ?)',
          id,
          now(context),
          stage,
          storable(what),
          reason,
          message === undefined ? null : storable(message),
        );
      },
      finish: (counts, outcome = 'done') => {
        context.run = undefined;
        context.sql.run(
          'UPDATE run SET ended_at = ?, outcome = ?, counts = ? WHERE n = ?',
          now(context),
          outcome,
          JSON.stringify(counts),
          id,
        );
      },
    };
  }

  /** All runs, oldest first. */
  list(): readonly StoredRun[] {
    return this.#context.sql.all('SELECT * FROM run ORDER BY n').map(toRun);
  }

  /** What a run set aside, in order; of the last run when none is named. */
  rejects(run?: number): readonly StoredReject[] {
    const { sql } = this.#context;
    const wanted = run ?? maybeNumber(sql.get('SELECT max(n) AS n FROM run') ?? { n: null }, 'n');
    return sql.all('SELECT * FROM reject WHERE run IS ? ORDER BY n', wanted ?? null).map(toReject);
  }
}

function toRun(row: Row): StoredRun {
  const endedAt = maybeText(row, 'ended_at');
  const outcome = maybeText(row, 'outcome');
  const counts = json(row, 'counts');
  return {
    id: number(row, 'n'),
    command: text(row, 'command'),
    version: text(row, 'version'),
    parameters: json(row, 'parameters'),
    startedAt: text(row, 'started_at'),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(outcome === 'done' || outcome === 'failed' || outcome === 'interrupted' ? { outcome } : {}),
    ...(counts === undefined ? {} : { counts }),
  };
}

function toReject(row: Row): StoredReject {
  const run = maybeNumber(row, 'run');
  const message = maybeText(row, 'message');
  return {
    ...(run === undefined ? {} : { run }),
    at: text(row, 'at'),
    stage: text(row, 'stage'),
    id: text(row, 'id'),
    reason: text(row, 'reason'),
    ...(message === undefined ? {} : { message }),
  };
}
