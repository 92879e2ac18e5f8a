import type { FilePart } from './format.js';

/** Pieces waiting for one file before the writer must wait. */
const MAX_WAITING = 64;

/** One stream of parts, seen as one stream a file. */
export interface Distribution {
  /** The pieces of one file; to be read by one reader. */
  readonly file: (suffix: string) => AsyncIterable<string | Uint8Array>;
  /** Ends every file with this error. */
  readonly stop: (error: unknown) => void;
}

/**
 * Splits a stream of labelled pieces into one stream a file, all read at the same time.
 *
 * The readers must all be read: a full one holds the others, so memory stays bounded. An error in
 * the source reaches every reader.
 */
export function distribute(
  parts: AsyncIterable<FilePart>,
  suffixes: readonly string[],
): Distribution {
  const waiting = new Map(suffixes.map((suffix) => [suffix, new Array<FilePart['chunk']>()]));
  let failure: { readonly error: unknown } | undefined;
  let isDone = false;
  let wake: (() => void)[] = [];

  void pump();
  return { file, stop };

  async function pump(): Promise<void> {
    try {
      for await (const { suffix, chunk } of parts) {
        const queue = waiting.get(suffix);
        if (queue === undefined) throw new Error(`no such file in the set: "${suffix}"`);
        while (queue.length >= MAX_WAITING && failure === undefined) await change();
        if (failure !== undefined) break;
        queue.push(chunk);
        changed();
      }
    } catch (error) {
      failure ??= { error };
    }
    isDone = true;
    changed();
  }

  async function* file(suffix: string): AsyncIterable<string | Uint8Array> {
    const queue = waiting.get(suffix) ?? [];
    for (;;) {
      if (failure !== undefined) throw failure.error;
      const chunk = queue.shift();
      if (chunk !== undefined) {
        changed();
        yield chunk;
      } else if (isDone) return;
      else await change();
    }
  }

  function stop(error: unknown): void {
    failure ??= { error };
    changed();
  }

  function change(): Promise<void> {
    return new Promise((resolve) => {
      wake.push(resolve);
    });
  }

  function changed(): void {
    const sleepers = wake;
    wake = [];
    for (const resolve of sleepers) resolve();
  }
}
