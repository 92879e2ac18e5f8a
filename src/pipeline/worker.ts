import { workerData } from 'node:worker_threads';
import { createEngine, type EngineOptions } from './engine.js';
import { workOn, type WorkItem, type WorkResult } from './work.js';

// The pool hands its `workerData` over as it is.
const engine = createEngine(workerData as EngineOptions);

/** What a worker thread does with each item sent to it. */
export default function work(item: WorkItem): Promise<WorkResult> {
  return workOn(item, engine);
}
