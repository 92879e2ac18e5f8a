import { setImmediate } from 'node:timers/promises';
import { workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { createEngine, type EngineOptions } from './engine.js';
import { handedOver, packResult, unpackItem, type WireItem } from './wire.js';
import { workOn } from './work.js';

// The pool hands its `workerData` over as it is.
const engine = createEngine(workerData as EngineOptions);

/** Items wait in a row: the results of all at hand would otherwise lie open before any is sent. */
let before: Promise<unknown> = Promise.resolve();

/** What a worker thread does with each item sent to it; resolves to a `WireResult`. */
export default function work(item: WireItem): Promise<ReturnType<typeof move>> {
  const result = before.then(() => workAlone(item));
  before = result.catch(() => undefined);
  return result;
}

async function workAlone(item: WireItem): Promise<ReturnType<typeof move>> {
  await setImmediate(); // lets the result before go out
  const result = packResult(await workOn(unpackItem(item), engine));
  return move({ [transferableSymbol]: handedOver(result), [valueSymbol]: result });
}
