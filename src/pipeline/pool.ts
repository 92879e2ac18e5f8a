import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { createEngine, type EngineOptions } from './engine.js';
import {
  handedOver,
  packItem,
  pairsIn,
  unpackResult,
  type WireItem,
  type WireResult,
} from './wire.js';
import { workOn, type WorkItem, type WorkResult } from './work.js';

/** Something that works on items: this thread, or several others. */
export interface Pool {
  /** Items worth having in flight at once. */
  readonly width: number;
  run(item: WorkItem): Promise<Finished>;
  close(): Promise<void>;
}

/** A result that may still be packed, so that thousands can wait in little memory. */
export interface Finished {
  readonly pairs: number;
  readonly open: () => WorkResult;
}

/** A result that lies open. */
export function finished(result: WorkResult): Finished {
  return { pairs: result.kind === 'made' ? result.pairs.length : 0, open: () => result };
}

/** Items in flight a worker: enough to keep it busy while results of all are saved. */
const WAITING = 128;
/** Items that lie with a worker itself: what it works on while this thread saves. */
const AT_HAND = 128;
/**
 * Room for a worker's new objects. More would stay in memory full of garbage; with less, half of the
 * objects of a document would be copied twice before they are garbage too.
 */
const YOUNG_MB = 24;
/**
 * How much garbage a heap may hold before it is looked through, in per cent of what is in use; with
 * gigabytes free Node lets it be four times as much. With so little in use looking is soon done.
 */
const GARBAGE_PERCENT = 30;

/** Works in this thread: no start-up cost, for a handful of documents. */
export function inlinePool(options: EngineOptions): Pool {
  const engine = createEngine(options);
  return {
    width: 1,
    run: async (item) => {
      await setImmediate(); // lets Ctrl-C through between two documents
      return finished(await workOn(item, engine));
    },
    close: () => Promise.resolve(),
  };
}

/**
 * Works in `workers` threads; each loads the lexicon once.
 *
 * Results do not depend on the number of threads: an item is worked on alone, and whoever
 * calls keeps the order.
 */
export async function threadPool(options: EngineOptions, workers: number): Promise<Pool> {
  setFlagsFromString(`--heap-growing-percent=${String(GARBAGE_PERCENT)}`);
  const { Piscina } = await import('piscina'); // not needed for a handful of documents
  const pool = new Piscina<WireItem, WireResult>({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: AT_HAND,
    workerData: options,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  return {
    width: workers * WAITING,
    run: async (item) => {
      const packed = packItem(item);
      const result = await pool.run(packed, { transferList: handedOver(packed) });
      return { pairs: pairsIn(result), open: () => unpackResult(result) };
    },
    close: () => pool.destroy(),
  };
}
