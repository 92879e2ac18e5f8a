import { workerData } from 'node:worker_threads';
import { createEngine, type EngineOptions } from './engine.js';
import { workOn, type WorkItem, type WorkResult } from './work.js';

// Piscina wraps what it was given: [its own data, ours].
const [, options] = workerData as [unknown, EngineOptions];
const engine = createEngine(options);

/** What a worker thread does with each item sent to it. */
export default function work(item: WorkItem): WorkResult {
  return workOn(item, engine);
}
