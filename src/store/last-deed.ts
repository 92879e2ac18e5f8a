import type { Decision } from './decision.js';
import { toDecisionBefore } from './gates.js';
import type { HistoryEntry } from './history.js';

/** Something that a person did to a pair, and the decision that stood before. */
export interface Deed {
  readonly entry: HistoryEntry;
  readonly former: Decision | undefined;
}

/** The last deed in a history that no later entry undoes. */
export function lastDeed(history: readonly HistoryEntry[]): Deed | undefined {
  const undone = new Set(history.map(({ what, was }) => (what === 'undone' ? entryIn(was) : null)));
  const entry = history.findLast(
    ({ n, what }) =>
      (what === 'decided' || what === 'withdrawn' || what === 'settled') && !undone.has(n),
  );
  return entry && { entry, former: formerIn(entry.was) };
}

function entryIn(was: unknown): unknown {
  return typeof was === 'object' && was !== null && 'entry' in was ? was.entry : null;
}

function formerIn(was: unknown): Decision | undefined {
  const isThere = typeof was === 'object' && was !== null && 'decision' in was;
  return isThere ? toDecisionBefore(was.decision) : undefined;
}
