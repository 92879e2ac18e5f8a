import { DuizhaoError } from '../kit/index.js';
import type { PairRecord } from './record.js';

/**
 * The same pairs; a file without any is most often not what its reader thinks it is.
 *
 * @throws DuizhaoError `exchange.no-pairs` at the end
 */
export async function* somePairs(
  pairs: AsyncIterable<PairRecord>,
  file: string,
): AsyncIterable<PairRecord> {
  let isEmpty = true;
  for await (const pair of pairs) {
    isEmpty = false;
    yield pair;
  }
  if (isEmpty) throw noPairs(file);
}

/** The failure for a file without pairs. */
export function noPairs(file: string): DuizhaoError {
  return new DuizhaoError({
    code: 'exchange.no-pairs',
    exit: 'badInput',
    message: `no pair in "${file}"`,
    hint: 'the file is empty, or nothing in it is marked as Chinese and English: look into it',
    at: { file },
  });
}
