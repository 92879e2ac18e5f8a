import type { Loss, WriteOptions } from './format.js';
import type { PairRecord } from './record.js';

/** Tells `onLoss` about one pair; does nothing when nobody listens. */
export function reportLoss(
  options: Pick<WriteOptions, 'onLoss'>,
  record: PairRecord,
  loss: Omit<Loss, 'id'>,
): void {
  options.onLoss?.(record.id === undefined ? loss : { ...loss, id: record.id });
}

/** Text without what `pattern` (global) matches, and how many matches there were. */
export function without(
  text: string,
  pattern: RegExp,
): { readonly text: string; readonly removed: number } {
  let removed = 0;
  const kept = text.replace(pattern, () => {
    removed += 1;
    return '';
  });
  return { text: kept, removed };
}
