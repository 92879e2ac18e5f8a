import { setImmediate } from 'node:timers/promises';
import { createEngine, type EngineOptions } from './engine.js';
import { packItem, unpackResult, type WireItem, type WireResult } from './wire.js';
import { workOn, type WorkItem, type WorkResult } from './work.js';

/** Something that works on items: this thread, or several others. */
export interface Pool {
  /** Items worth having in flight at once. */
  readonly width: number;
  run(item: WorkItem): Promise<WorkResult>;
  close(): Promise<void>;
}

/** Items a worker: enough to keep it busy while results are saved. */
const WAITING = 64;
/** Small, so that a worker's short-lived garbage does not stay in memory; costs no time. */
const YOUNG_MB = 16;

/** Works in this thread: no start-up cost, for a handful of documents. */
export function inlinePool(options: EngineOptions): Pool {
  const engine = createEngine(options);
  return {
    width: 1,
    run: async (item) => {
      await setImmediate(); // lets Ctrl-C through between two documents
      return workOn(item, engine);
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
  const { Piscina } = await import('piscina'); // not needed for a handful of documents
  const pool = new Piscina<WireItem, WireResult>({
    filename: new URL('./worker.js', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    workerData: options,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  return {
    width: workers * WAITING,
    run: async (item) => unpackResult(await pool.run(packItem(item))),
    close: () => pool.destroy(),
  };
}
