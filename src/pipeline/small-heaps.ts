import { memoryUsage } from 'node:process';
import { setFlagsFromString } from 'node:v8';

/** Memory of the process from which on garbage is looked for more often than Node would. */
const MOST_BYTES = 400 * 2 ** 20;
/**
 * How much garbage a heap may hold then before it is looked through, in per cent of what is in use;
 * with gigabytes free Node lets it be four times as much.
 */
const GARBAGE_PERCENT = 20;

let areSmall = false;

/**
 * Keeps the heaps of all threads small, once the process has become large. Before that it would cost
 * a short build a tenth of its time.
 */
export function keepHeapsSmall(): void {
  if (areSmall || memoryUsage.rss() < MOST_BYTES) return;
  areSmall = true;
  setFlagsFromString(`--heap-growing-percent=${String(GARBAGE_PERCENT)}`);
}
