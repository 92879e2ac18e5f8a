/** Time handed in, so that a test can let a day pass in a moment. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason when aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((done, fail) => {
      if (signal.aborted) {
        fail(asError(signal.reason));
        return;
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        done();
      }, ms);
      const stop = (): void => {
        clearTimeout(timer);
        fail(asError(signal.reason));
      };
      signal.addEventListener('abort', stop, { once: true });
    }),
};

/** A controller that a longer-lived signal aborts too, until it is let go. */
export interface Linked {
  readonly controller: AbortController;
  readonly release: () => void;
}

/**
 * Like `AbortSignal.any`, but what it holds is given back at once, not at the next collection:
 * a crawl makes one for every request.
 */
export function linkedTo(signal: AbortSignal): Linked {
  const controller = new AbortController();
  const pass = (): void => {
    controller.abort(signal.reason);
  };
  if (signal.aborted) pass();
  else signal.addEventListener('abort', pass, { once: true });
  return {
    controller,
    release: () => {
      signal.removeEventListener('abort', pass);
    },
  };
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

/** `2024-03-18T02:00:00Z` */
export function isoTime(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
