import type { Lexicon } from '../../lexicon/index.js';

/**
 * What particular words say more or less than words in general, in nats to be added: “king” is
 * translated by 王 wherever it stands, “make” and “behold” by anything or nothing.
 *
 * Counted by `scripts/fit-words.ts`.
 */
export interface WordWeights {
  /** Stems of English words, what they say without a link and with one. */
  readonly words: readonly (readonly [stem: string, unlinked: number, linked: number])[];
  /** Chinese characters, as the lexicon spells them, and what they say without a link. */
  readonly characters: readonly (readonly [character: string, unlinked: number])[];
}

/** {@link WordWeights} by number. */
export interface WeightTables {
  /** Float32 [stems]. */
  readonly unlinked: Float32Array;
  readonly linked: Float32Array;
  /** Float32 [65536], by UTF-16 unit. */
  readonly character: Float32Array;
}

/** Every word says what words in general say. */
export const NO_WEIGHTS: WordWeights = { words: [], characters: [] };

/** Stems that the lexicon does not have are left out. */
export function weightTables(
  { stems, stemId }: Lexicon,
  { words, characters }: WordWeights,
): WeightTables {
  const tables = {
    unlinked: new Float32Array(stems.length),
    linked: new Float32Array(stems.length),
    character: new Float32Array(0x10000),
  };
  for (const [stem, unlinked, linked] of words) {
    const id = stemId.get(stem);
    if (id === undefined) continue;
    tables.unlinked[id] = unlinked;
    tables.linked[id] = linked;
  }
  for (const [character, unlinked] of characters) {
    tables.character[character.charCodeAt(0)] = unlinked;
  }
  return tables;
}
