import type { Source } from '../store/index.js';

/** So few sources are done sooner than threads are up. */
const WORTH_THREADS = 12;
/** Bytes of sources that are worth another thread, which takes a second to begin. */
const WORTH_ANOTHER = 4 << 20;

/** What is to be done, as far as it was looked at. */
interface Ahead {
  readonly isEmpty: boolean;
  /** Threads that it is worth, 0 to the number allowed: 0 is to work in this one. */
  readonly workers: number;
  /** The same sources. */
  readonly all: Iterable<Source>;
}

/** Looks at the first sources, until it is plain how many threads they are worth. */
export function lookAhead(
  sources: Iterable<Source>,
  most: number,
  needsWork: (source: Source) => boolean,
): Ahead {
  const iterator = sources[Symbol.iterator]();
  const head: Source[] = [];
  let [count, bytes, hasMore] = [0, 0, true];
  const look = (): void => {
    const step = iterator.next();
    hasMore = step.done !== true;
    if (step.done === true) return;
    head.push(step.value);
    if (!needsWork(step.value)) return;
    count += 1;
    bytes += step.value.bytes;
  };
  const isPlain = (): boolean => count >= WORTH_THREADS && bytes >= most * WORTH_ANOTHER;
  look();
  while (hasMore && !isPlain() && head.length < MOST_LOOKED_AT) look();
  const worth = count < WORTH_THREADS ? 0 : Math.ceil(bytes / WORTH_ANOTHER);
  return {
    isEmpty: head.length === 0,
    workers: most === 1 ? 0 : Math.min(most, worth),
    all: (function* () {
      while (head.length > 0) {
        yield* head.splice(0);
        look();
      }
    })(),
  };
}

/** Sources looked at in all: what comes behind so many was changed late, or is small. */
const MOST_LOOKED_AT = 5_000;
