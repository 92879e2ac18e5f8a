import { readBareText, roomForUnits, type Units } from './bare-text.js';
import { mix } from './mix.js';

/**
 * What is kept of a pair to find texts like it: one byte in each of {@link SKETCH_BYTES} bins.
 *
 * The share of equal bytes estimates the Jaccard similarity of the two sets of grams.
 */
export type Sketch = Uint8Array;

/** Bins of a sketch, one byte each. */
export const SKETCH_BYTES = 32;
/** Letters or figures of a gram. Three English letters are too common: `the`, `ing`, `ion`. */
const GRAM = { zh: 3, en: 5 } as const;
const EMPTY = 0xffffffff;

const smallest = new Uint32Array(SKETCH_BYTES);

/**
 * Sketch of both texts of a pair.
 *
 * MinHash (Broder 1997) by one permutation with bins (Li, Owen and Zhang 2012, NIPS), empty bins
 * filled from the next one that is not (Shrivastava and Li 2014, ICML), of each smallest hash the
 * lowest eight bits (Li and König 2010, WWW: unequal texts agree in 1/256 of the bins by chance).
 * Grams of three Chinese or five English letters or figures, sides kept apart; case, width, spaces
 * and punctuation do not count.
 */
export function sketchOf(pair: { readonly zh: string; readonly en: string }): Sketch {
  const [zh, en] = [roomForUnits(), roomForUnits()];
  readBareText(pair.zh, zh);
  readBareText(pair.en, en);
  return sketchOfUnits(zh, en);
}

/** The same of texts that are bare already. */
export function sketchOfUnits(zh: Units, en: Units): Sketch {
  smallest.fill(EMPTY);
  addGrams(zh, 1, GRAM.zh);
  addGrams(en, 2, GRAM.en);
  const sketch = new Uint8Array(SKETCH_BYTES);
  for (let at = 0; at < SKETCH_BYTES; at++) sketch[at] = valueOf(at);
  return sketch;
}

/** Share of equal bytes, 0 to 1: an estimate of how alike two texts are. */
export function likeness(one: Sketch, other: Sketch): number {
  let equal = 0;
  for (let at = 0; at < SKETCH_BYTES; at++) if (one[at] === other[at]) equal += 1;
  return equal / SKETCH_BYTES;
}

function addGrams(text: Units, seed: number, size: number): void {
  const { codes } = text;
  const last = Math.max(0, text.size - size);
  const first = Math.imul(seed, 0x9e3779b1);
  for (let at = 0; at <= last; at++) {
    let hash = first;
    const end = Math.min(text.size, at + size);
    for (let k = at; k < end; k++) hash = Math.imul(hash ^ (codes[k] as number), 0x85ebca6b);
    hash = mix(hash);
    const bin = hash >>> 27;
    if (hash < (smallest[bin] as number)) smallest[bin] = hash;
  }
}

/** The smallest hash of a bin; of an empty one that of the next that is not, told apart by the way. */
function valueOf(bin: number): number {
  let step = 0;
  while (step < SKETCH_BYTES && smallest[(bin + step) % SKETCH_BYTES] === EMPTY) step += 1;
  const hash = smallest[(bin + step) % SKETCH_BYTES] as number;
  return step === 0 ? hash : mix(hash + step);
}
