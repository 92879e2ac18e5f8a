import type { EnglishWords } from './english.js';
import { lengthDeviation } from './length.js';

/** The stretches of one side that most likely have no counterpart, each in nats ≥ 0. */
export interface Gap {
  /** Anywhere in the text. */
  readonly anywhere: number;
  /** Its share of the side's length. */
  readonly share: number;
  /** Up to the end of the text. */
  readonly tail: number;
  /** From one pause to another: whole clauses. */
  readonly clauses: number;
  /** Where the first of these stretches begins and ends: words or characters, the end not in it. */
  readonly from: number;
  readonly to: number;
}

/** Blocks a side is cut into at most, and their least size in words and in characters. */
const MOST_BLOCKS = 48;
const LEAST_WORDS = 3;
const LEAST_CHARACTERS = 4;
/** A gap holds no more of a side than this. */
const LARGEST_SHARE = 0.85;

const pauses = new Uint8Array(0x10000);
for (const mark of ',;:.!?，；：。！？、…—') pauses[mark.charCodeAt(0)] = 1;

/**
 * Asks of every stretch of a side whether the other side lacks it: what its words say against
 * the pair, and how much better the lengths would fit without it.
 *
 *     gap(s) = −Σ nats(word in s) + ℓ(lengths without s) − ℓ(lengths)
 *
 * ℓ is the logarithm of how usual two lengths are together, up to a constant. Stretches begin
 * and end where blocks do: at pauses, or every few words, so a text has a few dozen at most.
 */
export class GapFinder {
  readonly #against = new Float64Array(MOST_BLOCKS * 2 + 2);
  readonly #letters = new Float64Array(MOST_BLOCKS * 2 + 2);
  readonly #isPause = new Uint8Array(MOST_BLOCKS * 2 + 2);
  /** Number of the first word or character behind each block. */
  readonly #end = new Int32Array(MOST_BLOCKS * 2 + 2);
  #blocks = 0;

  /**
   * @param nats - what each word says for the pair
   * @param lengths - of the two sides, see `lengthOfZh`
   */
  inEnglish(
    text: string,
    words: EnglishWords,
    nats: Float32Array,
    lengths: { readonly zh: number; readonly en: number },
  ): Gap {
    this.#blocks = 0;
    const { size, start } = words;
    const least = Math.max(LEAST_WORDS, Math.ceil(size / MOST_BLOCKS));
    const scale = lengths.en / Math.max(1, text.length);
    let [against, from, run] = [0, 0, 0];
    for (let at = 0; at < size; at++) {
      against -= nats[at] as number;
      run += 1;
      const isLast = at + 1 === size;
      const end = isLast ? text.length : (start[at + 1] as number);
      const isPause = isLast || hasPause(text, start[at] as number, end);
      if (!this.#ends(isPause, run, least)) continue;
      this.#add(against, (end - from) * scale, isPause, at + 1);
      [against, from, run] = [0, end, 0];
    }
    const usual = usualness(lengths.zh, lengths.en);
    return this.#worst(lengths.en, usual, (rest) => usualness(lengths.zh, rest) - usual);
  }

  /**
   * @param nats - what each character says for the pair; `size` of them are in use
   */
  inChinese(
    text: string,
    size: number,
    nats: Float32Array,
    lengths: { readonly zh: number; readonly en: number },
  ): Gap {
    this.#blocks = 0;
    const least = Math.max(LEAST_CHARACTERS, Math.ceil(size / MOST_BLOCKS));
    const scale = lengths.zh / Math.max(1, text.length);
    let [against, from, run] = [0, 0, 0];
    for (let at = 0; at < size; at++) {
      against -= nats[at] as number;
      run += 1;
      const isLast = at + 1 === size;
      const isPause =
        isLast || (pauses[text.charCodeAt(at)] === 1 && pauses[text.charCodeAt(at + 1)] === 0);
      if (!this.#ends(isPause, run, least)) continue;
      this.#add(against, (at + 1 - from) * scale, isPause, at + 1);
      [against, from, run] = [0, at + 1, 0];
    }
    const usual = usualness(lengths.zh, lengths.en);
    return this.#worst(lengths.zh, usual, (rest) => usualness(rest, lengths.en) - usual);
  }

  /** Many short clauses are taken together, so that a long list has no more blocks than others. */
  #ends(isPause: boolean, run: number, least: number): boolean {
    return run >= least || (isPause && (run * 2 >= least || this.#blocks < MOST_BLOCKS));
  }

  #add(against: number, letters: number, isPause: boolean, end: number): void {
    const at = this.#blocks;
    if (at >= this.#against.length) {
      this.#against[at - 1] = (this.#against[at - 1] as number) + against;
      this.#letters[at - 1] = (this.#letters[at - 1] as number) + letters;
      this.#end[at - 1] = end;
      return;
    }
    this.#against[at] = against;
    this.#letters[at] = letters;
    this.#isPause[at] = isPause ? 1 : 0;
    this.#end[at] = end;
    this.#blocks += 1;
  }

  /** @param usual - ℓ of the whole lengths: without a stretch they fit better by −ℓ at most */
  #worst(length: number, usual: number, fitsBetter: (rest: number) => number): Gap {
    let [anywhere, share, tail, clauses, begin, end] = [0, 0, 0, 0, 0, 0];
    const last = this.#blocks - 1;
    for (let from = 0; from <= last; from++) {
      const isClause = from === 0 || this.#isPause[from - 1] === 1;
      let [against, letters] = [0, 0];
      for (let to = from; to <= last; to++) {
        against += this.#against[to] as number;
        letters += this.#letters[to] as number;
        if (letters > LARGEST_SHARE * length || (from === 0 && to === last)) break;
        if (against <= 0) continue;
        const most = against - usual;
        const mayBeTail = to === last && most > tail;
        const mayBeClauses = isClause && this.#isPause[to] === 1 && most > clauses;
        if (most <= anywhere && !mayBeTail && !mayBeClauses) continue;
        const gap = against + fitsBetter(length - letters);
        if (gap > anywhere) [anywhere, share, begin, end] = [gap, letters / length, from, to];
        if (mayBeTail && gap > tail) tail = gap;
        if (mayBeClauses && gap > clauses) clauses = gap;
      }
    }
    return {
      anywhere,
      share,
      tail,
      clauses,
      from: begin === 0 ? 0 : (this.#end[begin - 1] as number),
      to: anywhere === 0 ? 0 : (this.#end[end] as number),
    };
  }
}

/** ℓ(zh, en): falls like a normal density near the usual lengths and more slowly far off. */
function usualness(zh: number, en: number): number {
  const deviation = Math.abs(lengthDeviation(zh, en));
  return (-deviation * deviation) / 2 / (1 + deviation / 3);
}

function hasPause(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (pauses[text.charCodeAt(at)] === 1) return true;
  return false;
}
