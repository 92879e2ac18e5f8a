/** The outside world, handed in. Tests pass memory streams; `bin/` passes `process`. */
export interface Io {
  readonly stdin: AsyncIterable<string | Uint8Array>;
  /** Data for the next program or the reader. */
  readonly out: (text: string) => Promise<void>;
  /** Talk: progress, summaries, errors. */
  readonly err: (text: string) => Promise<void>;
  readonly signal: AbortSignal;
  /** Whether `err` is a terminal that can redraw a line. */
  readonly isTerminal: boolean;
  /** The time, UTC. */
  readonly now: () => Date;
  /** Environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Binds {@link Io} to the real process. The only file that touches `process` streams. */
export function processIo(proc: NodeJS.Process): Io {
  const abort = new AbortController();
  proc.once('SIGINT', () => {
    abort.abort(); // a second Ctrl-C kills at once
  });
  const err = writer(proc.stderr);
  return {
    stdin: proc.stdin.isTTY ? typed(proc.stdin, err) : proc.stdin,
    out: writer(proc.stdout),
    err,
    signal: abort.signal,
    isTerminal: proc.stderr.isTTY,
    now: () => new Date(),
    env: proc.env,
  };
}

/** What a person types: whoever only forgot to name a file must not wait for nothing. */
export async function* typed(
  stdin: AsyncIterable<string | Uint8Array>,
  say: (text: string) => Promise<void>,
): AsyncIterable<string | Uint8Array> {
  await say('reading what you type, until Ctrl-D on a line of its own\n');
  yield* stdin;
}

/** Resolves when the text is handed to the system, so a slow reader slows us down. */
function writer(stream: NodeJS.WriteStream): (text: string) => Promise<void> {
  stream.on('error', () => undefined); // each failure reaches its own write's promise below
  return (text) =>
    new Promise((done, fail) => {
      stream.write(text, (error) => {
        if (error) fail(error);
        else done();
      });
    });
}
