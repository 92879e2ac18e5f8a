import type { EnglishWords } from './english.js';

/** How much of a text is said again. */
export interface Repetition {
  /** Share of units that stand in a phrase met before in the same text, 0 to 1. */
  readonly share: number;
  /** Most times one phrase follows itself without a gap (`the the the`: 3). */
  readonly loops: number;
  /** How many times a phrase follows itself (`the the old old man`: 2). */
  readonly doubles: number;
  /** Units looked at. */
  readonly size: number;
}

const SLOTS = 4_096;
/** Set in the unit of a number, so that it is no character. */
const FIGURES = 1 << 20;
/** Units of a phrase that counts as met before. */
const PHRASE = 4;
/** Longest phrase looked for in loops. */
const LONGEST = 12;

/** Finds repeated phrases in sequences of numbers, in linear time. */
export class RepetitionCounter {
  readonly #slot = new Int32Array(SLOTS);
  readonly #stamp = new Int32Array(SLOTS);
  #now = 0;
  readonly units = new Int32Array(SLOTS + 2);

  /**
   * @param least - shortest phrase that counts as a loop, in units
   */
  count(units: Int32Array, size: number, least: number): Repetition {
    if (size < 2) return { share: 0, loops: 1, doubles: 0, size };
    return { share: this.#met(units, size), ...loopsOf(units, size, least), size };
  }

  /** Share of phrases of {@link PHRASE} units that were met before. */
  #met(units: Int32Array, size: number): number {
    if (size < PHRASE * 2) return 0;
    this.#now += 1;
    let met = 0;
    const last = size - PHRASE;
    for (let at = 0; at <= last; at++) {
      let hash = 17;
      for (let k = 0; k < PHRASE; k++)
        hash = Math.imul(hash ^ (units[at + k] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
      const slot = hash & (SLOTS - 1);
      if (this.#stamp[slot] === this.#now && this.#slot[slot] === hash) met += 1;
      this.#stamp[slot] = this.#now;
      this.#slot[slot] = hash;
    }
    return met / (last + 1);
  }
}

/** Immediate repetitions of any phrase of `least` to {@link LONGEST} units. */
function loopsOf(
  units: Int32Array,
  size: number,
  least: number,
): { readonly loops: number; readonly doubles: number } {
  let [loops, doubles] = [1, 0];
  for (let period = least; period <= LONGEST && period * 2 <= size; period++) {
    let run = 0;
    for (let at = period; at < size; at++) {
      if (units[at] !== units[at - period]) {
        run = 0;
        continue;
      }
      run += 1;
      if (run % period !== 0) continue;
      doubles += 1;
      loops = Math.max(loops, 1 + run / period);
    }
  }
  return { loops, doubles };
}

/**
 * Repetition in a Chinese text, character by character, marks and spaces left out; the figures of
 * a number are one unit, so 1,000,000 says nothing again.
 */
export function readSequence(text: string, counter: RepetitionCounter): Repetition {
  let size = 0;
  let figures = 0;
  for (let at = 0; at < text.length && size < SLOTS; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) {
      figures = Math.imul(figures ^ code, 0x01000193) | FIGURES;
      continue;
    }
    if (figures !== 0 && code !== 0x2c && code !== 0x2e) {
      counter.units[size++] = figures;
      figures = 0;
    }
    if (code < 0x3400 && !(code >= 0x41 && code <= 0x7a)) continue;
    counter.units[size++] = code;
  }
  if (figures !== 0) counter.units[size++] = figures;
  return counter.count(counter.units, size, 2);
}

/** Repetition in an English text, word by word; the figures between two words are one unit. */
export function readWordSequence(
  text: string,
  words: EnglishWords,
  counter: RepetitionCounter,
): Repetition {
  let size = 0;
  let from = 0;
  for (let at = 0; at < words.size && size < SLOTS; at++) {
    const start = words.start[at] as number;
    const figures = figuresIn(text, from, start);
    if (figures !== 0) counter.units[size++] = figures;
    counter.units[size++] = words.id[at] as number;
    from = start + (words.lower[at] ?? '').length;
  }
  return counter.count(counter.units, size, 1);
}

function figuresIn(text: string, from: number, to: number): number {
  let figures = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) figures = Math.imul(figures ^ code, 0x01000193) | FIGURES;
  }
  return figures;
}
