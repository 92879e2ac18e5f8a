import type { Document, Pair } from '../model/index.js';
import { fingerprintOf, type Fingerprint } from '../text/index.js';
import { enTerms, zhTerms } from './index-terms.js';
import { packJson } from './packing.js';

/** What can be computed of results before they are saved, in another thread; plain data. */
export interface Prepared {
  /** Blocks and sections as they are stored. */
  readonly packed: Uint8Array;
  readonly blocks: number;
  /** One for each pair. */
  readonly pairs: readonly PreparedPair[];
}

/** A pair as it is looked up. */
export interface PreparedPair {
  readonly zhTerms: string;
  readonly enTerms: string;
  /** Absent for pairs that play no part for later ones. */
  readonly print?: Fingerprint;
}

/** Does the part of saving that needs no database. */
export function prepare(
  { blocks, sections }: Document,
  pairs: readonly Pair[],
  hasPart: (pair: Pair) => boolean,
): Prepared {
  return {
    packed: packJson({ blocks, sections }),
    blocks: blocks.length,
    pairs: pairs.map((pair) => ({
      zhTerms: zhTerms(pair.zh),
      enTerms: enTerms(pair.en),
      ...(hasPart(pair) ? { print: fingerprintOf(pair) } : {}),
    })),
  };
}
