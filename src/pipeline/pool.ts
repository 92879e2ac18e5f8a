import { setImmediate } from 'node:timers/promises';
import type { Piscina } from 'piscina';
import { createEngine, type Engine, type EngineOptions } from './engine.js';
import { keepHeapsSmall } from './small-heaps.js';
import {
  handedOver,
  packItem,
  pairsIn,
  unpackResult,
  type WireItem,
  type WireResult,
} from './wire.js';
import { workOn, type OldResult, type WorkItem, type WorkResult } from './work.js';

/** Something that works on items: this thread, or several others. */
export interface Pool {
  /** Items worth having in flight at once. */
  readonly width: number;
  /** Begins threads before there is work; otherwise the first item does. */
  begin(): Promise<void>;
  run(item: WorkItem): Promise<Finished>;
  close(): Promise<void>;
}

/** A result that may still be packed, so that thousands can wait in little memory. */
export interface Finished {
  readonly pairs: number;
  /** `undefined`: there is nothing to save any more. */
  readonly open: () => WorkResult | OldResult | undefined;
}

/** A result that lies open. */
export function finished(result: WorkResult | OldResult): Finished {
  return { pairs: countPairs(result), open: () => result };
}

function countPairs(result: WorkResult | OldResult): number {
  if (result.kind === 'failed') return 0;
  return result.kind === 'made' ? result.pairs.length : result.placed.pairs.length;
}

/** How many threads. */
export interface Workers {
  /** Begun together; the others when those have their hands full. */
  readonly atFirst: number;
  readonly most: number;
}

type Threads = Piscina<WireItem, WireResult>;

/** Items in flight a worker: enough to keep it busy while results of all are saved. */
const WAITING = 256;
/** Items that lie with a worker itself: what it works on while this thread saves. */
const AT_HAND = 256;
/** A worker that ran out of work waits so long for more: another would have to begin anew. */
const IDLE_MS = 60_000;
/**
 * Room for a worker's new objects. More would stay in memory full of garbage; with less, half of the
 * objects of a document would be copied twice before they are garbage too.
 */
const YOUNG_MB = 20;
/** Results after which the memory is looked at. */
const LOOK_EVERY = 64;

/** Works in this thread: no start-up cost, for a handful of documents. */
export function inlinePool(options: EngineOptions): Pool {
  let engine: Engine | undefined; // there may be nothing to work on
  return {
    width: 1,
    begin: () => Promise.resolve(),
    run: async (item) => {
      await setImmediate(); // lets Ctrl-C through between two documents
      return finished(await workOn(item, (engine ??= createEngine(options))));
    },
    close: () => Promise.resolve(),
  };
}

/**
 * Works in threads, begun when there is something to work on; each loads the lexicon once.
 *
 * Results do not depend on the number of threads: an item is worked on alone, and whoever
 * calls keeps the order.
 *
 * @param meanwhile - called once, while the threads begin
 */
export function threadPool(
  options: EngineOptions,
  workers: Workers,
  meanwhile: () => void = () => undefined,
): Pool {
  let pool: Promise<Threads> | undefined;
  let isClosing = false;
  let results = 0;
  return {
    width: workers.most * WAITING,
    begin: async () => {
      await (pool ??= begin());
    },
    run: async (item) => {
      const threads = await (pool ??= begin());
      const packed = packItem(item);
      const result = await threads.run(packed, { transferList: handedOver(packed) });
      if (++results % LOOK_EVERY === 0) keepHeapsSmall();
      return {
        pairs: pairsIn(result),
        open: () => unpackResult(result),
      };
    },
    close: async () => {
      isClosing = true;
      await (await pool)?.destroy();
    },
  };

  async function begin(): Promise<Threads> {
    const threads = await startThreads(options, workers);
    threads.on('error', (error: unknown) => {
      if (!isClosing) throw error; // results of work that nobody waits for any more
    });
    // What waits for the threads is sent to them first; whoever needs it meets its failure again.
    void setImmediate()
      .then(meanwhile)
      .catch(() => undefined);
    return threads;
  }
}

async function startThreads(options: EngineOptions, workers: Workers): Promise<Threads> {
  const { Piscina } = await import('piscina'); // not needed for a handful of documents
  return new Piscina<WireItem, WireResult>({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: workers.atFirst,
    maxThreads: workers.most,
    concurrentTasksPerWorker: AT_HAND,
    idleTimeout: IDLE_MS,
    workerData: options,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
}
