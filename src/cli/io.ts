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
  return {
    stdin: proc.stdin,
    out: writer(proc.stdout),
    err: writer(proc.stderr),
    signal: abort.signal,
    isTerminal: proc.stderr.isTTY,
    now: () => new Date(),
    env: proc.env,
  };
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
