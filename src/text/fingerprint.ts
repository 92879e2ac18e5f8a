import { readBareText, roomForUnits, type Units } from './bare-text.js';
import { mix } from './mix.js';
import { sketchOfUnits, type Sketch } from './sketch.js';

/** What a pair is found again by; plain data. */
export interface Fingerprint {
  /** Equal for pairs that say the same: case, width, spaces and punctuation aside. */
  readonly pair: number;
  /** The same for one side alone; absent where it is too short to tell anything. */
  readonly zh?: number;
  readonly en?: number;
  readonly sketch: Sketch;
}

/** Texts of fewer letters have many translations by nature: 是, Yes. */
const TELLING_LETTERS = 6;
const PAIR_SEED = 1;

interface Texts {
  readonly zh: string;
  readonly en: string;
}

/** {@link Fingerprint.pair} alone, in a third of the time. */
export function pairKeyOf({ zh, en }: Texts): number {
  readBareText(zh, bareZh);
  readBareText(en, bareEn);
  return keyOf(BOTH, PAIR_SEED);
}

/** The fingerprint of two texts. */
export function fingerprintOf({ zh, en }: Texts): Fingerprint {
  readBareText(zh, bareZh);
  readBareText(en, bareEn);
  return {
    pair: keyOf(BOTH, PAIR_SEED),
    ...(bareZh.size < TELLING_LETTERS ? {} : { zh: keyOf([bareZh], 2) }),
    ...(bareEn.size < TELLING_LETTERS ? {} : { en: keyOf([bareEn], 3) }),
    sketch: sketchOfUnits(bareZh, bareEn),
  };
}

const bareZh = roomForUnits();
const bareEn = roomForUnits();
const BOTH = [bareZh, { codes: Uint16Array.of(0x0a), size: 1 }, bareEn];

/**
 * A whole number below 2⁵³, its low half never 0, for texts one behind the other: two lanes of 32 bits, each mixed at the end.
 *
 * Small enough to be a number and an index key of eight bytes. Among a million texts two share a
 * key by chance once in 20,000 corpora.
 */
function keyOf(parts: readonly Units[], seed: number): number {
  let [one, other, length] = [mix(seed), mix(~seed), 0];
  for (const { codes, size } of parts) {
    for (let at = 0; at < size; at++) {
      const unit = codes[at] as number;
      one = Math.imul(one ^ unit, 0x9e3779b1);
      one = (one << 13) | (one >>> 19);
      other = Math.imul(other ^ unit, 0x85ebca6b);
      other = (other << 17) | (other >>> 15);
    }
    length += size;
  }
  return (mix(one ^ mix(other)) & 0x1fffff) * 0x100000000 + (mix(other ^ length) || 1);
}
