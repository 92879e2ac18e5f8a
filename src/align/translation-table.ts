import { NONE, type Vocabulary } from './vocabulary.js';

/**
 * Word translation probabilities between the tokens of one set, as sparse rows.
 *
 * The translations of Chinese token u are entries `start[u] … start[u + 1] − 1`, in order of
 * their English token.
 */
export interface TranslationTable {
  readonly start: Uint32Array;
  /** Uint32 [entries]: English tokens. */
  readonly en: Uint32Array;
  /** Float32 [entries]: t(en | zh). */
  readonly forward: Float32Array;
  /** Float32 [entries]: t(zh | en). */
  readonly backward: Float32Array;
}

/** One learned entry: both directions. */
export interface LearnedEntry {
  readonly en: number;
  readonly forward: number;
  readonly backward: number;
}

/** What is known before anything is learned: the dictionary, and tokens that equal each other. */
export function dictionaryTable(vocabulary: Vocabulary): TranslationTable {
  const { lexicon } = vocabulary;
  const size = vocabulary.zhSize;
  const start = new Uint32Array(size + 1);
  const en: number[] = [];
  const weight: number[] = [];
  for (let token = 0; token < size; token++) {
    const unit = vocabulary.unit[token] ?? NONE;
    const row: [number, number][] = [];
    const twin = vocabulary.twin[token] ?? NONE;
    if (twin !== NONE) row.push([twin, 1]);
    const end = unit === NONE ? 0 : (lexicon.start[unit + 1] as number);
    for (let at = unit === NONE ? 0 : (lexicon.start[unit] as number); at < end; at++) {
      const target = vocabulary.enOfStem(lexicon.stem[at] as number);
      if (target !== NONE) row.push([target, lexicon.weight[at] as number]);
    }
    for (const [target, t] of row.sort((a, b) => a[0] - b[0])) {
      en.push(target);
      weight.push(t);
    }
    start[token + 1] = en.length;
  }
  const forward = Float32Array.from(weight);
  return { start, en: Uint32Array.from(en), forward, backward: forward };
}
