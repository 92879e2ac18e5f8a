import type { Loss } from '../exchange/index.js';
import { tally } from './tally.js';

/** Counts what a format could not carry; says it in lines, columns in one. */
export function losses(): {
  readonly add: (loss: Pick<Loss, 'kind' | 'reason' | 'count'>) => void;
  /** Pairs that were left out. */
  readonly pairs: () => number;
  readonly lines: () => readonly string[];
} {
  const counted = tally();
  const columns: string[] = [];
  let pairs = 0;
  return {
    add: ({ kind, reason, count }) => {
      if (kind === 'column') columns.push(reason);
      else counted.add(`${kind === 'pair' ? 'pairs' : 'characters'} ${reason}`, count);
      if (kind === 'pair') pairs += count;
    },
    pairs: () => pairs,
    lines: () => [
      ...counted.lines(),
      ...(columns.length === 0 ? [] : [`columns ${[...new Set(columns)].join(', ')}`]),
    ],
  };
}
