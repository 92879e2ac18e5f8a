import { workerData } from 'node:worker_threads';
import { createEngine, type EngineOptions } from './engine.js';
import { packResult, unpackItem, type WireItem, type WireResult } from './wire.js';
import { workOn } from './work.js';

// The pool hands its `workerData` over as it is.
const engine = createEngine(workerData as EngineOptions);

/** What a worker thread does with each item sent to it. */
export default async function work(item: WireItem): Promise<WireResult> {
  return packResult(await workOn(unpackItem(item), engine));
}
