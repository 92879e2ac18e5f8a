import type { Bead } from '../model/index.js';
import type { AlignInput } from './types.js';

/** English characters that a Chinese one takes in translation. */
const EXPANSION = 3.5;
/** Times one side may be as long as the other makes one expect … */
const MOST = 20;
/** … where the longer one has at least this many English characters or their like. */
const LONG = 500;

/**
 * Whether one side of a bead is so much longer than the other that it is no translation of it.
 *
 * The lattice knows nothing better for a megabyte without a stop than what stands beside it, and
 * so many words hold a partner for any word. Lengths alone decide here, whatever the words say.
 */
export function isOutOfProportion({ zh, en }: AlignInput, bead: Bead): boolean {
  const left = EXPANSION * lengthOf(zh, bead.zh);
  const right = lengthOf(en, bead.en);
  const longer = Math.max(left, right);
  return longer >= LONG && longer > MOST * Math.min(left, right);
}

function lengthOf(sentences: readonly string[], { from, to }: Bead['zh']): number {
  let length = 0;
  for (let at = from; at < to; at++) length += sentences[at]?.length ?? 0;
  return length;
}
