import type { Pair } from '../../model/index.js';
import { bareText } from '../text-key.js';

/**
 * What is kept of a pair to find texts like it: the smallest hash in each of {@link BINS} bins.
 *
 * The share of equal bins estimates the Jaccard similarity of the two sets of grams.
 */
export type Sketch = Uint32Array;

/** Bins of a sketch. */
const BINS = 32;
/** Bins of a band: pairs that agree in one whole band are compared. */
const ROWS = 4;
/** Letters or figures of a gram. */
const GRAM = 3;

/**
 * Sketch of both texts of a pair.
 *
 * MinHash (Broder 1997) by one permutation with bins (Li, Owen and Zhang 2012, NIPS), empty bins
 * filled from the next one that is not (Shrivastava and Li 2014, ICML). Grams of three letters or
 * figures, sides kept apart; case, width, spaces and punctuation do not count.
 */
export function sketchOf(pair: Pick<Pair, 'zh' | 'en'>): Sketch {
  const sketch = new Uint32Array(BINS).fill(EMPTY);
  addGrams(bareText(pair.zh), 1, sketch);
  addGrams(bareText(pair.en), 2, sketch);
  return fillEmpty(sketch);
}

/** Share of equal bins, 0 to 1: an estimate of how alike two texts are. */
export function likeness(one: Sketch, other: Sketch): number {
  let equal = 0;
  for (let at = 0; at < BINS; at++) if (one[at] === other[at]) equal += 1;
  return equal / BINS;
}

/** One number for each band, to be looked up in an index; below 2⁵³. */
export function bandsOf(sketch: Sketch): number[] {
  const bands: number[] = [];
  for (let from = 0; from < BINS; from += ROWS) {
    let hash = from + 1;
    for (let at = from; at < from + ROWS; at++) hash = mix(hash ^ (sketch[at] as number));
    bands.push((from / ROWS) * 0x100000000 + hash);
  }
  return bands;
}

const EMPTY = 0xffffffff;

function addGrams(text: string, seed: number, sketch: Sketch): void {
  const last = Math.max(0, text.length - GRAM);
  for (let at = 0; at <= last; at++) {
    let hash = Math.imul(seed, 0x9e3779b1);
    const end = Math.min(text.length, at + GRAM);
    for (let k = at; k < end; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x85ebca6b);
    hash = mix(hash);
    const bin = hash >>> 27;
    if (hash < (sketch[bin] as number)) sketch[bin] = hash;
  }
}

function fillEmpty(sketch: Sketch): Sketch {
  if (!sketch.includes(EMPTY)) return sketch;
  const filled = sketch.slice();
  for (let at = 0; at < BINS; at++) {
    let step = 0;
    while (step < BINS && sketch[(at + step) % BINS] === EMPTY) step += 1;
    if (step > 0) filled[at] = mix((sketch[(at + step) % BINS] as number) + step);
  }
  return filled;
}

/** Spreads every bit over all others (finaliser of MurmurHash3, Appleby). */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
